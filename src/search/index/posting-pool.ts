import { valueAt, withRoom } from './room.ts';

/** Marks the end of a list of entries. */
export const NONE = -1;
/** Higher term frequencies are stored as this, the largest byte. */
export const MOST_OFTEN = 255;

/** The entries of all terms: the document, the term frequency, and the next entry of the same term. */
export type Pool = {
  documents: Uint32Array;
  often: Uint8Array;
  next: Int32Array;
  used: number;
  freed: number;
  /** For each term its first and last entry, as entry number + 1 (0 means none), and its number of entries. */
  first: Int32Array;
  last: Int32Array;
  sizes: Int32Array;
  terms: number;
  /** The entry that {@link Postings.keys} yielded last, which is the one looked up next, and its predecessor. */
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

/** Counts one more occurrence of a term in the newest document. Returns 1 for the first occurrence, else 0. */
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
