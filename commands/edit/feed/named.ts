import type { Feed } from '../../../src/store/desk/feed-rows.ts';
import type { EditorTools } from '../../../src/desk/editor-tools.ts';
import { AskerError } from '../../../src/reply/error-reply.ts';
import { listed, say } from '../../../src/reply/say.ts';

/** The feed with this name or URL. Throws {@link AskerError}. */
export async function feedNamed(typed: string, { archive }: EditorTools): Promise<Feed> {
  const feeds = await archive.feeds.list();
  const found = feeds.find(({ id, url }) => id === typed || url === typed);
  if (found) return found;
  const names = feeds.slice(0, 5).map(({ id }) => id);
  throw new AskerError(
    names.length === 0 ? say('feeds.none-here') : say('feeds.unknown', { typed, names: listed(names) }),
  );
}
