import { onlyRow } from '../db/db.ts';
import type { GuildContext } from '../guild-context.ts';

/** Counts and times of one guild's archive, for the status page and the freshness line. Times are ISO 8601, UTC. */
export type GuildStatus = Readonly<{
  articles: number;
  retracted: number;
  /** When an article was last added or corrected. */
  lastIntakeAt?: string;
  /** The newest publication date of live articles, as stated in the article. */
  newestPublishedAt?: string;
  feeds: number;
  /** The oldest of all feeds' last successes; absent when a feed never succeeded, or there are no feeds. */
  oldestFeedSuccessAt?: string;
  /** Feeds whose last check failed. */
  failingFeeds: number;
  quarantinedItems: number;
  waitingJobs: number;
  failedJobs: number;
  gaps: number;
}>;

/** Table and condition of each count. */
const COUNTS = {
  articles: `article WHERE state = 'live'`,
  retracted: `article WHERE state = 'retracted'`,
  feeds: `feed WHERE 1 = 1`,
  failing_feeds: `feed WHERE failures > 0`,
  quarantined_items: `feed_item WHERE state = 'quarantined'`,
  waiting_jobs: `job WHERE state IN ('waiting', 'running')`,
  failed_jobs: `job WHERE state = 'failed'`,
  gaps: `gap WHERE 1 = 1`,
} as const;

/** Query of each time. */
const TIMES = {
  last_intake: `SELECT max(created_at) FROM revision WHERE guild = ?`,
  newest_published: `SELECT max(r.published_at) FROM article a JOIN revision r
    ON r.guild = a.guild AND r.article = a.id AND r.n = a.revision WHERE a.state = 'live' AND a.guild = ?`,
  oldest_success: `SELECT CASE WHEN count(*) = count(succeeded_at) THEN min(succeeded_at) END FROM feed WHERE guild = ?`,
} as const;

const QUERY = `SELECT ${[
  ...Object.entries(COUNTS).map(([name, rows]) => `(SELECT count(*) FROM ${rows} AND guild = ?) AS ${name}`),
  ...Object.entries(TIMES).map(([name, query]) => `(${query}) AS ${name}`),
].join(', ')}`;
const VALUES = Object.keys(COUNTS).length + Object.keys(TIMES).length;

type Row = Readonly<Record<keyof typeof COUNTS, number> & Record<keyof typeof TIMES, string | null>>;

/** Counts one guild's rows. */
export async function guildStatus({
  db,
  guildId,
}: Pick<GuildContext, 'db' | 'guildId'>): Promise<GuildStatus> {
  const values = Array.from({ length: VALUES }, () => guildId);
  const row = onlyRow(await db.all<Row>(QUERY, values));
  return {
    articles: row.articles,
    retracted: row.retracted,
    ...(row.last_intake !== null && { lastIntakeAt: row.last_intake }),
    ...(row.newest_published !== null && { newestPublishedAt: row.newest_published }),
    feeds: row.feeds,
    ...(row.oldest_success !== null && { oldestFeedSuccessAt: row.oldest_success }),
    failingFeeds: row.failing_feeds,
    quarantinedItems: row.quarantined_items,
    waitingJobs: row.waiting_jobs,
    failedJobs: row.failed_jobs,
    gaps: row.gaps,
  };
}
