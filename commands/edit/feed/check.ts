import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import type { LongWork } from '../../../src/reply/response.ts';
import { feedNamed } from './named.ts';
import { readingReply, reportBlocks } from './report.ts';
import { title } from '../../../src/reply/blocks.ts';

/** Reads a feed now. */
export async function checkFeed(typed: string, tools: EditorTools): Promise<LongWork> {
  const feed = await feedNamed(typed, tools);
  return {
    first: readingReply(feed.id),
    async work(show) {
      const report = await tools.checkFeed(feed, (pages) => void show(readingReply(feed.id, pages)));
      return {
        tone: report.problem === undefined ? 'info' : 'error',
        private: true,
        blocks: [title(feed.title ?? feed.id), ...reportBlocks(report)],
      };
    },
  };
}
