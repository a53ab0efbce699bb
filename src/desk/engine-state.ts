import type { OutboxSize } from '../store/outbox.ts';
import type { Notice } from '../words/message.ts';

/** Numbers of articles whose index entries did not match the store and were repaired. */
export type Differences = Readonly<{
  /** In the store and not in the index. */
  missing: number;
  /** Indexed with another revision or visibility, or with sentences missing. */
  outdated: number;
  /** In the index but not, or no longer, in the store. */
  surplus: number;
}>;

/** Result of comparing the store with the index and repairing it. */
export type Reconciliation = Readonly<{
  /** ISO 8601, UTC. */
  at: string;
  /** By server; zeros where nothing differed. */
  servers: ReadonlyMap<string, Differences>;
}>;

/** Progress of building an index, in articles. */
export type RebuildProgress = Readonly<{ done: number; all: number }>;

/** State of the search engine, for /status, the log and the health check. */
export type EngineState = Readonly<{
  /** Its URL without user and password. */
  place: string;
  /** Why the last update failed; absent when it succeeded. */
  problem?: Notice;
  /** Updates that are still to be sent. */
  outbox: OutboxSize;
  /** Present while an index is being built for the first time. */
  building?: RebuildProgress;
  /** Result of the last comparison with the store; absent before the first. */
  reconciled?: Reconciliation;
}>;
