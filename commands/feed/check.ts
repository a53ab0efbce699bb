import type { Office } from '../../src/desk/office.ts';
import type { LongWork } from '../../src/reply/response.ts';
import { feedNamed } from './named.ts';
import { reportBlocks } from './report.ts';

/** Reads a feed now. */
export async function checkFeed(typed: string, office: Office): Promise<LongWork> {
  const feed = await feedNamed(typed, office);
  return {
    first: {
      tone: 'info',
      private: true,
      blocks: [{ type: 'text', words: [`Reading the feed ${feed.id} …`] }],
    },
    async work() {
      const report = await office.checkFeed(feed);
      return {
        tone: report.problem === undefined ? 'info' : 'error',
        private: true,
        blocks: [{ type: 'title', words: [feed.title ?? feed.id] }, ...reportBlocks(report)],
      };
    },
  };
}
