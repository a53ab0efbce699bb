import type { Slice } from '../../article/article.ts';
import { fold, STOP_WORDS, term } from '../../article/words.ts';

/**
 * A figure as a text writes it. `unit` groups figures that can be set side by side: a currency code or sign, `%`, or
 * the index term of what is counted. `low` and `high` are its value, equal unless it is a range.
 */
export type Amount = Slice &
  Readonly<{ text: string; kind: 'money' | 'percent' | 'count'; unit: string; low: number; high: number }>;

const NUMBER = '\\d+(?:[.,]\\d+)*';
/** "million" after a space, "m" and "bn" only right at the digits. */
const SCALE =
  '(?:[ -]?(?<scale>(?:hundred|thousand|million|billion|trillion)s?|(?<=\\d)(?:[mb]n|[kmb]))\\b)?';
const HEDGE =
  '(?:(?:(?:more|less|fewer) than|at least|at most|up to|over|about|around|nearly|almost|some|roughly|approximately|only) )?';
const SIGN = '(?:US\\$|A\\$|C\\$|[$€£¥])';
const CURRENCY =
  '(?:(?:US |U\\.S\\. )?dollars?|euros?|pounds?|yen|yuan|francs?|rubles?|rupees?|crowns?|kronor|USD|EUR|GBP|CHF|JPY|CNY)';
const RANGE = `(?<low>${NUMBER})(?: ?(?:to|–|-) ?(?<high>${NUMBER}))?`;

const MONEY_BY_SIGN = new RegExp(`${HEDGE}(?<sign>${SIGN}) ?${RANGE}${SCALE}`, 'giu');
const MONEY_BY_NAME = new RegExp(`${HEDGE}\\b${RANGE}${SCALE}(?: of)? (?<name>${CURRENCY})\\b`, 'giu');
const PERCENT = new RegExp(`${HEDGE}\\b${RANGE} ?(?:%|per ?cent\\b|percentage points\\b)`, 'giu');
/** A number and up to three words after it, the last of which is what is counted. */
const COUNT = new RegExp(
  `${HEDGE}(?<![\\w.,$€£¥-])${RANGE}${SCALE}(?<rest>(?: \\p{L}[\\p{L}’'-]*){0,3})`,
  'giu',
);

const SCALES: Readonly<Record<string, number>> = { h: 1e2, t: 1e3, k: 1e3, m: 1e6, b: 1e9 };
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
};
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/dollar|usd/iu, 'USD'],
  [/euro?s?$|^eur/iu, 'EUR'],
  [/pound|gbp/iu, 'GBP'],
  [/yen|jpy/iu, 'JPY'],
  [/yuan|cny/iu, 'CNY'],
  [/franc|chf/iu, 'CHF'],
];
/** What is counted is a plural; these are plurals without an s. */
const PLURAL = /^(?:\p{Ll}.*s|people|men|women|children|staff|police|cattle|sheep|fish|troops)$/u;
/** After these, a number is a date, an age or a label, and counts nothing. */
const NO_COUNT =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|am|pm|st|nd|rd|th|years? old)\b/iu;
const CLAUSE =
  /^(?:and|or|but|to|of|in|on|at|by|for|from|with|than|that|which|who|is|are|was|were|has|have|had|will|would|after|before|as|per|since|when|while|during|into|over|under|about|the|a|an|its|their|his|her|this)$/iu;

/** The figures of a sentence in its order, not overlapping: sums of money, percentages, and counts of something. */
export function amountsIn(text: string): Amount[] {
  const taken: Amount[] = [];
  const add = (amount: Amount | undefined): void => {
    if (amount && !taken.some(({ start, end }) => amount.start < end && start < amount.end))
      taken.push(amount);
  };
  for (const match of text.matchAll(MONEY_BY_SIGN))
    add(amountOf(match, 'money', SIGNS[(match.groups?.['sign'] ?? '').toLowerCase()] ?? 'USD'));
  for (const match of text.matchAll(MONEY_BY_NAME)) {
    const name = match.groups?.['name'] ?? '';
    add(amountOf(match, 'money', NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? fold(name)));
  }
  for (const match of text.matchAll(PERCENT)) add(amountOf(match, 'percent', '%'));
  for (const match of text.matchAll(COUNT)) add(countOf(match));
  return taken.toSorted((a, b) => a.start - b.start);
}

function amountOf(
  match: RegExpExecArray,
  kind: Amount['kind'],
  unit: string,
  length = match[0].trimEnd().length,
): Amount {
  const scale = scaleOf(match.groups?.['scale']);
  const low = valueOf(match.groups?.['low'] ?? '0') * scale;
  const high = match.groups?.['high'] === undefined ? low : valueOf(match.groups['high']) * scale;
  return {
    start: match.index,
    end: match.index + length,
    text: match[0].slice(0, length),
    kind,
    unit,
    low,
    high,
  };
}

function countOf(match: RegExpExecArray): Amount | undefined {
  const rest = match.groups?.['rest'] ?? '';
  const scale = match.groups?.['scale'];
  if (NO_COUNT.test(rest.trim())) return undefined;
  const following = rest.split(' ').filter(Boolean);
  const stop = following.findIndex((word) => CLAUSE.test(word) || STOP_WORDS.has(fold(word)));
  const phrase = stop === -1 ? following : following.slice(0, stop);
  const noun =
    phrase.findLast((word) => PLURAL.test(word)) ?? (scale === undefined ? undefined : (phrase.at(-1) ?? ''));
  if (noun === undefined) return undefined;
  const kept = phrase.slice(0, phrase.indexOf(noun) + 1);
  const length = match[0].length - rest.length + kept.reduce((sum, word) => sum + word.length + 1, 0);
  return amountOf(match, 'count', noun === '' ? 'number' : term(fold(noun)), length);
}

const scaleOf = (scale: string | undefined): number =>
  scale === undefined ? 1 : /^tr/iu.test(scale) ? 1e12 : (SCALES[scale[0]?.toLowerCase() ?? ''] ?? 1);

/** "1.500" and "1,500" are both one and a half thousand; "4.2" and "4,25" are decimals. */
function valueOf(written: string): number {
  const groups = written.split(/[.,]/u);
  const grouped =
    groups.length > 1 && groups.slice(1).every((digits) => digits.length === 3) && groups[0] !== '0';
  return grouped
    ? Number(groups.join(''))
    : Number(`${groups.slice(0, -1).join('') || groups[0]}${groups.length > 1 ? `.${groups.at(-1)}` : ''}`);
}
