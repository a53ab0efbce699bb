import { shareOfSentences } from '../../english/common-words.ts';
import type { Concept } from '../question/question.ts';
import type { Level, TermCounts } from '../index/levels.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { MATCHES, type MatchKind, type Matcher, type SentenceMatch } from './matching.ts';
import { oftenIn, type DocumentTokens } from '../index/tokens.ts';

/** BM25+ as MiniSearch counts it (its `BM25Params`): k saturates repeats, b punishes length, d rewards any match. */
const K = 1.2;
const B = 0.7;
const D = 0.5;

/** How much of a repeat of the word itself each kind of match counts for. */
const MATCH_WEIGHTS: Readonly<Record<MatchKind, number>> = {
  same: 1,
  stem: 1,
  spelling: 0.8,
  synonym: 0.6,
  prefix: 0.3,
};
const KIND_WEIGHTS = Float64Array.from(MATCHES, (kind) => MATCH_WEIGHTS[kind]);

/**
 * A small archive cannot tell which words are common: a term counts as held by as many sentences more as hold it among
 * this many sentences of English at large.
 */
const BACKGROUND_SENTENCES = 100;

/** How telling each concept is at a level: its inverse document frequency, >= 0. */
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

/** How often each concept occurs in matched texts, weaker matches counting less. */
export function frequencies(concepts: number, matches: Iterable<SentenceMatch>): Float64Array {
  const found = new Float64Array(concepts);
  for (const { hits } of matches) {
    for (const { concept, kind } of hits) found[concept] = (found[concept] ?? 0) + (KIND_WEIGHTS[kind] ?? 0);
  }
  return found;
}

/** The same for a whole article, from its counts: much cheaper than reading its sentences. */
export function articleFrequencies(matcher: Matcher, tokens: DocumentTokens): Float64Array {
  const found = new Float64Array(matcher.concepts.length);
  for (const { term, concept, kind } of matcher.countable)
    found[concept] = (found[concept] ?? 0) + oftenIn(tokens, term) * (KIND_WEIGHTS[kind] ?? 0);
  return found;
}

/** The BM25+ score of a text, from how often it holds each concept, the concepts' weights, and its length in indexed words. */
export function bm25(
  frequency: Float64Array,
  weights: Float64Array,
  length: number,
  averageLength: number,
): number {
  const norm = K * (1 - B + (B * length) / averageLength);
  let score = 0;
  for (let index = 0; index < frequency.length; index++) {
    const often = frequency[index] ?? 0;
    if (often > 0)
      score += (weights[index] ?? 0) * (D * Math.min(1, often) + (often * (K + 1)) / (often + norm));
  }
  return score;
}
