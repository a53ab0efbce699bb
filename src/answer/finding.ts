import type { Ranked } from '../search/rank/rank.ts';
import type { ScoredSpan } from '../reader/reader.ts';

/** The reader's result for a sentence: its margin over all windows that contain it, and the spans of the best one. */
export type ReaderScore = Readonly<{ margin: number; spans: readonly ScoredSpan[]; similarity?: number }>;

/** A candidate ranked by words, with the reader's result if it was read. */
export type ReadCandidate = Readonly<{ ranked: Ranked; read?: ReaderScore }>;

/** A ranked candidate. `score` sets the order (unbounded, comparable within one answer only). */
export type Finding = ReadCandidate & Readonly<{ score: number }>;
