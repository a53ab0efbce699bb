import type { TermStatistics } from './levels.ts';

/** The articles of a server that are searched. The server itself is not part of it: a {@link Recall} is bound to one server. */
export type RecallScope = Readonly<{
  /** The asker's channels, by id. Articles restricted to other channels are excluded. */
  here: readonly string[];
  /** Articles under embargo at this time are excluded. */
  now: Date;
  /** ISO days, inclusive. With either, articles without a date are excluded. */
  from?: string;
  to?: string;
  /** Only these articles. */
  articles?: readonly string[];
}>;

/** An index term and its weight, above 0; words of the question itself have weight 1. */
export type WeightedTerm = Readonly<{ term: string; weight: number }>;

/** Identifies a sentence. Its words come from the store, never from the index. */
export type SentenceRef = Readonly<{ articleId: string; revision: number; n: number }>;

/**
 * Searches one server's articles, wherever they are indexed. Results are ids and numbers; the words are read from the store. Scores are
 * not returned. Every method throws an error whose message is one sentence for the asker.
 */
export type Recall = Readonly<{
  /** Sentences that contain some of the terms, or whose paragraph or article does, most promising first. */
  candidates(
    terms: readonly WeightedTerm[],
    scope: RecallScope,
    limit: number,
  ): Promise<readonly SentenceRef[]>;
  /** Statistics of the whole server. */
  statistics(terms: readonly string[]): Promise<TermStatistics>;
  /** Sentences that contain the line's terms next to each other; a gap stands for any stop word ({@link termLine}). */
  phrase(line: string, scope: RecallScope, limit: number): Promise<readonly SentenceRef[]>;
  /** Articles that contain all terms, newest first. */
  holding(terms: readonly string[], scope: RecallScope, limit: number): Promise<readonly string[]>;
  /** How many sentences contain at least one of the terms, and how many articles contain all of them. */
  counts(
    terms: readonly string[],
    scope: RecallScope,
  ): Promise<Readonly<{ sentences: number; articles: number }>>;
  /** Names in which a word begins with the typed text, folded; those in most articles first. */
  names(typed: string, scope: RecallScope, limit: number): Promise<readonly string[]>;
  /** Articles whose headline or id has words that begin with the typed ones, newest first. */
  headlines(typed: string, scope: RecallScope, limit: number): Promise<readonly string[]>;
  /** Articles of the scope's dates, newest first; those without a date last. */
  published(scope: RecallScope, limit: number): Promise<readonly string[]>;
  /** The article with a short key. */
  keyed(key: string, scope: RecallScope): Promise<string | undefined>;
}>;
