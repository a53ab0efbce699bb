import { stampOf, type GuildContext } from '../guild-context.ts';

/** What a whole store holds and what waits in it, without a word of any article. */
export type StoreFigures = Readonly<{
  servers: number;
  /** Articles that can be quoted. */
  articles: number;
  retracted: number;
  feeds: number;
  /** Feeds whose last check failed. */
  failingFeeds: number;
  /** Articles of feeds that cannot be read. */
  quarantinedItems: number;
  waitingJobs: number;
  failedJobs: number;
  /** Since when the job that waits longest has waited; absent when none does. ISO 8601, UTC. */
  oldestJobAt?: string;
  /** Since when the feed that is overdue longest is due; absent when none is. ISO 8601, UTC. */
  oldestFeedAt?: string;
}>;

type Row = Record<Exclude<keyof StoreFigures, 'oldestJobAt' | 'oldestFeedAt'>, number> & {
  oldestJobAt: string | null;
  oldestFeedAt: string | null;
};

/** Counts everything in one statement. Names are quoted: PostgreSQL would write them in lower case. */
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
  const [row] = rows;
  if (!row) throw new Error('A statement of counts gave no row.');
  const { oldestJobAt, oldestFeedAt, ...counts } = row;
  return {
    ...counts,
    ...(oldestJobAt !== null && { oldestJobAt }),
    ...(oldestFeedAt !== null && { oldestFeedAt }),
  };
}
