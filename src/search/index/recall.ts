import type { TermStatistics } from './levels.ts';

/** Which articles of a server are looked through. The server itself is not in it: a {@link Recall} is of one server and cannot leave it. */
export type RecallScope = Readonly<{
  /** Ids of the channels that the asker is in: articles for other channels are left out. */
  here: readonly string[];
  /** Articles under embargo at this moment are left out. */
  now: Date;
  /** ISO days, both included; articles without a date are left out when one is given. */
  from?: string;
  to?: string;
  /** Only these articles. */
  articles?: readonly string[];
}>;

/** A term of the index and how much it counts, above 0; 1 for a word of the question itself. */
export type WeightedTerm = Readonly<{ term: string; weight: number }>;

/** A sentence that may answer: which one, never its words, which the store has. */
export type SentenceRef = Readonly<{ articleId: string; revision: number; n: number }>;

/**
 * Looks through one server's articles, wherever they are indexed. What is found is told by ids and numbers: words are read from
 * the store. Scores stay inside. Every method throws an error whose message is one sentence for the asker.
 */
export type Recall = Readonly<{
  /** Sentences that hold some of the terms, or stand in a paragraph or an article that does; the most promising first. */
  candidates(
    terms: readonly WeightedTerm[],
    scope: RecallScope,
    limit: number,
  ): Promise<readonly SentenceRef[]>;
  /** Of the server as a whole. */
  statistics(terms: readonly string[]): Promise<TermStatistics>;
  /** Sentences in which the words follow each other, each a term or a gap ({@link termLine}). */
  phrase(line: string, scope: RecallScope, limit: number): Promise<readonly SentenceRef[]>;
  /** Articles that hold all terms somewhere, the newest first. */
  holding(terms: readonly string[], scope: RecallScope, limit: number): Promise<readonly string[]>;
  /** How many sentences hold at least one of the terms, and how many articles hold all of them. */
  counts(
    terms: readonly string[],
    scope: RecallScope,
  ): Promise<Readonly<{ sentences: number; articles: number }>>;
  /** Names of which some word begins with what was typed, folded; those in most articles first. */
  names(typed: string, scope: RecallScope, limit: number): Promise<readonly string[]>;
  /** Articles whose headline or id has words that begin as those typed, the newest first. */
  headlines(typed: string, scope: RecallScope, limit: number): Promise<readonly string[]>;
  /** Articles of the scope's days, the newest first; those without a date last. */
  published(scope: RecallScope, limit: number): Promise<readonly string[]>;
  /** The article of a short key. */
  keyed(key: string, scope: RecallScope): Promise<string | undefined>;
}>;
