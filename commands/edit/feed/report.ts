import type { FeedReport } from '../../../src/desk/editor-tools.ts';
import { plural } from '../../../src/reply/count.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';

/** Headlines and reasons listed; more are counted. */
const SHOWN = 5;

/** How far reading a feed is. */
export const readingReply = (name: string, pages = 0): Reply => ({
  tone: 'info',
  private: true,
  blocks: [
    {
      type: 'text',
      words: [`Reading the feed ${name}${pages === 0 ? '' : `, ${plural(pages, 'item')} so far`} …`],
    },
  ],
});

/** What reading a feed once came to. */
export function reportBlocks({ added, putAside, problem }: FeedReport): Block[] {
  if (problem !== undefined) return [{ type: 'text', words: [problem] }];
  const more = (count: number): Block[] =>
    count > SHOWN ? [{ type: 'note', words: [`and ${count - SHOWN} more`] }] : [];
  return [
    {
      type: 'text',
      words: [added.length === 0 ? 'No new articles.' : `Added ${plural(added.length, 'article')}:`],
    },
    { type: 'list', items: added.slice(0, SHOWN).map((headline) => [{ news: headline }]) },
    ...more(added.length),
    ...(putAside.length === 0
      ? []
      : ([
          { type: 'text', words: [`${plural(putAside.length, 'item')} put aside:`] },
          { type: 'list', items: putAside.slice(0, SHOWN).map((reason) => [reason]) },
          ...more(putAside.length),
        ] as const)),
  ];
}
