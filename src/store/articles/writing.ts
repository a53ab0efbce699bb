import type { Tx } from '../db/db.ts';

/** Where writing happens: one transaction, one guild, one moment. */
export type Writing = Readonly<{
  tx: Tx;
  guild: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Whether a search engine has to be told of what changes (`outbox.ts`). */
  outbox: boolean;
}>;

/** Takes the guild's next change numbers, `count` of them, and answers the first; on PostgreSQL other writers of the guild wait until the commit. */
export async function nextChange({ tx, guild }: Writing, count = 1): Promise<number> {
  const sql = `INSERT INTO guild (id, change) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET change = guild.change + excluded.change RETURNING change`;
  const [row] = await tx.all<{ change: number }>(sql, [guild, count]);
  if (!row) throw new Error(`Guild ${guild} has no change number.`);
  return row.change - count + 1;
}

/** Makes a guild's change number at least `least`. */
export async function raiseChange(tx: Tx, guild: string, least: number): Promise<void> {
  await tx.all('UPDATE guild SET change = ? WHERE id = ? AND change < ?', [least, guild, least]);
}
