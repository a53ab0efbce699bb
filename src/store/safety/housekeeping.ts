import { tellChange } from '../changes.ts';
import type { Db } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';
import { GUILD_TABLES } from '../db/migrations.ts';
import { queuePurge } from '../outbox.ts';

/** A guild that has an archive; `leftAt` (ISO 8601, UTC) when the bot is no longer in it. */
export type KnownGuild = Readonly<{ guildId: string; leftAt?: string }>;

/** What happens to a guild's data when the bot leaves it, and to what nobody needs any more. */
export type Housekeeping = Readonly<{
  guilds(): Promise<readonly KnownGuild[]>;
  /** Notes that the bot was removed from a guild, unless that is known; its data stays for now (F21). */
  left(guildId: string): Promise<void>;
  /** Notes that the bot is in a guild again. */
  joined(guildId: string): Promise<void>;
  /** Removes all that belongs to guilds left before `time`, and answers which they were. */
  purgeLeftBefore(time: Date): Promise<readonly string[]>;
  /** Removes jobs that ended before `time`. */
  dropJobsEndedBefore(time: Date): Promise<void>;
}>;

/** Keeps the store tidy. `forget` removes what is kept of a guild outside the database. */
export function housekeeping(
  context: Pick<GuildContext, 'db' | 'now'> &
    Readonly<{ /** Whether a search engine has to be told. */ outbox: boolean }>,
  forget: (guildId: string) => void,
): Housekeeping {
  const { db } = context;
  const change = (sql: string, values: readonly string[]) =>
    db.transaction(async (tx) => {
      await tx.all(sql, values);
    });
  return {
    async guilds() {
      const rows = await db.all<{ id: string; left_at: string | null }>(
        'SELECT id, left_at FROM guild ORDER BY id',
      );
      return rows.map(({ id, left_at }) => ({ guildId: id, ...(left_at !== null && { leftAt: left_at }) }));
    },
    left: (guildId) =>
      change('UPDATE guild SET left_at = ? WHERE id = ? AND left_at IS NULL', [stampOf(context), guildId]),
    joined: (guildId) => change('UPDATE guild SET left_at = NULL WHERE id = ?', [guildId]),
    async purgeLeftBefore(time) {
      const sql = 'SELECT id FROM guild WHERE left_at < ? ORDER BY id';
      const left = (await db.all<{ id: string }>(sql, [time.toISOString()])).map(({ id }) => id);
      for (const guildId of left) {
        await purge(context, guildId);
        forget(guildId);
      }
      if (left.length > 0) await db.scrub();
      return left;
    },
    dropJobsEndedBefore: (time) =>
      change(`DELETE FROM job WHERE state IN ('done', 'failed') AND changed_at < ?`, [time.toISOString()]),
  };
}

function purge(
  { db, outbox, ...context }: Readonly<{ db: Db; outbox: boolean; now(): Date }>,
  guildId: string,
): Promise<void> {
  return db.transaction(async (tx) => {
    for (const table of GUILD_TABLES) await tx.all(`DELETE FROM ${table} WHERE guild = ?`, [guildId]);
    await tx.all('DELETE FROM guild WHERE id = ?', [guildId]);
    if (outbox) await queuePurge(tx, guildId, stampOf(context));
    await tellChange(tx, 'purged', guildId, []);
  });
}
