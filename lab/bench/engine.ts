import type { Document } from '../../src/article/article.ts';

/** A sentence that an engine found, with its score (higher is better). */
export type EngineHits = Readonly<{ quote: string; score: number }>;

/** Answers a question with the ten best sentences, or, with `inside`, with all matching sentences of those documents. */
export type Ask = (
  question: string,
  inside?: ReadonlySet<string>,
) => readonly EngineHits[] | Promise<readonly EngineHits[]>;

/** A search engine under test. */
export type Engine = Readonly<{
  name: string;
  /** Indexes documents. `nativeBytes` is memory outside the JavaScript heap. */
  build(documents: readonly Document[]): Promise<{ ask: Ask; nativeBytes?: () => number }>;
}>;

/** A sentence as the engines index it: a document with one field. */
export type BenchSentence = Readonly<{ id: number; text: string; article: string }>;

/** Number of sentences requested when there is no scope. */
export const LIMIT = 10;
