import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { say } from '../../../src/reply/say.ts';
import { feedNamed } from './named.ts';
import { line, note } from '../../../src/reply/blocks.ts';

/** Stops reading a feed. */
export async function removeFeed(typed: string, tools: EditorTools): Promise<Reply> {
  const feed = await feedNamed(typed, tools);
  await tools.archive.feeds.remove(feed.id);
  return {
    tone: 'info',
    private: true,
    blocks: [line(say('feeds.removed', { feed: feed.id })), note(say('feeds.again', { url: feed.url }))],
  };
}
