import type { Feed } from '../../../src/store/desk/feed-rows.ts';
import type { FeedItem } from '../../../src/store/desk/feed-rows.ts';
import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import { byWords } from '../../../src/desk/provenance-words.ts';
import type { Block, Reply, Said } from '../../../src/reply/reply.ts';
import { minute, say } from '../../../src/reply/say.ts';
import { line, list, note, title, when } from '../../../src/reply/blocks.ts';

/** Number of reasons listed per feed; the others are counted. */
const REASONS = 3;

/** Lists the server's feeds with their state, and why items were put aside. */
export async function listFeeds({ archive }: EditorTools): Promise<Reply> {
  const feeds = await archive.feeds.list();
  const blocks: Block[] = [];
  for (const feed of feeds) blocks.push(...feedBlocks(feed, await archive.feeds.quarantined(feed.id)));
  return {
    tone: 'info',
    private: true,
    blocks: [
      title(feeds.length === 0 ? say('feeds.none') : say('feeds.count', { feeds: feeds.length })),
      ...blocks,
      ...when(feeds.length === 0, note(say('feeds.hint'))),
    ],
  };
}

function feedBlocks(feed: Feed, aside: readonly FeedItem[]): Block[] {
  const { id, url, failures, problem, succeededAt, nextAt, addedBy } = feed;
  const state = stateOf(problem === undefined ? 0 : failures, succeededAt);
  const reasons = aside
    .slice(0, REASONS)
    .map(({ problem: reason = '', tries }) => [say('feeds.reason', { reason, tries })]);
  return [
    line(
      say('feeds.line', {
        feed: feed.title === undefined ? id : `${id} · ${feed.title}`,
        state,
        minute: minute(nextAt),
      }),
    ),
    note(`${url} · `, say('source.added', { who: byWords(addedBy) })),
    ...(problem === undefined ? [] : [note(problem)]),
    ...when(aside.length > 0, note(say('feeds.aside', { items: aside.length })), list(reasons)),
  ];
}

function stateOf(failures: number, succeededAt: string | undefined): Said {
  if (failures === 0)
    return succeededAt === undefined
      ? say('feeds.not-yet')
      : say('feeds.read', { minute: minute(succeededAt) });
  return succeededAt === undefined
    ? say('feeds.failed-never', { times: failures })
    : say('feeds.failed', { times: failures, minute: minute(succeededAt) });
}
