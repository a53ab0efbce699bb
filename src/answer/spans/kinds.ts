import type { Slice } from '../../article/article.ts';
import { CLASS, classOf } from '../../english/word-class.ts';
import { words } from '../../english/words.ts';
import type { TargetKind } from '../../search/question/target.ts';
import type { Amount } from '../facts/amount.ts';
import { amountsIn } from '../facts/amounts.ts';
import { datesIn } from '../facts/dates.ts';
import { namesIn } from './names.ts';

/** The parts of a sentence that a span can be. Offsets are into the sentence. */
export type Mentions = Readonly<{
  quote: string;
  amounts: readonly Amount[];
  dates: readonly Slice[];
  names: readonly Slice[];
}>;

/** Finds the amounts, dates and names of a sentence; `published` is ISO 8601, for dates such as "last week". */
export const mentionsWithin = (quote: string, published: string | undefined): Mentions => ({
  quote,
  amounts: amountsIn(quote),
  dates: datesIn(quote, published),
  names: namesIn(quote),
});

const NUMBER = CLASS.digit | CLASS.numeral;
const TIME = CLASS.year | CLASS.month | CLASS.era | CLASS.duration;

const overlaps = (a: Slice, b: Slice): boolean => a.start < b.end && b.start < a.end;
const holdsClass = ({ quote }: Mentions, { start, end }: Slice, bits: number): boolean =>
  words(quote, start, end).some(({ folded }) => (classOf(folded) & bits) !== 0);

const isMoney = (mentions: Mentions, span: Slice): boolean =>
  mentions.amounts.some((amount) => amount.kind === 'money' && overlaps(amount, span)) ||
  (holdsClass(mentions, span, CLASS.magnitude) && holdsClass(mentions, span, NUMBER)) ||
  /[$€£¥]/u.test(mentions.quote.slice(span.start, span.end));
const isNumber = (mentions: Mentions, span: Slice): boolean => holdsClass(mentions, span, NUMBER);
/** People without a name: plurals that end like what somebody does, and words for groups. */
const PEOPLE =
  /\b(?:\p{Ll}{3,}(?:ers|ors|ists|ians|ants|ees)|people|women|men|children|adults|babies|girls|boys|pupils|parents|families|relatives|staff|police|friends|fans|students|patients|nobody|everyone)\b/u;
const isName = ({ quote }: Mentions, { start, end }: Slice): boolean => {
  const text = quote.slice(start, end);
  return (
    /\p{Lu}/u.test(text) ||
    /^(?:an?|the|his|her|its|their|two|three) \p{Ll}/iu.test(text) ||
    PEOPLE.test(text)
  );
};
const isDate = (mentions: Mentions, span: Slice): boolean =>
  mentions.dates.some((date) => overlaps(date, span)) || holdsClass(mentions, span, TIME);

/** Whether a span can answer at all: a sum of money does not answer "how long", nor a noun "when". */
const FITS: Readonly<Partial<Record<TargetKind, (mentions: Mentions, span: Slice) => boolean>>> = {
  money: isMoney,
  percent: (mentions, span) => isNumber(mentions, span) || /%|per ?cent/iu.test(mentions.quote),
  count: (mentions, span) => isNumber(mentions, span) && !isDateOnly(mentions, span),
  age: isNumber,
  duration: (mentions, span) => isNumber(mentions, span) || holdsClass(mentions, span, TIME),
  date: isDate,
  person: isName,
  organisation: isName,
  name: isName,
};

/** A year or a day is not a count. */
const isDateOnly = ({ dates }: Mentions, span: Slice): boolean =>
  dates.some(({ start, end }) => start <= span.start && end >= span.end);

/** Whether a span fits the kind asked for; kinds without a recognisable form fit anything. */
export const fitsKind = (kind: TargetKind, mentions: Mentions, span: Slice): boolean =>
  FITS[kind]?.(mentions, span) ?? true;

/** The parts of a sentence of a kind with a recognisable form; empty for other kinds. */
export function mentionsOfKind(kind: TargetKind, mentions: Mentions): readonly Slice[] {
  const { amounts, dates } = mentions;
  if (kind === 'money') return amounts.filter((amount) => amount.kind === 'money');
  if (kind === 'percent') return amounts.filter((amount) => amount.kind === 'percent');
  if (kind === 'count') return amounts.filter((amount) => amount.kind === 'count');
  return kind === 'date' ? dates : [];
}

/** Kinds whose spans are amounts, shown with currency, unit and hedge. */
const AMOUNTS: ReadonlySet<TargetKind> = new Set(['money', 'percent', 'count', 'age', 'duration', 'measure']);
const NAMES: ReadonlySet<TargetKind> = new Set(['person', 'organisation', 'name', 'place']);

/** Extends a span to whole units: amounts with currency, unit and hedge, whole dates and names. */
export function wholeSpan(kind: TargetKind, { amounts, dates, names, quote }: Mentions, span: Slice): Slice {
  const parts = AMOUNTS.has(kind) ? amounts : kind === 'date' ? dates : NAMES.has(kind) ? names : [];
  let { start, end } = span;
  for (const part of parts) {
    if (!overlaps(part, span)) continue;
    start = Math.min(start, part.start);
    end = Math.max(end, part.end);
  }
  if (parts.length === 0 || kind === 'place') start -= articleBefore(quote, start);
  return trimmed(quote, start, end);
}

/** The length of an article right before a place ("a KFC restaurant"). */
const articleBefore = (quote: string, start: number): number =>
  /(?<=^|[\s(“])(?:an?|the) $/iu.exec(quote.slice(0, start))?.[0].length ?? 0;

/** Trims white space and stray marks at a span's ends, adds the article before it, and closes brackets and quotation marks. */
function trimmed(quote: string, start: number, end: number): Slice {
  const text = quote.slice(start, end);
  let from = start + (/^[\s,;:–—-]+/u.exec(text)?.[0].length ?? 0);
  let to = Math.max(from, end - (/[\s,;:–—-]+$/u.exec(quote.slice(from, end))?.[0].length ?? 0));
  for (const [open, close] of PAIRS) {
    const opened = quote.slice(from, to).split(open).length;
    const closed = quote.slice(from, to).split(close).length;
    if (opened > closed) to = endOf(quote.indexOf(close, to), quote.lastIndexOf(open, to - 1), to);
    else if (closed > opened) from = startOf(quote.lastIndexOf(open, from), quote.indexOf(close, from), from);
  }
  const tidy = quote.slice(from, to);
  return {
    start: from + (/^\s+/u.exec(tidy)?.[0].length ?? 0),
    end: to - (/\s+$/u.exec(tidy)?.[0].length ?? 0),
  };
}

const PAIRS = [
  ['(', ')'],
  ['“', '”'],
] as const;
/** How far away the matching bracket or mark may be. Characters. */
const NEAR = 80;
const endOf = (close: number, open: number, end: number): number =>
  close >= 0 && close - end < NEAR ? close + 1 : open;
const startOf = (open: number, close: number, start: number): number =>
  open >= 0 && start - open < NEAR ? open : close + 1;
