import type { Feed } from '../../store/desk/feed-rows.ts';
import type { FeedCheck } from '../../store/desk/feeds.ts';
import type { DraftFields } from '../../article/fields.ts';
import { IntakeError } from '../intake-error.ts';
import { itemKey, type ParsedFeed, type ParsedItem } from './feed.ts';
import { readItem } from './read-item.ts';
import type { PollTools } from './poll-tools.ts';

/** An item that became an article's text, to be stored; `item` and `fingerprint` then go to the known items. */
export type ReadItem = Readonly<{
  item: string;
  fingerprint: string;
  extracted: DraftFields;
  host?: string;
}>;
/** An item that could not be read, and why in one sentence (F20). */
export type PutAside = Readonly<{ item: string; fingerprint: string; problem: string }>;

/**
 * What a poll found. Store the arrivals and what was put aside first and `check` last: after a crash in between the
 * same items come again, and are then the same articles.
 */
export type Poll = Readonly<{
  check: FeedCheck;
  arrivals: readonly ReadItem[];
  putAside: readonly PutAside[];
}>;

const MINUTE = 60_000;
/** Between two polls. */
const INTERVAL = 15 * MINUTE;
/** The longest pause after failures, which double it each time. */
const MAX_PAUSE = 24 * 60 * MINUTE;
/** When a poll left items over. */
const SOON = MINUTE;
/** Items taken in one poll, and the time after which no further one is begun. */
const MAX_TAKEN = 20;
const MAX_POLL = 2 * MINUTE;
/** An item that could not be read is tried in so many polls, and again when it changes. */
const MAX_TRIES = 3;

/**
 * Looks at a feed once: fetches it if it changed, and reads its new items, the oldest first. Throws only when the
 * pool is closed: a feed's faults are in what it gives.
 */
export async function pollFeed(
  feed: Pick<Feed, 'url' | 'etag' | 'lastModified' | 'failures'>,
  tools: PollTools,
): Promise<Poll> {
  const { url, etag, lastModified, failures } = feed;
  const validators = {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
  try {
    const fetched = await tools.fetch(url, validators);
    if (fetched.unchanged) return quiet({ ok: true, nextAt: later(tools, INTERVAL), ...validators });
    const read = await tools.pool.readFeed(fetched.bytes, {
      contentType: fetched.contentType,
      url: fetched.url,
    });
    const { arrivals, putAside, pending } = await takeItems(read, tools);
    const fresh = {
      ...(fetched.etag !== undefined && { etag: fetched.etag }),
      ...(fetched.lastModified !== undefined && { lastModified: fetched.lastModified }),
    };
    // With items still to be read, the next poll must get the feed again although it has not changed.
    const { leftOver, retried } = pending;
    const check: FeedCheck = {
      ok: true,
      nextAt: later(tools, leftOver ? SOON : INTERVAL),
      ...(read.title !== undefined && { title: read.title }),
      ...(!leftOver && !retried && fresh),
    };
    return { check, arrivals, putAside };
  } catch (error) {
    if (!(error instanceof IntakeError) || error.code === 'closed') throw error;
    const pause = Math.min(MAX_PAUSE, INTERVAL * 2 ** Math.min(failures, 10));
    return quiet({
      ok: false,
      nextAt: later(tools, Math.max(pause, retryAfter(error, tools))),
      problem: error.message,
    });
  }
}

type Taken = Omit<Poll, 'check'> & { pending: { leftOver: boolean; retried: boolean } };

async function takeItems(feed: ParsedFeed, tools: PollTools): Promise<Taken> {
  const known = await tools.known([...feed.items, ...feed.broken].map(({ key }) => key));
  const isDue = (key: string, fingerprint: string): boolean => {
    const before = known.get(key);
    return (
      before === undefined ||
      (before.state === 'quarantined' && (before.tries < MAX_TRIES || before.fingerprint !== fingerprint))
    );
  };
  const putAside: PutAside[] = [];
  for (const { key, reason } of feed.broken) {
    const fingerprint = itemKey(reason);
    if (known.get(key)?.fingerprint !== fingerprint)
      putAside.push({ item: key, fingerprint, problem: reason });
  }
  const due = feed.items
    .map((item) => ({ item, fingerprint: fingerprintOf(item) }))
    .filter(({ item, fingerprint }) => isDue(item.key, fingerprint));
  const end = later(tools, MAX_POLL);
  const arrivals: ReadItem[] = [];
  let taken = 0;
  let retried = false;
  // Feeds list the newest first; articles are stored in the order in which they appeared.
  for (const { item, fingerprint } of due.toReversed()) {
    if (taken === MAX_TAKEN || tools.now() >= end) break;
    try {
      arrivals.push({ item: item.key, fingerprint, ...(await readItem(item, feed, tools)) });
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      if (error.code === 'closed') break;
      putAside.push({ item: item.key, fingerprint, problem: error.message });
      retried ||= (known.get(item.key)?.tries ?? 0) + 1 < MAX_TRIES;
    }
    taken += 1;
  }
  return { arrivals, putAside, pending: { leftOver: taken < due.length, retried } };
}

const fingerprintOf = ({ url, headline, html }: ParsedItem): string =>
  itemKey(JSON.stringify([url, headline, html]));

const quiet = (check: FeedCheck): Poll => ({ check, arrivals: [], putAside: [] });

const later = ({ now }: PollTools, milliseconds: number): Date => new Date(now().getTime() + milliseconds);

/** What a Retry-After header asks for, in milliseconds: it holds seconds or a date (RFC 9110, 10.2.3). */
function retryAfter({ retryAfter: header = '' }: IntakeError, { now }: PollTools): number {
  const wait = /^\d{1,9}$/u.test(header) ? Number(header) * 1000 : Date.parse(header) - now().getTime();
  return Number.isNaN(wait) ? 0 : Math.min(wait, MAX_PAUSE);
}
