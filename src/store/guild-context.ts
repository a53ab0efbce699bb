import { createHmac, randomBytes } from 'node:crypto';
import type { Db, Tx } from './db/db.ts';

/** What every part of one guild's archive works with. */
export type GuildContext = Readonly<{
  db: Db;
  guildId: string;
  now(): Date;
}>;

/** The moment as the store keeps it: ISO 8601, UTC. */
export const stampOf = ({ now }: Pick<GuildContext, 'now'>): string => now().toISOString();

/**
 * An asker's id as the store keeps it: HMAC-SHA-256 under a key of the store's own, different in each guild, so
 * that askers can be counted and neither named nor followed from one guild to another.
 */
export async function hashedAsker(tx: Tx, guildId: string, userId: string): Promise<string> {
  await tx.all(`INSERT INTO secret (name, value) VALUES ('askers', ?) ON CONFLICT (name) DO NOTHING`, [
    randomBytes(32).toString('hex'),
  ]);
  const [key] = await tx.all<{ value: string }>(`SELECT value FROM secret WHERE name = 'askers'`);
  return createHmac('sha256', key?.value ?? '')
    .update(`${guildId}:${userId}`)
    .digest('hex');
}

/** Keeps the rows of a guild in `table` at `most`, dropping those that come first by `order`; whether any went. */
export async function keepAtMost(
  tx: Tx,
  guildId: string,
  { table, key, order, most }: Readonly<{ table: string; key: string; order: string; most: number }>,
): Promise<boolean> {
  const [rows] = await tx.all<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE guild = ?`, [guildId]);
  const surplus = (rows?.n ?? 0) - most;
  if (surplus <= 0) return false;
  const first = `SELECT ${key} FROM ${table} WHERE guild = ? ORDER BY ${order} LIMIT ?`;
  await tx.all(`DELETE FROM ${table} WHERE guild = ? AND ${key} IN (${first})`, [guildId, guildId, surplus]);
  return true;
}
