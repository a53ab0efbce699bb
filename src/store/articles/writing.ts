import { onlyRow, type Tx } from '../db/db.ts';

/** The context of a write: a transaction, its guild and its time. */
export type Writing = Readonly<{
  tx: Tx;
  guild: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Whether changes are recorded for a search engine (`outbox.ts`). */
  outbox: boolean;
}>;

/** Takes the guild's next `count` change numbers and returns the first. On PostgreSQL, other writers of the guild wait until the commit. */
export async function nextChange({ tx, guild }: Writing, count = 1): Promise<number> {
  const sql = `INSERT INTO guild (id, change) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET change = guild.change + excluded.change RETURNING change`;
  const { change } = onlyRow(await tx.all<{ change: number }>(sql, [guild, count]));
  return change - count + 1;
}

/** Raises a guild's change number to at least `least`. */
export async function raiseChange(tx: Tx, guild: string, least: number): Promise<void> {
  await tx.all('UPDATE guild SET change = ? WHERE id = ? AND change < ?', [least, guild, least]);
}
