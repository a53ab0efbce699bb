import type { Feed } from '../../store/desk/feed-rows.ts';
import type { FeedCheck } from '../../store/desk/feeds.ts';
import type { DraftFields } from '../../article/fields.ts';
import { IntakeError } from '../intake-error.ts';
import { itemKey, type ParsedFeed, type ParsedItem } from './feed.ts';
import { readItem } from './read-item.ts';
import type { PollTools } from './read-item.ts';
import { inEnglish, type Notice } from '../../words/message.ts';

/** An item that was read and is to be stored; afterwards, `item` and `fingerprint` are recorded as known. */
export type ReadItem = Readonly<{
  item: string;
  fingerprint: string;
  extracted: DraftFields;
  host?: string;
}>;
/** An item that could not be read, and the reason (F20). */
export type PutAside = Readonly<{ item: string; fingerprint: string; problem: Notice }>;

/**
 * Result of a poll. Store the arrivals and the failed items first, `check` last: after a crash in between, the next poll
 * finds the same items again, and adding them again changes nothing.
 */
export type Poll = Readonly<{
  check: FeedCheck;
  arrivals: readonly ReadItem[];
  putAside: readonly PutAside[];
}>;

const MINUTE = 60_000;
/** Time between two polls. Milliseconds. */
const INTERVAL = 15 * MINUTE;
/** Longest time between polls; each failure doubles it. */
const MAX_PAUSE = 24 * 60 * MINUTE;
/** Time to the next poll when items are left. */
const SOON = MINUTE;
/** Most items per poll, and the time after which a poll starts no further item. */
const MAX_TAKEN = 20;
const MAX_POLL = 2 * MINUTE;
/** Attempts to read an item; it is tried again when it changes. */
const MAX_TRIES = 3;

/**
 * Polls a feed: fetches it if it has changed, and reads its new items, oldest first. Failures are part of the result;
 * throws only when the pool is closed.
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
    // While items are left, the next poll must not send validators, or the unchanged feed would not be sent.
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
      problem: error.told,
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
    const fingerprint = itemKey(inEnglish(reason));
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
  // Feeds list the newest item first; articles are stored in order of publication.
  for (const { item, fingerprint } of due.toReversed()) {
    if (taken === MAX_TAKEN || tools.now() >= end) break;
    try {
      arrivals.push({ item: item.key, fingerprint, ...(await readItem(item, feed, tools)) });
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      if (error.code === 'closed') break;
      putAside.push({ item: item.key, fingerprint, problem: error.told });
      const triesBefore = known.get(item.key)?.tries ?? 0;
      retried ||= triesBefore + 1 < MAX_TRIES;
    }
    taken += 1;
  }
  return { arrivals, putAside, pending: { leftOver: taken < due.length, retried } };
}

const fingerprintOf = ({ url, headline, html }: ParsedItem): string =>
  itemKey(JSON.stringify([url, headline, html]));

const quiet = (check: FeedCheck): Poll => ({ check, arrivals: [], putAside: [] });

const later = ({ now }: PollTools, milliseconds: number): Date => new Date(now().getTime() + milliseconds);

/** The delay of a Retry-After header in milliseconds; the header has seconds or a date (RFC 9110, 10.2.3). */
function retryAfter({ retryAfter: header = '' }: IntakeError, { now }: PollTools): number {
  const wait = /^\d{1,9}$/u.test(header) ? Number(header) * 1000 : Date.parse(header) - now().getTime();
  return Number.isNaN(wait) ? 0 : Math.min(wait, MAX_PAUSE);
}
