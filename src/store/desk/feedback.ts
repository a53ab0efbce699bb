import { randomUUID } from 'node:crypto';
import { insert } from '../db/db.ts';
import { hashedAsker, keepAtMost, stampOf, type GuildContext } from '../guild-context.ts';

/** A note on an answer that did not help. */
export type Feedback = Readonly<{
  receipts: readonly string[];
  reason: string;
  /** ISO 8601, UTC. */
  at: string;
}>;

export type FeedbackStore = Readonly<{
  record(note: Readonly<{ receipts: readonly string[]; reason: string; userId: string }>): Promise<void>;
  /** Newest first, at most `limit`. */
  list(limit: number): Promise<readonly Feedback[]>;
}>;

/** Notes kept per guild; when there are more, the oldest are deleted. */
const MOST_NOTES = 5000;

/** One guild's notes on answers that did not help. */
export function feedbackStore(context: GuildContext): FeedbackStore {
  const { db, guildId } = context;
  return {
    record: ({ receipts, reason, userId }) =>
      db.transaction(async (tx) => {
        await insert(tx, 'feedback', {
          guild: guildId,
          id: randomUUID(),
          receipts: JSON.stringify(receipts),
          reason,
          asker: await hashedAsker(tx, guildId, userId),
          at: stampOf(context),
        });
        await keepAtMost(tx, guildId, { table: 'feedback', key: 'id', order: 'at, id', most: MOST_NOTES });
      }),

    async list(limit) {
      const rows = await db.all<{ receipts: string; reason: string; at: string }>(
        'SELECT receipts, reason, at FROM feedback WHERE guild = ? ORDER BY at DESC, id LIMIT ?',
        [guildId, limit],
      );
      return rows.map(({ receipts, reason, at }) => ({
        receipts: JSON.parse(receipts) as string[],
        reason,
        at,
      }));
    },
  };
}
