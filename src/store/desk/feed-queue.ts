import { feedOf, type Feed, type FeedRow } from './feed-rows.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';

/** Due feeds of all guilds. */
export type FeedQueue = Readonly<{
  /** Claims the feed that is most overdue for {@link CHECK_MS}: no other process gets it meanwhile. Returns `undefined` if none is due. */
  claim(): Promise<Readonly<{ guildId: string; feed: Feed }> | undefined>;
}>;

/** Milliseconds that a check may take before the feed is due again. */
const CHECK_MS = 5 * 60_000;

/** A feed that is due later than this was scheduled before the clock was set back (F6), and is due now. */
const LONGEST_WAIT_MS = 25 * 3_600_000;

/** Queue of due feeds. */
export function feedQueue(context: Pick<GuildContext, 'db' | 'now'>): FeedQueue {
  return {
    claim: () =>
      context.db.transaction(async (tx) => {
        const now = stampOf(context);
        const later = new Date(context.now().getTime() + CHECK_MS).toISOString();
        const never = new Date(context.now().getTime() + LONGEST_WAIT_MS).toISOString();
        const [row] = await tx.all<FeedRow>(
          `UPDATE feed SET next_at = ? WHERE (next_at <= ? OR next_at > ?) AND (guild, id) =
             (SELECT guild, id FROM feed WHERE next_at <= ? OR next_at > ? ORDER BY next_at, guild, id LIMIT 1) RETURNING *`,
          [later, now, never, now, never],
        );
        return row && { guildId: row.guild, feed: feedOf(row) };
      }),
  };
}
