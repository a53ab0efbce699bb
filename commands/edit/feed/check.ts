import type { Office } from '../../../src/desk/office.ts';
import type { LongWork } from '../../../src/reply/response.ts';
import { feedNamed } from './named.ts';
import { readingReply, reportBlocks } from './report.ts';

/** Reads a feed now. */
export async function checkFeed(typed: string, office: Office): Promise<LongWork> {
  const feed = await feedNamed(typed, office);
  return {
    first: readingReply(feed.id),
    async work(show) {
      const report = await office.checkFeed(feed, (pages) => void show(readingReply(feed.id, pages)));
      return {
        tone: report.problem === undefined ? 'info' : 'error',
        private: true,
        blocks: [{ type: 'title', words: [feed.title ?? feed.id] }, ...reportBlocks(report)],
      };
    },
  };
}
