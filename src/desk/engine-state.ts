import type { OutboxSize } from '../store/outbox.ts';
import type { Notice } from '../words/message.ts';

/** How many articles of an index were not as in the store, and were made so. */
export type Differences = Readonly<{
  /** In the store and not in the index. */
  missing: number;
  /** Of another revision or visibility, or with sentences missing. */
  outdated: number;
  /** In the index and not, or no longer, in the store. */
  surplus: number;
}>;

/** What a comparison of store and index found, and mended. */
export type Reconciliation = Readonly<{
  /** ISO 8601, UTC. */
  at: string;
  /** By server; those of which nothing differed have zeros. */
  servers: ReadonlyMap<string, Differences>;
}>;

/** How far an index is built, in articles. */
export type RebuildProgress = Readonly<{ done: number; all: number }>;

/** How the search engine is, for /status, the log and the health check. */
export type EngineState = Readonly<{
  /** Where it is, without user and password. */
  place: string;
  /** Why it could not be told of changes the last time; absent when it could. */
  problem?: Notice;
  /** What it has yet to be told. */
  outbox: OutboxSize;
  /** Present while an index is being built for the first time. */
  building?: RebuildProgress;
  /** What the last comparison with the store found and mended; absent before the first. */
  reconciled?: Reconciliation;
}>;
