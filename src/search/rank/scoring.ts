import { shareOfSentences } from '../../english/common-words.ts';
import type { Concept } from '../question/question.ts';
import type { Level, TermCounts } from '../index/levels.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { MATCHES, type MatchKind, type Matcher, type SentenceMatch } from './matching.ts';
import { oftenIn, type DocumentTokens } from '../index/tokens.ts';

/** BM25+ with MiniSearch's parameters (its `BM25Params`): k saturates repetition, b penalises length, d rewards any match. */
const K = 1.2;
const B = 0.7;
const D = 0.5;

/** Weight of each kind of match in term frequencies. */
const MATCH_WEIGHTS: Readonly<Record<MatchKind, number>> = {
  same: 1,
  stem: 1,
  spelling: 0.8,
  synonym: 0.6,
  prefix: 0.3,
};
const KIND_WEIGHTS = Float64Array.from(MATCHES, (kind) => MATCH_WEIGHTS[kind]);

/**
 * A small archive cannot tell which words are common. So the document frequency of a term includes the number of sentences that contain
 * it among this many sentences of general English.
 */
const BACKGROUND_SENTENCES = 100;

/** The weight of each concept at a level: its inverse document frequency, >= 0. */
export function conceptWeights(
  concepts: readonly Concept[],
  level: Level,
  counts: TermCounts,
  lexicon: Lexicon,
): Float64Array {
  const texts = counts.texts(level);
  return Float64Array.from(concepts, ({ term }) => {
    const id = lexicon.termId(term);
    const known = id < 0 ? 0 : counts.holding(level, id);
    const holding = Math.min(texts, known + shareOfSentences(term) * BACKGROUND_SENTENCES);
    return Math.log(1 + (texts - holding + 0.5) / (holding + 0.5));
  });
}

/** The frequency of each concept in matched texts; weaker matches count less. */
export function frequencies(concepts: number, matches: Iterable<SentenceMatch>): Float64Array {
  const found = new Float64Array(concepts);
  for (const { hits } of matches) {
    for (const { concept, kind } of hits)
      found[concept] = (found[concept] as number) + (KIND_WEIGHTS[kind] as number);
  }
  return found;
}

/** The frequency of each concept in a whole article, from its term counts, which is much cheaper than matching its sentences. */
export function articleFrequencies(matcher: Matcher, tokens: DocumentTokens): Float64Array {
  const found = new Float64Array(matcher.concepts.length);
  for (const { term, concept, kind } of matcher.countable)
    found[concept] = (found[concept] as number) + oftenIn(tokens, term) * (KIND_WEIGHTS[kind] as number);
  return found;
}

/** The BM25+ score of a text, from the frequencies and weights of the concepts, and its length in indexed words. */
export function bm25(
  frequency: Float64Array,
  weights: Float64Array,
  length: number,
  averageLength: number,
): number {
  const norm = K * (1 - B + (B * length) / averageLength);
  let score = 0;
  for (let index = 0; index < frequency.length; index++) {
    const often = frequency[index] as number;
    if (often > 0)
      score += (weights[index] as number) * (D * Math.min(1, often) + (often * (K + 1)) / (often + norm));
  }
  return score;
}
