import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Words } from '../../../src/reply/reply.ts';
import { listed, say } from '../../../src/reply/say.ts';

/** Adds one id to a list and removes another. Throws {@link AskerError} beyond `most`. */
export function changedList(
  before: readonly string[],
  add: string | undefined,
  remove: string | undefined,
  most: number,
): string[] {
  const after = [...new Set([...before, ...(add === undefined ? [] : [add])])].filter((id) => id !== remove);
  if (after.length > most) throw new AskerError(say('desk.full', { most }));
  return after;
}

/** Ids as mentions. */
export const mentionsOf = (mention: 'role' | 'channel', ids: readonly string[]): Words =>
  listed(ids.map((id) => ({ mention, id })));
