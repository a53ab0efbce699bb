import { valueAt, withRoom } from './room.ts';

/** Where no further entry is. */
export const NONE = -1;
/** More occurrences of a term in one paragraph count as this many. */
export const MOST_OFTEN = 255;

/** The entries of all terms: which document, how often, and which entry of the same term comes next. */
export type Pool = {
  documents: Uint32Array;
  often: Uint8Array;
  next: Int32Array;
  used: number;
  freed: number;
  /** Of each term the first and the last entry, each one more than its number so that 0 is none, and how many there are. */
  first: Int32Array;
  last: Int32Array;
  sizes: Int32Array;
  terms: number;
  /** The entry that {@link Postings.keys} gave last, which is the one that is asked for next, and the entry before it. */
  cursor: { term: number; at: number; before: number };
};

/** No postings. */
export const emptyPool = (): Pool => ({
  documents: new Uint32Array(),
  often: new Uint8Array(),
  next: new Int32Array(),
  used: 0,
  freed: NONE,
  first: new Int32Array(),
  last: new Int32Array(),
  sizes: new Int32Array(),
  terms: 0,
  cursor: { term: NONE, at: NONE, before: NONE },
});

/** Counts one more occurrence of a term. Of all documents this must be the newest. Gives 1 when it is the first in it, else 0. */
export function increment(pool: Pool, term: number, document: number): 0 | 1 {
  if (term >= pool.sizes.length) {
    pool.first = withRoom(pool.first, term);
    pool.last = withRoom(pool.last, term);
    pool.sizes = withRoom(pool.sizes, term);
  }
  pool.terms = Math.max(pool.terms, term + 1);
  const last = valueAt(pool.last, term) - 1;
  if (last !== NONE && pool.documents[last] === document) {
    pool.often[last] = Math.min(valueAt(pool.often, last) + 1, MOST_OFTEN);
    return 0;
  }
  const at = newEntry(pool);
  pool.documents[at] = document;
  pool.often[at] = 1;
  pool.next[at] = NONE;
  if (last === NONE) pool.first[term] = at + 1;
  else pool.next[last] = at;
  pool.last[term] = at + 1;
  pool.sizes[term] = valueAt(pool.sizes, term) + 1;
  return 1;
}

function newEntry(pool: Pool): number {
  if (pool.freed !== NONE) {
    const at = pool.freed;
    pool.freed = valueAt(pool.next, at);
    return at;
  }
  const at = pool.used;
  if (at >= pool.next.length) {
    pool.documents = withRoom(pool.documents, at);
    pool.often = withRoom(pool.often, at);
    pool.next = withRoom(pool.next, at);
  }
  pool.used += 1;
  return at;
}

export function free(pool: Pool, at: number): void {
  pool.next[at] = pool.freed;
  pool.freed = at;
}
