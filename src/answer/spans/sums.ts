import { term } from '../../english/words.ts';
import type { Look } from '../../search/rank/features/look.ts';
import { background } from '../../search/rank/language.ts';
import { wordOf } from '../../search/index/tokens.ts';
import type { Reading } from './reading.ts';

/** What is summed over the words of spans. Commas and brackets count with the word behind them. */
export const SUMS = [
  'share',
  'matched',
  'asked',
  'known',
  'evidence',
  'common',
  'headline',
  'capital',
  'digit',
  'verb',
  'helper',
  'preposition',
  'of',
  'conjunction',
  'relative',
  'comma',
  'bracket',
] as const;
export type Sum = (typeof SUMS)[number];

/** Words that stand in one of a hundred sentences or more are as common as can be. */
const COMMON_SHARE = 0.01;

type Parts = Pick<Reading, 'tags' | 'capital' | 'gaps' | 'share' | 'asked'> &
  Readonly<{ folded: readonly string[] }>;

/** Sums from the start of a sentence, so that what a span holds is one subtraction. */
export function sumsOf(look: Look, { folded, tags, capital, gaps, share, asked }: Parts): Reading['sums'] {
  const { candidate, evidence, tokens, from } = look;
  const headline = new Set(Array.from(candidate.match.tokens.headline, wordOf));
  const sum = (value: (at: number) => number | boolean | undefined): Float64Array => {
    const all = new Float64Array(folded.length + 1);
    for (let at = 0; at < folded.length; at++) all[at + 1] = (all[at] ?? 0) + Number(value(at) ?? 0);
    return all;
  };
  const isMatched = (at: number): boolean => (share[at] ?? 0) > 0;
  return {
    share: sum((at) => share[at]),
    matched: sum(isMatched),
    asked: sum((at) => asked[at]),
    known: sum((at) => asked[at] === true || isMatched(at)),
    evidence: sum((at) => evidence[at]),
    common: sum((at) => background(term(folded[at] ?? '')) >= COMMON_SHARE),
    headline: sum((at) => headline.has(wordOf(tokens[from + at] ?? 0))),
    capital: sum((at) => capital[at]),
    digit: sum((at) => /\d/u.test(folded[at] ?? '')),
    verb: sum((at) => tags[at] === 'verb'),
    helper: sum((at) => tags[at] === 'be' || tags[at] === 'auxiliary'),
    preposition: sum((at) => tags[at] === 'preposition'),
    of: sum((at) => folded[at] === 'of'),
    conjunction: sum((at) => tags[at] === 'conjunction'),
    relative: sum((at) => tags[at] === 'relative'),
    comma: sum((at) => gaps[at]?.includes(',')),
    bracket: sum((at) => /[([]/u.test(gaps[at] ?? '')),
  };
}
