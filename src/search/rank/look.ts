import type { Found, Candidate } from './candidates.ts';
import { evidenceOf } from './evidence.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { MATCHES, NO_MATCH, type SentenceMatch } from './matching.ts';
import type { Query } from '../question/question.ts';
import { wordIn } from '../index/tokens.ts';

/** The inputs of all features for a candidate, computed once. */
export type Look = Readonly<{
  query: Query;
  candidate: Candidate;
  lexicon: Lexicon;
  /** The sum of the concepts' inverse document frequencies, and each concept's share of it. */
  total: number;
  shares: Float64Array;
  /** The question's words as numbers of the index, -1 for unknown ones. */
  asked: readonly number[];
  own: SentenceMatch;
  /** The candidate's words: `tokens[from]` up to, but not including, `tokens[to]`. */
  tokens: Int32Array;
  from: number;
  to: number;
  /** For each word, how likely it is what the question asks for, 0 to 1. */
  evidence: Float64Array;
  /** The number of candidates, and for each concept the number that contain it. */
  candidates: number;
  inList: Int32Array;
  /** The best score among the candidates. */
  bestScore: number;
}>;

/** The last kind of match with the word's meaning: synonyms come from the newsroom's own list. A shared prefix may mean something else. */
export const SURE = MATCHES.indexOf('synonym');
export const ANY = MATCHES.length - 1;

/** Whether a text contains a concept, by a match at least as sure as `kind`; false for an index that is no concept. */
export const holds = ({ best }: SentenceMatch, concept: number, kind = ANY): boolean =>
  (best[concept] ?? NO_MATCH) <= kind;

/** The share of the question (0 to 1) that a text contains, by matches at least as sure as `kind`. */
export function coverage(shares: Float64Array, match: SentenceMatch, kind: number): number {
  let sum = 0;
  for (const [concept, share] of shares.entries()) if (holds(match, concept, kind)) sum += share;
  return sum;
}

/** Computes the feature inputs of each candidate. */
export function looksOf(query: Query, { candidates, lexicon, weights }: Found): Look[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => (total > 0 ? weight / total : 0));
  const asked = query.words.map(({ folded }) => lexicon.find(folded));
  const askedTerms = new Set(asked.map((word) => lexicon.termOf(word)));
  const own = candidates.map(({ match, at }) => match.sentence(at));
  const inList = new Int32Array(shares.length);
  for (const match of own)
    for (let concept = 0; concept < inList.length; concept++)
      if (holds(match, concept)) inList[concept] = (inList[concept] as number) + 1;
  const bestScore = candidates.reduce((most, { score }) => Math.max(most, score), 0);
  return candidates.map((candidate, index) => {
    const { tokens, starts } = candidate.match.tokens;
    const [from = 0, to = 0] = starts.subarray(candidate.at, candidate.at + 2);
    return {
      query,
      candidate,
      lexicon,
      total,
      shares,
      asked,
      own: own[index] ?? candidate.match.sentence(candidate.at),
      tokens,
      from,
      to,
      evidence: evidenceOf(query.target.kind, tokens, from, to, askedTerms, lexicon),
      candidates: candidates.length,
      inList,
      bestScore,
    };
  });
}

/** The number of a word in a candidate's sentence, by its index. */
export const wordOfLook = ({ tokens, from }: Look, at: number): number => wordIn(tokens, from + at);
