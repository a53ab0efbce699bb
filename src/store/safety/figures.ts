import { onlyRow } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';

/** Counts of a whole store, without any word of an article. */
export type StoreFigures = Readonly<{
  servers: number;
  /** Articles that can be quoted. */
  articles: number;
  retracted: number;
  feeds: number;
  /** Feeds whose last check failed. */
  failingFeeds: number;
  /** Items of feeds that could not be read. */
  quarantinedItems: number;
  waitingJobs: number;
  failedJobs: number;
  /** When the oldest waiting job was created; absent when none waits. ISO 8601, UTC. */
  oldestJobAt?: string;
  /** When the most overdue feed was due; absent when none is. ISO 8601, UTC. */
  oldestFeedAt?: string;
}>;

type Row = Record<Exclude<keyof StoreFigures, 'oldestJobAt' | 'oldestFeedAt'>, number> & {
  oldestJobAt: string | null;
  oldestFeedAt: string | null;
};

/** Counts everything in one statement. The names are quoted because PostgreSQL would fold them to lower case. */
export async function storeFigures(context: Pick<GuildContext, 'db' | 'now'>): Promise<StoreFigures> {
  const rows = await context.db.all<Row>(
    `SELECT
       (SELECT count(*) FROM guild) AS "servers",
       (SELECT count(*) FROM article WHERE state = 'live') AS "articles",
       (SELECT count(*) FROM article WHERE state = 'retracted') AS "retracted",
       (SELECT count(*) FROM feed) AS "feeds",
       (SELECT count(*) FROM feed WHERE failures > 0) AS "failingFeeds",
       (SELECT count(*) FROM feed_item WHERE state = 'quarantined') AS "quarantinedItems",
       (SELECT count(*) FROM job WHERE state = 'waiting') AS "waitingJobs",
       (SELECT count(*) FROM job WHERE state = 'failed') AS "failedJobs",
       (SELECT min(created_at) FROM job WHERE state = 'waiting') AS "oldestJobAt",
       (SELECT min(next_at) FROM feed WHERE next_at < ?) AS "oldestFeedAt"`,
    [stampOf(context)],
  );
  const { oldestJobAt, oldestFeedAt, ...counts } = onlyRow(rows);
  return {
    ...counts,
    ...(oldestJobAt !== null && { oldestJobAt }),
    ...(oldestFeedAt !== null && { oldestFeedAt }),
  };
}
