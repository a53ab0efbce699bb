import { itemAt } from '../article/item-at.ts';
/** Numbers as written in English texts, in digits and in words. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Words that multiply the number before them, in the singular, with their factors. */
export const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
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
  tn: 1e12,
};

/** Number words from zero to nineteen, and the tens. */
export const NUMBER_WORDS: readonly string[] = [...SMALL, ...TENS];

/** Ordinals in words, from the first to the tenth. */
export const ORDINALS: readonly string[] =
  'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

const UNITS = SMALL.slice(1, 10).join('|');
/** "a million", "half a dozen": only before a scale. */
const ARTICLE = '\\b(?:half )?an?(?= (?:dozen|hundred|thousand|million|billion|trillion|per ?cent)\\b)';
/** Pattern of a number from one to ninety-nine in words, or the article of a scale; whole words, without groups. */
export const WORDED = `${ARTICLE}|\\b(?:(?:${TENS.join('|')})(?:[ -](?:${UNITS})\\b)?|${SMALL.slice(10).toReversed().join('|')}|${UNITS})\\b`;
/** Pattern of a number in digits with separators, without groups. Bounded, so that matching stays linear. */
export const DIGITS = '\\d{1,15}(?:[.,]\\d{1,15}){0,6}';
/** A scale after a number, in the group `scale`: "million" after a space, "m" and "bn" only right after the digits. */
export const SCALED =
  '(?:[ -]?(?<scale>(?:hundred thousand|hundred million|(?:dozen|hundred|thousand|million|billion|trillion|lakh|crore)s?|(?<=\\d ?)[mbt]n|(?<=\\d)[kmb]))\\b)?';

/** The factor of a scale: 1 for none, 100,000 for "hundred thousand". */
export const scaleOf = (scale: string | undefined): number =>
  (scale ?? '')
    .toLowerCase()
    .split(' ')
    .reduce((product, word) => product * (SCALES[word] ?? SCALES[word.replace(/s$/u, '')] ?? 1), 1);

/** The number for words up to ninety-nine; undefined for other words. */
function valueOfWords(written: string): number | undefined {
  const [first = '', second] = written.toLowerCase().split(/[ -]/u);
  if (/^an?$/u.test(first)) return 1;
  if (first === 'half') return 0.5;
  const ten = TENS.indexOf(first);
  if (ten === -1) return SMALL.includes(first) ? SMALL.indexOf(first) : undefined;
  return (ten + 2) * 10 + (second === undefined ? 0 : SMALL.indexOf(second));
}

/**
 * The value of a number in digits or words; NaN for anything else. "1.500" and "1,500" are both fifteen hundred, "4.2" and "4,25"
 * decimals; with `decimal`, a single dot is always a decimal point ("16.057 %").
 */
export function valueOf(written: string, decimal = false): number {
  const worded = valueOfWords(written);
  if (worded !== undefined) return worded;
  if (decimal && /^\d+\.\d+$/u.test(written)) return Number(written);
  const groups = written.split(/[.,]/u);
  const [first = ''] = groups;
  if (groups.length === 1) return Number(first);
  const grouped = first !== '0' && groups.slice(1).every((digits) => digits.length === 3);
  return grouped
    ? Number(groups.join(''))
    : Number(`${groups.slice(0, -1).join('')}.${itemAt(groups, groups.length - 1)}`);
}
