import type { Candidate, Found } from '../candidates.ts';
import { NO_MATCH, type Hit, type SentenceMatch } from '../matching.ts';
import type { Query } from '../../question/question.ts';
import type { TargetKind } from '../../question/target.ts';
import { wordOf } from '../../index/tokens.ts';

/** What features see of a candidate: everything is worked out once and shared. */
export type Look = Readonly<{
  query: Query;
  candidate: Candidate;
  found: Found;
  /** The concepts' shares of all that the question tells, adding up to 1. */
  shares: Float64Array;
  /** The question's words in the index's numbers, -1 for unknown ones. */
  asked: readonly number[];
  own: SentenceMatch;
  hits: readonly Hit[];
  /** The candidate's words: `tokens[from]` up to `tokens[to]`. */
  tokens: Int32Array;
  from: number;
  to: number;
  /** How strongly each word could be what is asked for, 0 to 1. */
  evidence: Float64Array;
  previous: SentenceMatch | undefined;
  next: SentenceMatch | undefined;
  /** For each concept, in how many sentences of the paragraph it is. */
  inParagraph: Int32Array;
  /** For each concept, in how many candidates it is. */
  inList: Int32Array;
  /** How many candidates are of the same article, and for each concept in how many of them it is. */
  inArticle: Readonly<{ candidates: number; holding: Int32Array }>;
  /** For each word 1 when it is new: telling, and no match of the question's words. */
  fresh: Uint8Array;
  /** The best score among the candidates, for comparing. */
  best: number;
}>;

/** The words of a look, without the capital's bit. */
export const wordAt = ({ tokens, from }: Look, at: number): number => wordOf(tokens[from + at] ?? 0);

/** Whether a text holds a concept, by any kind of match; nothing is held at places that are no concept. */
export const holds = ({ best }: SentenceMatch, concept: number): boolean =>
  (best[concept] ?? NO_MATCH) < NO_MATCH;

/** Kinds that any noun may be: evidence of them is everywhere. */
const VAGUE: ReadonlySet<TargetKind> = new Set(['thing', 'any', 'definition', 'manner', 'reason']);

/** Whether the question asks for a thing that has no marks of its own, as names, numbers and dates have. */
export const isVague = ({ query }: Look): boolean => VAGUE.has(query.target.kind);

/** Whether the first word is of a class. */
export const opensWith = (look: Look, bits: number): boolean =>
  (look.found.lexicon.classOf(wordAt(look, 0)) & bits) !== 0;

/** The share of the question (0 to 1) that a text holds, by matches at least as sure as `kind`. */
export function coverage(look: Pick<Look, 'shares'>, match: SentenceMatch | undefined, kind: number): number {
  if (!match) return 0;
  let sum = 0;
  for (let concept = 0; concept < look.shares.length; concept++) {
    if ((match.best[concept] ?? NO_MATCH) <= kind) sum += look.shares[concept] ?? 0;
  }
  return sum;
}
