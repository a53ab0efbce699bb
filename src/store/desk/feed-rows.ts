import { readNotice, type Notice } from '../../words/message.ts';

/** An item of a feed: stored as an article, or quarantined with the reason so that the rest of the feed continues (F20). */
export type FeedItem = Readonly<{
  /** The item's guid or link, as the feed gives it. */
  item: string;
  state: 'taken' | 'quarantined';
  articleId?: string;
  /** Changes whenever the item changes. */
  fingerprint?: string;
  problem?: Notice;
  tries: number;
}>;

/** A feed that a server reads. Times are ISO 8601, UTC. */
export type Feed = Readonly<{
  /** Short and readable, from the host: `example-org`. */
  id: string;
  url: string;
  title?: string;
  addedBy: string;
  addedAt: string;
  /** Validators of the last response, sent back so that an unchanged feed is not fetched again. */
  etag?: string;
  lastModified?: string;
  checkedAt?: string;
  succeededAt?: string;
  /** Failures since the last success, for the caller's backoff. */
  failures: number;
  nextAt: string;
  /** Why the last check failed, one sentence. */
  problem?: Notice;
}>;

/** A row of the table `feed`. */
export type FeedRow = Readonly<{
  guild: string;
  id: string;
  url: string;
  title: string | null;
  added_by: string;
  added_at: string;
  etag: string | null;
  last_modified: string | null;
  checked_at: string | null;
  succeeded_at: string | null;
  failures: number;
  next_at: string;
  problem: string | null;
}>;

/** A row of the table `feed_item`. */
export type ItemRow = Readonly<{
  item: string;
  state: string;
  article: string | null;
  fingerprint: string | null;
  problem: string | null;
  tries: number;
}>;

export function feedOf(row: FeedRow): Feed {
  return {
    id: row.id,
    url: row.url,
    ...(row.title !== null && { title: row.title }),
    addedBy: row.added_by,
    addedAt: row.added_at,
    ...(row.etag !== null && { etag: row.etag }),
    ...(row.last_modified !== null && { lastModified: row.last_modified }),
    ...(row.checked_at !== null && { checkedAt: row.checked_at }),
    ...(row.succeeded_at !== null && { succeededAt: row.succeeded_at }),
    failures: row.failures,
    nextAt: row.next_at,
    ...(row.problem !== null && { problem: readNotice(row.problem) }),
  };
}

export function itemOf(row: ItemRow): FeedItem {
  return {
    item: row.item,
    state: row.state === 'taken' ? 'taken' : 'quarantined',
    ...(row.article !== null && { articleId: row.article }),
    ...(row.fingerprint !== null && { fingerprint: row.fingerprint }),
    ...(row.problem !== null && { problem: readNotice(row.problem) }),
    tries: row.tries,
  };
}
