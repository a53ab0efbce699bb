import type { Scope } from './search-index.ts';

/** A sentence whose meaning is near to the question's. `similarity` is the cosine of their vectors, -1 to 1. */
export type NearSentence = Readonly<{ articleId: string; n: number; similarity: number }>;

/** The vectors of an archive's sentences. Articles whose vectors were not made yet are simply not in it. */
export type Vectors = Readonly<{
  /**
   * The `limit` sentences nearest to a question, nearest first; only those of the scope's articles when one is given, and
   * never one of an article that {@link Vectors.without} hides.
   */
  nearest(question: Int8Array, limit: number, scope?: Scope): readonly NearSentence[];
  /** The cosine of a question and one sentence; undefined when the sentence has no vector. */
  similarity(question: Int8Array, articleId: string, n: number): number | undefined;
  /** The same vectors without some articles, by id. They are named anew at each use. */
  without(hidden: () => readonly string[]): Vectors;
}>;
