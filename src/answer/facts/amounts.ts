import type { Slice } from '../../article/article.ts';
import { fold, STOP_WORDS, term } from '../../english/words.ts';
import { CODE, CURRENCY, currencyNamed, currencyOfSign, SIGN, WHOSE } from './currencies.ts';
import { NUMBER_WORD, valueOfWord } from './number-words.ts';
import { takingParts } from './taken.ts';

/**
 * A figure as a text writes it. `unit` groups figures that can be set side by side: a currency code or sign, `%`, or
 * the index term of what is counted. `low` and `high` are its value, equal unless it is a range.
 */
export type Amount = Slice &
  Readonly<{ text: string; kind: 'money' | 'percent' | 'count'; unit: string; low: number; high: number }>;

/** Bounded, so that time stays linear in the text. */
const NUMBER = '\\d{1,15}(?:[.,]\\d{1,15}){0,6}';
/** "million" after a space, "m" and "bn" only right at the digits. */
const SCALE =
  '(?:[ -]?(?<scale>(?:hundred|thousand|million|billion|trillion|lakh|crore)s?|(?<=\\d)(?:[mb]n|[kmb]))\\b)?';
const HEDGE =
  '(?:(?:(?:more|less|fewer) than|at least|at most|up to|over|about|around|nearly|almost|some|roughly|approximately|only) )?';
const RANGE = `(?<low>${NUMBER})(?: ?(?:to|–|-) ?(?<high>${NUMBER}))?`;
/** Where a number may begin: not inside of another, nor of a word. */
const OPEN = '(?<![\\w.,$€£¥₹₩₽-])';

/** Units of measure as they are abbreviated. */
const MEASURES =
  'km/h|km²|km|kg|cm|mm|ha|mph|ft|lbs?|[kMGT]Wh?|°C|°F|tonnes?|square (?:kilomet(?:re|er)s|miles|met(?:re|er)s|feet)';

const MONEY_BY_SIGN = new RegExp(`${HEDGE}(?<sign>${SIGN}) ?${RANGE}${SCALE}`, 'giu');
const MONEY_BY_CODE = new RegExp(`${HEDGE}\\b(?<sign>${CODE}) ?${RANGE}${SCALE}`, 'gu');
const MONEY_BY_NAME = new RegExp(
  `${HEDGE}${OPEN}${RANGE}${SCALE}(?: of)?(?: (?<whose>${WHOSE}))? (?<name>${CURRENCY})\\b`,
  'giu',
);
const PERCENT = new RegExp(
  `${HEDGE}${OPEN}${RANGE} ?(?:%|per ?cent\\b|(?<points>percentage points\\b))`,
  'giu',
);
const MEASURE = new RegExp(`${HEDGE}${OPEN}${RANGE}${SCALE} ?(?<unit>${MEASURES})(?![\\w/])`, 'gu');
/** "a crowd of 41,208": what is counted stands before. */
const BEFORE = new RegExp(
  `(?<=\\b(?<noun>crowd|population|attendance|audience|circulation|membership|workforce|turnout|toll) of )${HEDGE}${RANGE}${SCALE}(?![.,]?\\d| ?[%\\p{L}])`,
  'giu',
);
/** A number before up to three words, the last of which is what is counted; they are read ahead, for they may hold another. */
const COUNT = new RegExp(
  `${HEDGE}${OPEN}(?:${RANGE}${SCALE}|(?<word>${NUMBER_WORD}))(?=(?<rest>(?: \\p{L}[\\p{L}’'-]{0,40}){0,3}))`,
  'giu',
);
/** "600 of its 4,200 employees": what is counted stands after the whole. */
const OF_WHOLE = new RegExp(
  `^ of (?:its|their|the|his|her|our) ${NUMBER}(?<rest>(?: \\p{L}[\\p{L}’'-]{0,40}){1,3})`,
  'iu',
);
/** Characters read after a number for what it is a part of. */
const WHOLE_MAX = 160;

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
};
/** What is counted is a plural; these are plurals without an s. */
const PLURAL = /^(?:\p{Ll}.*s|people|men|women|children|staff|police|cattle|sheep|fish|troops)$/u;
/** "two years" tells how long, not how many. */
const TIME = /^(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries|times)$/iu;
/** After these, a number is a date, an age or a label, and counts nothing. */
const NO_COUNT =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|am|pm|st|nd|rd|th|years? old)\b/iu;
const CLAUSE =
  /^(?:and|or|but|to|of|in|on|at|by|for|from|with|than|that|which|who|is|are|was|were|has|have|had|will|would|after|before|as|per|since|when|while|during|into|over|under|about|the|a|an|its|their|his|her|this)$/iu;

/** The figures of a sentence in its order, not overlapping: sums of money, percentages, and counts of something. */
export function amountsIn(text: string): Amount[] {
  const take = takingParts(text.length);
  const found: Amount[] = [];
  const add = (amount: Amount | undefined): void => {
    if (amount && take(amount.start, amount.end)) found.push(amount);
  };
  for (const match of text.matchAll(MONEY_BY_SIGN))
    add(amountOf(match, 'money', currencyOfSign(match.groups?.['sign'] ?? '')));
  for (const match of text.matchAll(MONEY_BY_CODE))
    add(amountOf(match, 'money', currencyOfSign(match.groups?.['sign'] ?? '')));
  for (const match of text.matchAll(MONEY_BY_NAME))
    add(amountOf(match, 'money', currencyNamed(match.groups?.['name'] ?? '', match.groups?.['whose'])));
  for (const match of text.matchAll(PERCENT))
    add(amountOf(match, 'percent', match.groups?.['points'] === undefined ? '%' : 'percentage points'));
  for (const match of text.matchAll(MEASURE)) add(amountOf(match, 'count', match.groups?.['unit'] ?? ''));
  for (const match of text.matchAll(BEFORE))
    add(amountOf(match, 'count', term(fold(match.groups?.['noun'] ?? ''))));
  for (const match of text.matchAll(COUNT)) add(countOf(match));
  return joinedRanges(
    text,
    found.toSorted((a, b) => a.start - b.start),
  );
}

/** "between $70 million and $80 million" is one amount. */
function joinedRanges(text: string, amounts: readonly Amount[]): Amount[] {
  return amounts.flatMap((amount, at) => {
    const [before, after] = [amounts[at - 1], amounts[at + 1]];
    if (before && spans(text, before, amount)) return [];
    if (!after || !spans(text, amount, after)) return [amount];
    const { start, low } = amount;
    const { end, high } = after;
    return [{ ...amount, end, high, low, text: text.slice(start, end) }];
  });
}

const spans = (text: string, a: Amount, b: Amount): boolean =>
  a.kind !== 'count' &&
  a.unit === b.unit &&
  a.high < b.low &&
  text.slice(a.end, b.start) === ' and ' &&
  /\bbetween $/iu.test(text.slice(Math.max(0, a.start - 9), a.start));

/** `behind`: characters after the match that belong to it. */
function amountOf(match: RegExpExecArray, kind: Amount['kind'], unit: string, behind = 0): Amount {
  const scale = scaleOf(match.groups?.['scale']);
  const word = match.groups?.['word'];
  const low = word === undefined ? valueOf(match.groups?.['low'] ?? '0') * scale : valueOfWord(word);
  const high = match.groups?.['high'] === undefined ? low : valueOf(match.groups['high']) * scale;
  const [start, end] = [match.index, match.index + match[0].length + behind];
  return { start, end, text: match.input.slice(start, end), kind, unit, low, high };
}

function countOf(match: RegExpExecArray): Amount | undefined {
  const rest = match.groups?.['rest'] ?? '';
  const scale = match.groups?.['scale'];
  if (NO_COUNT.test(rest.trim())) return undefined;
  const end = match.index + match[0].length;
  const whole = OF_WHOLE.exec(match.input.slice(end, end + WHOLE_MAX))?.groups?.['rest'];
  if (whole !== undefined) {
    const unit = nounIn(phraseOf(whole));
    return unit === undefined ? undefined : amountOf(match, 'count', term(fold(unit)));
  }
  const phrase = phraseOf(rest);
  const noun = nounIn(phrase) ?? (scale === undefined ? undefined : (phrase.at(-1) ?? ''));
  if (noun === undefined) return undefined;
  if (match.groups?.['word'] !== undefined && (TIME.test(noun) || isDefinite(match))) return undefined;
  const kept = phrase.slice(0, phrase.indexOf(noun) + 1);
  const behind = kept.reduce((sum, word) => sum + word.length + 1, 0);
  return amountOf(match, 'count', noun === '' ? 'number' : term(fold(noun)), behind);
}

/** The words up to the end of their phrase. */
function phraseOf(rest: string): string[] {
  const following = rest.split(' ').filter(Boolean);
  const stop = following.findIndex((word) => CLAUSE.test(word) || STOP_WORDS.has(fold(word)));
  return stop === -1 ? following : following.slice(0, stop);
}

const nounIn = (phrase: readonly string[]): string | undefined =>
  phrase.findLast((word) => PLURAL.test(word));

/** "the two companies", "the next five crates": names them again, or orders them, and counts nothing. */
const isDefinite = ({ input, index }: RegExpExecArray): boolean =>
  /\b(?:the|these|those|all|both|other|last|first|next|past|every|its|their|his|her|our|my|of) $/iu.test(
    input.slice(Math.max(0, index - 8), index),
  );

const scaleOf = (scale: string | undefined): number =>
  scale === undefined ? 1 : (SCALES[scale.toLowerCase().replace(/(?<=\w{3})s$/u, '')] ?? 1);

/** "1.500" and "1,500" are both one and a half thousand; "4.2" and "4,25" are decimals. */
function valueOf(written: string): number {
  const groups = written.split(/[.,]/u);
  const grouped =
    groups.length > 1 && groups.slice(1).every((digits) => digits.length === 3) && groups[0] !== '0';
  return grouped
    ? Number(groups.join(''))
    : Number(`${groups.slice(0, -1).join('') || groups[0]}${groups.length > 1 ? `.${groups.at(-1)}` : ''}`);
}
