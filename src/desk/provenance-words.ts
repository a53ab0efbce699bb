import type { Words } from '../reply/reply.ts';
import { say } from '../reply/say.ts';

/** Who added something, in words: a member of the server, a feed, or the person at the terminal. */
export function byWords(by: string): Words {
  if (/^\d{1,20}$/u.test(by)) return [{ mention: 'user', id: by }];
  return [by.startsWith('feed:') ? say('by.feed', { feed: by.slice('feed:'.length) }) : say('by.operator')];
}

/** Who added an article, and the host it was fetched from (T21). */
export function addedWords({ addedBy, host }: Readonly<{ addedBy: string; host?: string }>): Words {
  const who = byWords(addedBy);
  return [host === undefined ? say('by.added', { who }) : say('source.added-from', { who, host })];
}
