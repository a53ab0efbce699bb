import type { Asker } from '../../../src/desk/ports.ts';
import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import type { LongWork } from '../../../src/reply/response.ts';
import { say } from '../../../src/reply/say.ts';
import { readingReply, reportBlocks } from './report.ts';
import { line, title } from '../../../src/reply/blocks.ts';

/** Reads a feed for the first time. A feed that cannot be read is not kept. */
export function addFeed(url: string, { archive, checkFeed }: EditorTools, asker: Asker): LongWork {
  const host = new URL(url).hostname;
  return {
    first: readingReply(host),
    async work(show) {
      const { outcome, feed } = await archive.feeds.add(url, asker.userId);
      if (outcome === 'exists') throw new AskerError(say('feeds.exists', { feed: feed.id }));
      try {
        const report = await checkFeed(feed, (pages) => void show(readingReply(host, pages)));
        if (report.problem !== undefined) throw new AskerError(report.problem);
        return {
          tone: 'info',
          private: true,
          blocks: [
            title(report.title ?? host),
            line(say('feeds.from-now', { feed: feed.id })),
            ...reportBlocks(report),
          ],
        };
      } catch (error) {
        await archive.feeds.remove(feed.id);
        throw error;
      }
    },
  };
}
