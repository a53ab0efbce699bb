import type { Document } from '../../src/article/article.ts';

/** One sentence that an engine found; a higher score is better. */
export type EngineHits = Readonly<{ quote: string; score: number }>;

/** Answers a question with sentences: the best ten of all, or, when `inside` is given, all that match in those documents. */
export type Ask = (
  question: string,
  inside?: ReadonlySet<string>,
) => readonly EngineHits[] | Promise<readonly EngineHits[]>;

/** A search engine under test. */
export type Engine = Readonly<{
  name: string;
  /** Indexes documents. `nativeBytes`: memory it holds outside the heap of JavaScript. */
  build(documents: readonly Document[]): Promise<{ ask: Ask; nativeBytes?: () => number }>;
}>;

/** A sentence as the engines index it: documents of one field. */
export type BenchSentence = Readonly<{ id: number; text: string; article: string }>;

/** How many sentences are asked for where no scope asks for all. */
export const LIMIT = 10;
