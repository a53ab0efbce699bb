import type { Ranked } from '../search/rank/rank.ts';
import type { ScoredSpan } from '../reader/reader.ts';

/** What the reader makes of a sentence: its margin over all windows it stands in, and the spans of the best of them. */
export type ReaderScore = Readonly<{ margin: number; spans: readonly ScoredSpan[]; similarity?: number }>;

/** A candidate in its place: `score` orders (unbounded, comparable within one answer only). */
export type Finding = Readonly<{ ranked: Ranked; score: number; read?: ReaderScore }>;
