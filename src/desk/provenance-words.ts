import type { Words } from '../reply/reply.ts';

/** Who handed something in, in words: a member of the server, a feed, or whoever sits at the terminal. */
export function byWords(by: string): Words {
  if (/^\d{1,20}$/u.test(by)) return [{ mention: 'user', id: by }];
  return [by.startsWith('feed:') ? `the feed ${by.slice('feed:'.length)}` : 'whoever runs Pullquote'];
}

/** Who added an article, and the host it was fetched from (T21). */
export function addedWords({ addedBy, host }: Readonly<{ addedBy: string; host?: string }>): Words {
  return ['added by ', ...byWords(addedBy), host === undefined ? ' as a text or file' : ` from ${host}`];
}
