import type { Slice } from '../../article/article.ts';
import { isSameSentence } from '../../article/document.ts';
import type { Amount } from './amount.ts';
import { datesIn } from './dates.ts';
import { dayOf } from './day.ts';
import { isSameEvent, namesAmong, stemOf, tells, toldIn, type Told } from './event.ts';
import type { Figure } from './figure.ts';
import { harmTo } from './harm.ts';
import { masked } from './masked.ts';
import { nameTokensOf, type NameToken } from './name-in-sentence.ts';

/** A figure with the words that say what it measures. */
type Account = Readonly<{
  figure: Figure;
  told: Told;
  /** What happened to the people counted: died, were hurt, and so on. */
  harm: string | undefined;
  /** Stems near the amount, without its unit and without names. */
  stems: ReadonlySet<string>;
  /** Names near the amount. */
  names: ReadonlySet<string>;
  /** Keys of its dates. */
  when: readonly number[];
}>;

/** Number of words on each side of an amount that describe it. */
const NEAR = 7;
/** Number of characters on each side of an amount that are searched for these words. */
const AROUND = 200;
/** Tolerance of "about", as a share. */
const ABOUT = 0.05;
/** Most reports compared; nobody asks about one event with more. */
const REPORTS_MAX = 300;
/** Most pairs shown per unit; nobody would read more. */
const PAIRS_MAX = 20;
/** Units that do not say what is counted. */
const GENERIC =
  /^(?:peopl|number|%|percentage points|[A-Z]{3}|crowns|year|month|week|day|hour|minut|km|kg|metr|m|m²|km²|cm|mm|ha|ft|feet|mile|tonn|lbs?|mph|km\/h|°[cf]|degre|litr|acr|point|time|level)$/u;
/** Quantities that change daily: two reports of them are comparable only on the same day. */
const CHANGING =
  /^(?:share|price|rate|index|poll|sale|profit|revenu|turnov|temperatur|unemploy|inflat|stock|currenc|yield|support|popular|trade|percent|barrel)$/u;
/** Words that set one source's number against another's. */
const AGAINST =
  /\b(?:however|but|disput\w+|contradict\w+|closer to|rather than|instead of|far (?:more|fewer|less|higher|lower)|put the|denie[sd]|wrong|contrary|in fact|only)\b/iu;
const SOURCE =
  /\b(?:said|says|told|according to|estimate[sd]?|claim(?:s|ed)?|reported|announced|found|put)\b/iu;
/** Days that date a statement, not what is counted: two reports of one thing may come on two days. */
const SAID =
  /^(?:(?:last|next|this|coming) )?(?:\p{L}+day|today|tonight|night|morning|afternoon|evening|tomorrow)$/iu;

/**
 * Pairs of figures of one unit with different amounts of the same thing: the same noun, event and time. Compares articles about one
 * event, and, within an article, sources that are set against each other. Never decides which is right.
 */
export function conflictsAmong(figures: readonly Figure[]): [Figure, Figure][] {
  const reports = [...Map.groupBy(figures, ({ passage }) => passage.document)].slice(0, REPORTS_MAX);
  const accounts = new Map<Figure, Account>();
  const read = (figure: Figure): Account => {
    const account = accounts.get(figure) ?? accountOf(figure);
    accounts.set(figure, account);
    return account;
  };
  const pairs: [Figure, Figure][] = [];
  const offer = (a: Figure, b: Figure, differ: (a: Account, b: Account) => boolean): void => {
    if (pairs.length >= PAIRS_MAX || !mayDiffer(a, b)) return;
    if (b.again === a.amount || isConflict(read(a), read(b), differ)) pairs.push([a, b]);
  };
  for (const [at, [document, found]] of reports.entries()) {
    for (const [index, a] of found.entries())
      for (const b of found.slice(index + 1)) if (isAttributed(b)) offer(a, b, differWithin);
    for (const [other, theirs] of reports.slice(at + 1))
      if (isSameEvent(toldIn(document), toldIn(other)))
        for (const a of found) for (const b of theirs) offer(a, b, differBetween);
  }
  return pairs;
}

/** A cheap check of whether two figures can disagree, before their sentences are read. */
const mayDiffer = (a: Figure, b: Figure): boolean =>
  !isSameSentence(a.passage.sentence, b.passage.sentence) &&
  !overlaps(a.amount, b.amount) &&
  isWhole(a) === isWhole(b);

/** Whether a sentence names the source of its number, or refers to an earlier number. */
const isAttributed = ({ passage, again }: Figure): boolean =>
  again !== undefined || SOURCE.test(passage.quote);

function accountOf(figure: Figure): Account {
  const { amount, passage } = figure;
  const told = toldIn(passage.document);
  const from = Math.max(0, amount.start - AROUND);
  const tokens = nameTokensOf(masked(passage.quote.slice(from, amount.end + AROUND)));
  const before = tokens.filter(({ end }) => from + end <= amount.start);
  const after = tokens.filter(({ start }) => from + start >= amount.end);
  const all = namesAmong(tokens, told.all());
  const near = [...before.slice(-NEAR), ...after.slice(0, NEAR)];
  const names = new Set(near.flatMap(({ key, capital }) => (capital && all.has(key) ? [key] : [])));
  const stems = near
    .filter((token: NameToken) => tells(token) && !names.has(token.key))
    .map(stemOf)
    .filter((stem) => stem !== amount.unit);
  return {
    figure,
    told,
    harm: amount.kind === 'count' ? harmTo(passage.quote, amount) : undefined,
    stems: new Set(stems),
    names,
    when: whenOf(figure),
  };
}

const isConflict = (a: Account, b: Account, differ: (a: Account, b: Account) => boolean): boolean =>
  a.harm === b.harm && timesMeet(a, b) && differ(a, b);

/** "31 of 80 seats": the second number is the whole of which the first is a part. */
const isWhole = ({ passage, amount }: Figure): boolean =>
  /[\p{N}\p{L}] of (?:the |its |their |his |her )?$/u.test(
    passage.quote.slice(Math.max(0, amount.start - 12), amount.start),
  ) && /\p{N}/u.test(passage.quote.slice(Math.max(0, amount.start - 20), amount.start));

/** Numbers within one article usually measure different things, so only sources set against each other conflict. */
function differWithin(a: Account, b: Account): boolean {
  if (a.names.size > 0 && b.names.size > 0 && a.names.isDisjointFrom(b.names) && !a.harm) return false;
  const shared = a.stems.intersection(b.stems).size;
  const [first, second] = [a.figure.passage.quote, b.figure.passage.quote];
  if (AGAINST.test(second) && SOURCE.test(second)) return shared >= 1;
  return SOURCE.test(first) && SOURCE.test(second) && shared >= 2;
}

function differBetween(a: Account, b: Account): boolean {
  // Each names someone or something that the other article does not mention.
  if (a.names.difference(b.told.all()).size > 0 && b.names.difference(a.told.all()).size > 0) return false;
  if (a.harm !== undefined) return true;
  const shared = a.stems.intersection(b.stems);
  const { kind, unit } = a.figure.amount;
  if ((kind === 'percent' || [...shared].some((stem) => CHANGING.test(stem))) && !isSameDay(a, b))
    return false;
  if (GENERIC.test(unit)) return shared.size >= 2;
  const apart = a.names.size > 0 && b.names.size > 0 && a.names.isDisjointFrom(b.names);
  return !apart && (shared.size >= 1 || (isMany(a) && isMany(b)));
}

/** From ten on, a number in an event is its total rather than a small part. */
const isMany = ({ figure: { amount } }: Account): boolean => amount.low >= 10;
const publishedOf = ({ figure }: Account): string | undefined => figure.passage.document.article.publishedAt;

function isSameDay(a: Account, b: Account): boolean {
  if (a.when.length > 0 && b.when.length > 0) return true;
  const [first, second] = [publishedOf(a), publishedOf(b)];
  return first === undefined || second === undefined || first.slice(0, 10) === second.slice(0, 10);
}

/** Longest time between two reports of one event. Months. */
const MONTHS = 13;
/** Longest time between a date and the publication of a report without dates. Months. */
const NEAR_MONTHS = 3;
const monthsOf = (key: number): number => Math.floor(key / 10_000) * 12 + (Math.floor(key / 100) % 100);

/** Whether two figures can be of the same time: with the same date, or one without a date and published near the other's. */
function timesMeet(a: Account, b: Account): boolean {
  if (a.when.length > 0 && b.when.length > 0)
    return a.when.some((key) => b.when.some((other) => isWithin(key, other)));
  const [first, second] = [publishedMonth(a), publishedMonth(b)];
  const dated = a.when[0] ?? b.when[0];
  if (dated !== undefined) {
    const published = a.when.length > 0 ? second : first;
    if (published === undefined) return false;
    return dated % 10_000 === 0
      ? Math.floor(dated / 10_000) === Math.floor((published - 1) / 12)
      : Math.abs(monthsOf(dated) - published) <= NEAR_MONTHS;
  }
  return first === undefined || second === undefined || Math.abs(first - second) <= MONTHS;
}

function publishedMonth(account: Account): number | undefined {
  const published = publishedOf(account);
  const day = published === undefined ? undefined : dayOf(published);
  return day && day.year * 12 + day.month;
}

/** Whether one date contains the other: 2017 and July 2017. */
function isWithin(a: number, b: number): boolean {
  const unit = Math.max(
    a % 10_000 === 0 ? 10_000 : a % 100 === 0 ? 100 : 1,
    b % 10_000 === 0 ? 10_000 : b % 100 === 0 ? 100 : 1,
  );
  return Math.floor(a / unit) === Math.floor(b / unit);
}

/** The dates of an amount, without those of a statement about it. */
const whenOf = ({ passage, amount }: Figure): number[] =>
  datesIn(passage.quote, passage.document.article.publishedAt)
    .filter((date) => !SAID.test(date.text) && isOf(passage.quote, date, amount))
    .flatMap(({ key }) => (key === undefined ? [] : [key]));

/** Whether a date applies to an amount, rather than to a statement about it or to another thing in a later clause. */
function isOf(quote: string, date: Slice, amount: Slice): boolean {
  return date.end <= amount.start
    ? !/\bthat\b/u.test(quote.slice(date.end, amount.start))
    : !/,.*\b(?:that|which|who)\b/su.test(quote.slice(amount.end, date.start));
}

/** The values that an amount allows: "at least 62 people" allows 71. */
function reachOf({ bound, low, high }: Amount): [number, number] {
  if (bound === 'least') return [low, Number.POSITIVE_INFINITY];
  if (bound === 'most') return [0, high];
  return bound === 'about' ? [low * (1 - ABOUT), high * (1 + ABOUT)] : [low, high];
}

function overlaps(a: Amount, b: Amount): boolean {
  const [first, second] = [reachOf(a), reachOf(b)];
  return first[0] <= second[1] && second[0] <= first[1];
}
