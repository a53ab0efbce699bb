import type { Ranked } from '../search/rank/rank.ts';
import type { ScoredSpan } from '../reader/reader.ts';

/** The reader's result for a sentence: its margin over all readings, and the spans of the best window that contains it. */
export type ReaderScore = Readonly<{
  margin: number;
  /** Its margin in the windows alone, when it was read again. */
  firstMargin?: number;
  spans: readonly ScoredSpan[];
  /** The cosine of its vector and the question's, and that of the sentence before it. */
  similarity?: number;
  similarityBefore?: number;
}>;

/** A candidate ranked by words, with the reader's result if it was read. */
export type ReadCandidate = Readonly<{ ranked: Ranked; read?: ReaderScore }>;

/** A ranked candidate. `score` sets the order (unbounded, comparable within one answer only). */
export type Finding = ReadCandidate & Readonly<{ score: number }>;
