import type { Office } from '../../../src/desk/office.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { feedNamed } from './named.ts';

/** Stops reading a feed. */
export async function removeFeed(typed: string, office: Office): Promise<Reply> {
  const feed = await feedNamed(typed, office);
  await office.archive.feeds.remove(feed.id);
  return {
    tone: 'info',
    private: true,
    blocks: [
      { type: 'text', words: [`${feed.id} is no longer read; its articles stay.`] },
      { type: 'note', words: [`/feed add url:${feed.url} reads it again.`] },
    ],
  };
}
