import type { FeedItem } from '../../store/desk/feed-rows.ts';
import type { fetchUrl } from '../net/fetch-url.ts';
import type { IntakePool } from '../worker/pool.ts';

/** What a poll needs; tests hand in their own. */
export type PollTools = Readonly<{
  now: () => Date;
  fetch: typeof fetchUrl;
  pool: Pick<IntakePool, 'extract' | 'readFeed'>;
  /** What is known of these items of the feed, by their key. */
  known: (
    keys: readonly string[],
  ) => Promise<ReadonlyMap<string, Pick<FeedItem, 'state' | 'tries' | 'fingerprint'>>>;
}>;
