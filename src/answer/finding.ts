import type { Ranked } from '../search/rank/rank.ts';
import type { ScoredSpan } from '../reader/reader.ts';

/** The reader's result for a sentence: its margin over all windows that contain it, and the spans of the best one. */
export type ReaderScore = Readonly<{ margin: number; spans: readonly ScoredSpan[]; similarity?: number }>;

/** A ranked candidate. `score` sets the order (unbounded, comparable within one answer only). */
export type Finding = Readonly<{ ranked: Ranked; score: number; read?: ReaderScore }>;
