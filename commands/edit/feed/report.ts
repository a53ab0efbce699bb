import type { FeedReport } from '../../../src/desk/editor-tools.ts';
import { plural } from '../../../src/reply/count.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';
import { line, list, note, when } from '../../../src/reply/blocks.ts';

/** Headlines and reasons listed; more are counted. */
const SHOWN = 5;

/** How far reading a feed is. */
export const readingReply = (name: string, pages = 0): Reply => ({
  tone: 'info',
  private: true,
  blocks: [line(`Reading the feed ${name}${pages === 0 ? '' : `, ${plural(pages, 'item')} so far`} …`)],
});

/** What reading a feed once came to. */
export function reportBlocks({ added, putAside, problem }: FeedReport): Block[] {
  if (problem !== undefined) return [line(problem)];
  const more = (count: number): Block[] => (count > SHOWN ? [note(`and ${count - SHOWN} more`)] : []);
  return [
    line(added.length === 0 ? 'No new articles.' : `Added ${plural(added.length, 'article')}:`),
    list(added.slice(0, SHOWN).map((headline) => [{ news: headline }])),
    ...more(added.length),
    ...when(
      putAside.length > 0,
      line(`${plural(putAside.length, 'item')} put aside:`),
      list(putAside.slice(0, SHOWN).map((reason) => [reason])),
      ...more(putAside.length),
    ),
  ];
}
