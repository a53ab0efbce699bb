import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { feedNamed } from './named.ts';

/** Stops reading a feed. */
export async function removeFeed(typed: string, tools: EditorTools): Promise<Reply> {
  const feed = await feedNamed(typed, tools);
  await tools.archive.feeds.remove(feed.id);
  return {
    tone: 'info',
    private: true,
    blocks: [
      { type: 'text', words: [`${feed.id} is no longer read; its articles stay.`] },
      { type: 'note', words: [`/feed add url:${feed.url} reads it again.`] },
    ],
  };
}
