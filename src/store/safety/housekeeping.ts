import type { GuildContext } from '../guild-context.ts';

/** A guild that has an archive; `leftAt` (ISO 8601, UTC) is set when all bots have left it. */
export type KnownGuild = Readonly<{ guildId: string; leftAt?: string }>;

/** Lists the guilds of the store and deletes what has expired. */
export type Housekeeping = Readonly<{
  guilds(): Promise<readonly KnownGuild[]>;
  /** Removes jobs that ended before `time`. */
  dropJobsEndedBefore(time: Date): Promise<void>;
  /** Forgets replies for somebody alone that were shown before `time`. */
  dropPrivatePostsBefore(time: Date): Promise<void>;
}>;

/** Housekeeping of a store. */
export function housekeeping({ db }: Pick<GuildContext, 'db'>): Housekeeping {
  return {
    async guilds() {
      const rows = await db.all<{ id: string; left_at: string | null }>(
        `SELECT g.id, CASE WHEN count(m.guild) = count(m.left_at) THEN max(m.left_at) END AS left_at
         FROM guild g LEFT JOIN membership m ON m.guild = g.id GROUP BY g.id ORDER BY g.id`,
      );
      return rows.map(({ id, left_at }) => ({ guildId: id, ...(left_at !== null && { leftAt: left_at }) }));
    },
    dropJobsEndedBefore: (time) =>
      db.transaction(async (tx) => {
        const sql = `DELETE FROM job WHERE state IN ('done', 'failed') AND changed_at < ?`;
        await tx.all(sql, [time.toISOString()]);
      }),
    dropPrivatePostsBefore: (time) =>
      db.transaction(async (tx) => {
        const old = `FROM post WHERE kind = 'private' AND posted_at < ?`;
        await tx.all(
          `DELETE FROM post_quote WHERE EXISTS (SELECT 1 ${old} AND guild = post_quote.guild AND message = post_quote.message)`,
          [time.toISOString()],
        );
        await tx.all(`DELETE ${old}`, [time.toISOString()]);
      }),
  };
}
