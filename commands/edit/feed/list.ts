import type { Feed } from '../../../src/store/desk/feed-rows.ts';
import type { FeedItem } from '../../../src/store/desk/feed-rows.ts';
import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import { byWords } from '../../../src/desk/provenance-words.ts';
import { minuteWords } from '../../../src/article/date-words.ts';
import { plural } from '../../../src/reply/count.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';
import { line, list, note, title, when } from '../../../src/reply/blocks.ts';

/** Reasons listed for each feed; more are counted. */
const REASONS = 3;

/** All feeds of the server, how each is, and why items were put aside. */
export async function listFeeds({ archive }: EditorTools): Promise<Reply> {
  const feeds = await archive.feeds.list();
  const blocks: Block[] = [];
  for (const feed of feeds) blocks.push(...feedBlocks(feed, await archive.feeds.quarantined(feed.id)));
  return {
    tone: 'info',
    private: true,
    blocks: [
      title(feeds.length === 0 ? 'No feeds yet' : plural(feeds.length, 'feed')),
      ...blocks,
      ...when(feeds.length === 0, note('/feed add url:… reads one every 15 minutes.')),
    ],
  };
}

function feedBlocks(feed: Feed, aside: readonly FeedItem[]): Block[] {
  const { id, url, failures, problem, succeededAt, nextAt, addedBy } = feed;
  const state =
    problem === undefined
      ? `read ${succeededAt === undefined ? 'not yet' : minuteWords(succeededAt)}`
      : `failed ${plural(failures, 'time')}, read last ${succeededAt === undefined ? 'never' : minuteWords(succeededAt)}`;
  const reasons = aside
    .slice(0, REASONS)
    .map(({ problem: reason = '', tries }) => [`${reason} (${plural(tries, 'try', 'tries')})`]);
  return [
    line(
      `${id}${feed.title === undefined ? '' : ` · ${feed.title}`} · ${state} · next ${minuteWords(nextAt)}`,
    ),
    note(`${url} · added by `, ...byWords(addedBy)),
    ...(problem === undefined ? [] : [note(problem)]),
    ...when(aside.length > 0, note(`${plural(aside.length, 'item')} put aside:`), list(reasons)),
  ];
}
