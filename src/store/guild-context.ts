import { createHmac, randomBytes } from 'node:crypto';
import { onlyRow, type Db, type Tx } from './db/db.ts';

/** What the functions on one guild's rows need. */
export type GuildContext = Readonly<{
  db: Db;
  guildId: string;
  now(): Date;
}>;

/** The current time as the store writes it: ISO 8601, UTC. */
export const stampOf = ({ now }: Pick<GuildContext, 'now'>): string => now().toISOString();

/**
 * An asker's id as the store keeps it: HMAC-SHA-256 with the store's own key, over guild and user. Askers can be
 * counted, but not identified, and not followed from one guild to another.
 */
export async function hashedAsker(tx: Tx, guildId: string, userId: string): Promise<string> {
  await tx.all(`INSERT INTO secret (name, value) VALUES ('askers', ?) ON CONFLICT (name) DO NOTHING`, [
    randomBytes(32).toString('hex'),
  ]);
  const key = onlyRow(await tx.all<{ value: string }>(`SELECT value FROM secret WHERE name = 'askers'`));
  return createHmac('sha256', key.value).update(`${guildId}:${userId}`).digest('hex');
}

/** Deletes the first rows by `order` when a guild has more than `most` in `table`. Returns whether any were deleted. */
export async function keepAtMost(
  tx: Tx,
  guildId: string,
  { table, key, order, most }: Readonly<{ table: string; key: string; order: string; most: number }>,
): Promise<boolean> {
  const { n } = onlyRow(
    await tx.all<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE guild = ?`, [guildId]),
  );
  const surplus = n - most;
  if (surplus <= 0) return false;
  const first = `SELECT ${key} FROM ${table} WHERE guild = ? ORDER BY ${order} LIMIT ?`;
  await tx.all(`DELETE FROM ${table} WHERE guild = ? AND ${key} IN (${first})`, [guildId, guildId, surplus]);
  return true;
}
