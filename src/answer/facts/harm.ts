import type { Slice } from '../../article/article.ts';

/** Kinds of harm to people, and words for them. */
const HARMS: readonly (readonly [harm: string, words: RegExp])[] = [
  [
    'died',
    /\b(?:die[sd]?|dying|dead|deaths?|kill(?:ed|ing|s|ings)?|fatalit(?:y|ies)|toll|perished|drowned|lives|bodies|lost their lives)\b/giu,
  ],
  ['hurt', /\b(?:injur(?:ed|ing|es|ies)|wound(?:ed|ing|s)?|hurt(?:ing)?)\b/giu],
  ['missing', /\b(?:missing|unaccounted for)\b/giu],
  ['arrested', /\b(?:arrest(?:ed|ing|s)?|detain(?:ed|ing|s)?|custody)\b/giu],
  ['rescued', /\b(?:rescued|saved|evacuat(?:ed|ing)|survived|survivors)\b/giu],
  ['homeless', /\b(?:homeless|displaced)\b/giu],
];
/** Characters before an amount that are searched when no word is nearer: "the number of people who died when …". */
const CLAUSE = 200;
/** Most characters between an amount and the word for the harm. */
const BEFORE = 60;
const AFTER = 45;
/** Penalty for a word after the amount, in characters of distance. */
const BEHIND = 6;

/** The harm to the people counted, by the nearest word in the clause; undefined when there is none. */
export function harmTo(quote: string, amount: Slice): string | undefined {
  return nearestHarm(quote, amount, BEFORE) ?? nearestHarm(quote, amount, CLAUSE);
}

function nearestHarm(quote: string, { start, end }: Slice, reach: number): string | undefined {
  const before = quote.slice(Math.max(0, start - reach), start).replace(/^.*[;:.]/su, '');
  const after = quote.slice(end, end + AFTER).replace(/(?:[;:.,]| and ).*$/su, '');
  let best: Readonly<{ harm: string; distance: number }> | undefined;
  const offer = (harm: string, distance: number): void => {
    if (!best || distance < best.distance) best = { harm, distance };
  };
  for (const [harm, pattern] of HARMS) {
    for (const { index, 0: found } of before.matchAll(pattern))
      offer(harm, before.length - index - found.length);
    for (const { index } of after.matchAll(pattern)) offer(harm, index + BEHIND);
    for (const { index } of quote.slice(start, end).matchAll(pattern)) offer(harm, index);
  }
  return best?.harm;
}
