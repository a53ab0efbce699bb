import { z } from 'zod';
import type { Tx } from './db/db.ts';
import { queueFollowing } from './desk/follow-queue.ts';
import { queueChange } from './outbox.ts';
import type { Writing } from './articles/writing.ts';

const KINDS = ['added', 'corrected', 'retracted', 'restored', 'visibility', 'settings', 'purged'] as const;
type ChangeKind = (typeof KINDS)[number];

/**
 * What another part, or another process, has just changed. `missed` means that changes may have gone unheard
 * (a lost connection, a restored backup): whatever was kept in memory must be read again.
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

/** Ids in one message: 60 of at most 80 characters stay below the 8,000 bytes that PostgreSQL carries. */
const IDS_A_MESSAGE = 60;

/** Notes for the search engine and for those who follow something and, once it is committed, tells every process which articles a transaction changed. */
export async function recordChange(w: Writing, kind: ChangeKind, ids: readonly string[]): Promise<void> {
  await queueChange(w, ids);
  await queueFollowing(w, kind, ids);
  await tellChange(w.tx, kind, w.guild, ids);
}

/** Tells every process what a transaction changed, once it is committed. */
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

/** Tells every process to read everything again. */
export async function tellMissed(tx: Tx): Promise<void> {
  await tx.notify(JSON.stringify({ kind: 'missed' } satisfies StoreChange));
}

/** Reads a notification; one that makes no sense counts as a missed one. */
export function changeOf(message: string | undefined): StoreChange {
  if (message === undefined) return { kind: 'missed' };
  try {
    return changeSchema.catch({ kind: 'missed' }).parse(JSON.parse(message));
  } catch {
    return { kind: 'missed' };
  }
}
