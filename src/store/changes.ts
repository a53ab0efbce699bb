import { z } from 'zod';
import type { Tx } from './db/db.ts';
import { queueFollowing } from './desk/follow-queue.ts';
import { queueChange } from './outbox.ts';
import type { Writing } from './articles/writing.ts';

const KINDS = ['added', 'corrected', 'retracted', 'restored', 'visibility', 'settings', 'purged'] as const;
type ChangeKind = (typeof KINDS)[number];

/**
 * A change made by this or another process. `missed` means that notifications may have been lost (the connection broke, a
 * backup was restored): reload everything that is kept in memory.
 */
export type StoreChange =
  | Readonly<{
      kind: ChangeKind;
      guildId: string;
      /** Article ids; empty for settings and purges. */ ids: readonly string[];
    }>
  | Readonly<{ kind: 'missed' }>;

const changeSchema = z.union([
  z.strictObject({ kind: z.enum(KINDS), guildId: z.string(), ids: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('missed') }),
]);

/** Ids per message: 60 of at most 80 characters stay below the 8,000 bytes of a PostgreSQL notification. */
const IDS_A_MESSAGE = 60;

/**
 * Records which articles a transaction changed, for the search engine and for those who follow something, and notifies every
 * process after the commit.
 */
export async function recordChange(w: Writing, kind: ChangeKind, ids: readonly string[]): Promise<void> {
  await queueChange(w, ids);
  await queueFollowing(w, kind, ids);
  await tellChange(w.tx, kind, w.guild, ids);
}

/** Notifies every process, after the commit, of what a transaction changed. */
export async function tellChange(
  tx: Tx,
  kind: ChangeKind,
  guildId: string,
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from === 0 || from < ids.length; from += IDS_A_MESSAGE) {
    await tx.notify(
      JSON.stringify({ kind, guildId, ids: ids.slice(from, from + IDS_A_MESSAGE) } satisfies StoreChange),
    );
  }
}

/** Tells every process to reload everything. */
export async function tellMissed(tx: Tx): Promise<void> {
  await tx.notify(JSON.stringify({ kind: 'missed' } satisfies StoreChange));
}

/** Parses a notification; an invalid one counts as `missed`. */
export function changeOf(message: string | undefined): StoreChange {
  if (message === undefined) return { kind: 'missed' };
  try {
    return changeSchema.catch({ kind: 'missed' }).parse(JSON.parse(message));
  } catch {
    return { kind: 'missed' };
  }
}
