import { feedOf, type FeedRow } from './feed-rows.ts';
import type { Feed } from './feed-rows.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';

/** The feeds of every guild, by when they are due. */
export type FeedQueue = Readonly<{
  /** The feed that is due longest, which no other process is given for {@link CHECK_MS}; `undefined` when none is. */
  claim(): Promise<Readonly<{ guildId: string; feed: Feed }> | undefined>;
}>;

/** Milliseconds that a check may take before the feed is due again. */
const CHECK_MS = 5 * 60_000;

/** No feed waits longer: one that is due later was given its time before the clock was set back (F6). */
const LONGEST_WAIT_MS = 25 * 3_600_000;

/** Gives out the feeds that are due. */
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
