import type { Slice } from '../../article/article.ts';
import { boundOf, HEDGED, type Bound } from '../../english/hedges.ts';
import { DIGITS, SCALED, scaleOf, valueOf, WORDED } from '../../english/numbers.ts';
import { fold, term } from '../../english/words.ts';

/**
 * A figure as written. Figures with the same `unit` are comparable: a currency code or name, `%`, or the index term of what is counted.
 * `low` and `high` are its value; they differ only for a range. `bound` is a limit stated beside it ("at least").
 */
export type Amount = Slice &
  Readonly<{
    text: string;
    kind: 'money' | 'percent' | 'count';
    unit: string;
    low: number;
    high: number;
    bound?: Bound;
  }>;

const NUMBER = `(?:${DIGITS}|${WORDED})`;
/** A number or a range of two, in the groups `low` and `high`. */
export const RANGE = `(?<low>${NUMBER})(?:(?: ?(?<lowScale>(?<= )(?:thousand|million|billion|trillion)|(?<=\\d)(?:[mbt]n|[kmb])))?(?<to> to | or |-to-| ?[–-] ?|(?<=\\bbetween \\S{1,20}(?: \\p{L}{1,12})?) and )(?<high>${NUMBER}))?`;
/** Where a number may begin: not inside another number or a word. */
export const OPEN = '(?<![\\p{L}\\p{N}_.,$€£¥₹₩₽#/+-])';
/** A number with its hedge and scale, as a pattern with the groups `hedge`, `low`, `to`, `high` and `scale`. */
export const NUMERAL = `${HEDGED}${OPEN}${RANGE}${SCALED}`;

/** The unit for a counted noun: its index term. Spellings and abbreviations of a measure share one unit. */
export function unitOf(noun: string): string {
  const name = fold(noun);
  return MEASURES[name] ?? MEASURES[name.replace(/s$/u, '')] ?? term(name);
}

const MEASURES: Readonly<Record<string, string>> = {
  meter: term('metres'),
  metre: term('metres'),
  'square meter': 'square metres',
  'square metre': 'square metres',
  sqm: 'square metres',
  'square mile': 'square miles',
  'square kilometer': 'km²',
  'square kilometre': 'km²',
  'square foot': 'square feet',
  kilometer: 'km',
  kilometre: 'km',
  kilogram: 'kg',
  kilo: 'kg',
  centimetre: 'cm',
  centimeter: 'cm',
  foot: 'feet',
  ft: 'feet',
  ton: 'tonn',
  tonne: 'tonn',
  person: term('people'),
};

/** Digits kept of a product: 1.057 billion is 1,057,000,000. */
const PRECISION = 12;

/** The low and high value of a numeral; undefined for a score or label ("3-1", "787-9"), or when it is no number. */
function valuesOf(match: RegExpExecArray, decimal: boolean): [number, number] | undefined {
  const { low = '', lowScale, to = '', high, scale } = match.groups ?? {};
  const read = (written: string, by: string | undefined): number =>
    Number((valueOf(written, decimal || by !== undefined) * scaleOf(by)).toPrecision(PRECISION));
  const first = read(low, lowScale ?? scale);
  if (high === undefined) return Number.isNaN(first) ? undefined : [first, first];
  const second = read(high, scale);
  if (Number.isNaN(first) || Number.isNaN(second)) return undefined;
  if (second > first) return [first, second];
  return / (?:to|or) /u.test(to) && second < first ? [second, first] : undefined;
}

/** The amount of a match of {@link NUMERAL}, including `behind` characters after it. Undefined when it is no amount. */
export function amountOf(
  match: RegExpExecArray,
  kind: Amount['kind'],
  unit: string,
  behind = 0,
): Amount | undefined {
  const values = valuesOf(match, kind === 'percent');
  if (!values) return undefined;
  const [start, end] = [match.index, match.index + match[0].length + behind];
  const text = match.input.slice(start, end);
  const bound = boundOf(text);
  return { start, end, text, kind, unit, low: values[0], high: values[1], ...(bound ? { bound } : {}) };
}

/** Whether the number of a match is spelled out and has no scale. */
export const isSpelled = ({ groups }: RegExpExecArray): boolean =>
  !/\d/u.test(`${groups?.['low'] ?? ''}${groups?.['high'] ?? ''}`) && groups?.['scale'] === undefined;
