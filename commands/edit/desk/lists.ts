import { AskerError } from '../../../src/reply/error-reply.ts';
import type { Words } from '../../../src/reply/reply.ts';

/** A list with one id added and one taken away. Throws {@link AskerError} beyond `most`. */
export function changedList(
  before: readonly string[],
  add: string | undefined,
  remove: string | undefined,
  most: number,
): string[] {
  const after = [...new Set([...before, ...(add === undefined ? [] : [add])])].filter((id) => id !== remove);
  if (after.length > most) throw new AskerError(`There is room for ${most}: take one away first.`);
  return after;
}

/** Ids as mentions behind `lead`; `none` when there are none. */
export function listWords(
  mention: 'role' | 'channel',
  ids: readonly string[],
  lead: string,
  none: string,
): Words {
  if (ids.length === 0) return [none];
  return [lead, ...ids.flatMap((id, at) => [at === 0 ? '' : ', ', { mention, id } as const])];
}
