import type { Store } from '../store/archive.ts';
import type { Added } from '../store/articles/add-article.ts';
import type { Feed } from '../store/desk/feed-rows.ts';
import type { FeedCheck } from '../store/desk/feeds.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { PollTools } from '../intake/feed/read-item.ts';
import { pollFeed, type ReadItem } from '../intake/feed/poll-feed.ts';
import type { Draft } from '../store/articles/stored.ts';
import { indexFull, IntakeError } from '../intake/intake-error.ts';
import type { Log } from '../desk/ports.ts';
import type { FeedReport } from '../desk/editor-tools.ts';
import { notAdded } from '../desk/not-added.ts';
import type { News } from './digest.ts';
import { causeOf } from '../desk/cause.ts';
import { inEnglish, keptNotice, type Notice } from '../words/message.ts';

export type FeedRunnerOptions = Readonly<{
  store: Pick<Store, 'guild' | 'feeds'>;
  tools: Omit<PollTools, 'known'>;
  /** Announces news in the desk channel, once per key. */
  news(guildId: string, key: string, news: News): Promise<void>;
  log: Log;
}>;

/** Reads due feeds, and any feed immediately when an editor asks. */
export type FeedRunner = Readonly<{
  check(guildId: string, feed: Feed, onRead?: (pages: number) => void): Promise<FeedReport>;
  /** Reads all due feeds one by one; other processes read others meanwhile. Never rejects. */
  work(): Promise<void>;
  /** Starts no further feed, and resolves when the current one is finished. */
  close(): Promise<void>;
}>;

/** Consecutive failures after which the desk channel is told that a feed has stopped working. */
const STOPPED = 3;
const NO_ROOM = indexFull().told;

export function feedRunner({ store, tools, news, log }: FeedRunnerOptions): FeedRunner {
  let closed = false;
  let running: Promise<void> | undefined;

  async function check(
    guildId: string,
    feed: Feed,
    onRead: (pages: number) => void = () => {},
  ): Promise<FeedReport> {
    const archive = store.guild(guildId);
    // Starts below zero because the first fetch is the feed itself.
    let pages = -1;
    const fetch: PollTools['fetch'] = (url, options) => {
      pages += 1;
      if (pages > 0) onRead(pages);
      return tools.fetch(url, options);
    };
    const known: PollTools['known'] = (keys) => archive.feeds.known(feed.id, keys);
    const poll = await pollFeed(feed, { ...tools, fetch, known });
    const added: string[] = [];
    const putAside = poll.putAside.map(({ problem }) => problem);
    for (const item of poll.putAside) await archive.feeds.keep(feed.id, { ...item, state: 'quarantined' });
    for (const arrival of poll.arrivals) {
      const problem = await storeItem(arrival, feed, archive, added);
      if (problem !== undefined) putAside.push(problem);
    }
    await archive.feeds.checked(
      feed.id,
      putAside.includes(NO_ROOM) ? asThoughChanged(poll.check) : poll.check,
    );
    await tellDesk(news, guildId, feed, poll.check.ok ? undefined : poll.check.problem);
    return {
      added,
      putAside,
      ...(poll.check.ok
        ? poll.check.title !== undefined && { title: poll.check.title }
        : { problem: poll.check.problem }),
    };
  }

  async function workOff(): Promise<void> {
    for (;;) {
      const due = closed ? undefined : await store.feeds.claim();
      if (!due) return;
      const { added, problem } = await check(due.guildId, due.feed);
      const told = problem && inEnglish(problem);
      log.info(
        { guildId: due.guildId, feed: due.feed.id, added: added.length, problem: told },
        'read a feed',
      );
    }
  }

  return {
    check,
    work() {
      running ??= workOff()
        .catch((error: unknown) => {
          if (!(error instanceof IntakeError))
            log.warn({ cause: causeOf(error) }, 'could not read due feeds');
        })
        .finally(() => (running = undefined));
      return running;
    },
    async close() {
      closed = true;
      await running;
    },
  };
}

/** Tells the desk channel that a feed has stopped working, or works again. */
async function tellDesk(
  news: FeedRunnerOptions['news'],
  guildId: string,
  feed: Feed,
  problem: Notice | undefined,
): Promise<void> {
  const outage = `feed:${feed.id}:${feed.succeededAt ?? feed.addedAt}`;
  if (problem !== undefined && feed.failures + 1 === STOPPED)
    await news(guildId, `${outage}:stopped`, {
      what: 'feed-stopped',
      feed: feed.id,
      problem: keptNotice(problem),
    });
  if (problem === undefined && feed.failures >= STOPPED)
    await news(guildId, `${outage}:works`, { what: 'feed-works', feed: feed.id });
}

/**
 * Stores an item as an article. Returns why it was not stored, if so. An item that exceeds the server's limit is not
 * quarantined: the next check finds it again.
 */
async function storeItem(
  { item, fingerprint, extracted, host }: ReadItem,
  feed: Feed,
  archive: GuildArchive,
  added: string[],
): Promise<Notice | undefined> {
  const { newArticleChannels: channels } = await archive.settings.get();
  const visibility = channels.length > 0 ? { channels } : {};
  const provenance = { by: `feed:${feed.id}`, ...(host !== undefined && { host }) };
  const [outcome] = await archive.add([{ draft: extracted as Draft, visibility }], provenance);
  if (outcome?.outcome === 'full') return NO_ROOM;
  const problem = outcome && notAdded(outcome);
  if (outcome?.outcome === 'added') added.push(outcome.stored.article.headline);
  await archive.feeds.keep(feed.id, {
    item,
    fingerprint,
    ...(problem === undefined ? { state: 'taken' } : { state: 'quarantined', problem }),
    ...(outcome && problem === undefined && { articleId: idOf(outcome) }),
  });
  return problem;
}

/** Drops the validators, so that the next check gets the whole feed again, with the items that exceeded the limit. */
function asThoughChanged(check: FeedCheck): FeedCheck {
  if (!check.ok) return check;
  const { etag: _etag, lastModified: _lastModified, ...rest } = check;
  return rest;
}

type Placed = Exclude<Added, { outcome: 'full' }>;

const idOf = (added: Placed): string =>
  added.outcome === 'added' ? added.stored.article.id : 'id' in added ? added.id : added.tombstone.id;
