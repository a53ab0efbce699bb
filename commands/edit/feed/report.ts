import type { FeedReport } from '../../../src/desk/editor-tools.ts';
import { say } from '../../../src/reply/say.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';
import { line, list, note, when } from '../../../src/reply/blocks.ts';

/** Number of headlines and reasons listed; the others are counted. */
const SHOWN = 5;

/** The progress of reading a feed. */
export const readingReply = (name: string, pages = 0): Reply => ({
  tone: 'info',
  private: true,
  blocks: [
    line(
      pages === 0
        ? say('feeds.reading', { feed: name })
        : say('feeds.reading-so-far', { feed: name, items: pages }),
    ),
  ],
});

/** The result of reading a feed once. */
export function reportBlocks({ added, putAside, problem }: FeedReport): Block[] {
  if (problem !== undefined) return [line(problem)];
  const more = (count: number): Block[] =>
    count > SHOWN ? [note(say('feeds.more', { count: count - SHOWN }))] : [];
  return [
    line(added.length === 0 ? say('feeds.nothing') : say('feeds.added', { articles: added.length })),
    list(added.slice(0, SHOWN).map((headline) => [{ news: headline }])),
    ...more(added.length),
    ...when(
      putAside.length > 0,
      line(say('feeds.aside', { items: putAside.length })),
      list(putAside.slice(0, SHOWN).map((reason) => [reason])),
      ...more(putAside.length),
    ),
  ];
}
