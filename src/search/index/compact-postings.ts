import type MiniSearch from 'minisearch';
import { valueAt, withRoom } from './room.ts';

/** Marks the end of a list of entries. */
const NONE = -1;
/** Higher term frequencies are stored as this, the largest byte. */
const MOST_OFTEN = 255;

/** The internals of MiniSearch that are replaced here. */
type Inside = {
  _index: unknown;
  _documentIds: unknown;
  _idToShortId: unknown;
  _fieldLength: unknown;
  _avgFieldLength: number[];
  _documentCount: number;
  addDocumentId(id: number): number;
};

/** The entries of all terms: the document, the term frequency, and the next entry of the same term. */
type Pool = {
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

/** Adds documents to an index with compact postings. */
export type CompactWriter = Readonly<{
  /**
   * Adds a document from its terms, repeated as often as they occur, and returns its number. Documents are numbered from 0 in the order
   * they are added.
   */
  add(terms: Iterable<number>): number;
}>;

/** Spells terms for MiniSearch, which identifies them by strings. */
export type TermCodes = Readonly<{ codeOf(term: number): string; termOfCode(code: string): number }>;

/**
 * Makes a MiniSearch index of one field keep its postings in typed arrays: 9 bytes per posting instead of about 45 in a `Map` per term,
 * and 12 bytes per term instead of a branch of a tree. Results and their order stay the same, except that only whole terms are found.
 * Replaces the term index and the document tables of MiniSearch 7.2 by objects with the `Map` methods that it calls. Documents must be
 * added with the returned writer only.
 */
export function keepPostingsCompact<Entry>(index: MiniSearch<Entry>, codes: TermCodes): CompactWriter {
  const pool: Pool = {
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
  };
  const inside = index as unknown as Inside;
  const lengths = new Lengths();
  const documents = new Documents();
  inside._index = new Terms(pool, codes);
  inside._documentIds = documents;
  inside._idToShortId = documents;
  inside._fieldLength = lengths;
  return {
    add(terms) {
      const document = inside.addDocumentId(documents.made);
      let different = 0;
      for (const term of terms) different += increment(pool, term, document);
      const others = inside._documentCount - 1;
      // Before the first document there is no average.
      const total = (inside._avgFieldLength[0] ?? 0) * others + different;
      inside._avgFieldLength[0] = total / (others + 1);
      lengths.keep(document, different);
      return document;
    },
  };
}

/** Counts one more occurrence of a term in the newest document. Returns 1 for the first occurrence, else 0. */
function increment(pool: Pool, term: number, document: number): 0 | 1 {
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

/** All terms, with the `Map` methods that MiniSearch calls. */
class Terms {
  private readonly pool: Pool;
  private readonly codes: TermCodes;
  constructor(pool: Pool, codes: TermCodes) {
    this.pool = pool;
    this.codes = codes;
  }
  get(code: string): OneField | undefined {
    const term = this.codes.termOfCode(code);
    return term < 0 || term >= this.pool.terms ? undefined : new OneField(new Postings(this.pool, term));
  }
  has(code: string): boolean {
    const field = this.get(code);
    return field !== undefined && field.size > 0;
  }
  /** Requires that the term exists. */
  fetch(code: string): OneField {
    return new OneField(new Postings(this.pool, this.codes.termOfCode(code)));
  }
  /** Does nothing: a term without documents counts as absent. */
  delete(_code: string): void {}
  *[Symbol.iterator](): Generator<[string, OneField]> {
    for (let term = 0; term < this.pool.terms; term += 1)
      if (valueAt(this.pool.sizes, term) > 0)
        yield [this.codes.codeOf(term), new OneField(new Postings(this.pool, term))];
  }
}

/** A term's postings by field, as MiniSearch expects them. There is one field. */
class OneField {
  private readonly postings: Postings;
  constructor(postings: Postings) {
    this.postings = postings;
  }
  get size(): number {
    return this.postings.size > 0 ? 1 : 0;
  }
  get(_field: number): Postings {
    return this.postings;
  }
  delete(_field: number): void {
    this.postings.clear();
  }
  *[Symbol.iterator](): Generator<[number, Postings]> {
    yield [0, this.postings];
  }
}

/** A term's documents in ascending order with its frequency in each, with the `Map` methods that MiniSearch calls. */
class Postings {
  private readonly pool: Pool;
  private readonly term: number;
  constructor(pool: Pool, term: number) {
    this.pool = pool;
    this.term = term;
  }

  get size(): number {
    return valueAt(this.pool.sizes, this.term);
  }

  *keys(): Generator<number> {
    const { pool, term } = this;
    let before = NONE;
    for (let at = this.first(); at !== NONE;) {
      const document = valueAt(pool.documents, at);
      const next = valueAt(pool.next, at);
      const { size } = this;
      pool.cursor.term = term;
      pool.cursor.at = at;
      pool.cursor.before = before;
      yield document;
      if (this.size === size) before = at;
      at = next;
    }
    pool.cursor.term = NONE;
  }

  *[Symbol.iterator](): Generator<[number, number]> {
    for (const document of this.keys()) yield [document, this.get(document) as number];
  }

  get(document: number): number | undefined {
    const at = this.find(document);
    return at === NONE ? undefined : this.pool.often[at];
  }

  set(document: number, often: number): void {
    const at = this.find(document);
    if (at !== NONE) this.pool.often[at] = Math.min(often, MOST_OFTEN);
  }

  delete(document: number): void {
    const at = this.find(document);
    if (at === NONE) return;
    const { pool, term } = this;
    const { cursor } = pool;
    const before = cursor.term === term && cursor.at === at ? cursor.before : this.entryBefore(at);
    const next = valueAt(pool.next, at);
    if (before === NONE) pool.first[term] = next + 1;
    else pool.next[before] = next;
    if (this.last() === at) pool.last[term] = before + 1;
    pool.sizes[term] = this.size - 1;
    cursor.term = NONE;
    free(pool, at);
  }

  clear(): void {
    for (const document of this.keys()) this.delete(document);
  }

  private first(): number {
    return valueAt(this.pool.first, this.term) - 1;
  }

  private last(): number {
    return valueAt(this.pool.last, this.term) - 1;
  }

  private find(document: number): number {
    const { documents, next, cursor } = this.pool;
    if (cursor.term === this.term && documents[cursor.at] === document) return cursor.at;
    const last = this.last();
    if (last === NONE || valueAt(documents, last) < document) return NONE;
    let at = this.first();
    while (at !== NONE && documents[at] !== document) at = valueAt(next, at);
    return at;
  }

  private entryBefore(entry: number): number {
    let before = NONE;
    for (let at = this.first(); at !== entry; at = valueAt(this.pool.next, at)) before = at;
    return before;
  }
}

/** The documents of the index; each number is also its id. Has the `Map` methods that MiniSearch calls. */
class Documents {
  /** Number of documents ever added. */
  made = 0;
  private there = new Uint8Array();
  has(document: number): boolean {
    return this.there[document] === 1;
  }
  get(document: number): number | undefined {
    return this.there[document] === 1 ? document : undefined;
  }
  set(document: number, _same: number): void {
    this.there = withRoom(this.there, document);
    this.there[document] = 1;
    this.made = Math.max(this.made, document + 1);
  }
  delete(document: number): void {
    this.there[document] = 0;
  }
}

/** The number of distinct terms of each document, for the one field. Has the `Map` methods that MiniSearch calls. */
class Lengths {
  /** Length + 1, so that 0 means none. */
  private lengths = new Int32Array();
  keep(document: number, length: number): void {
    this.lengths = withRoom(this.lengths, document);
    this.lengths[document] = length + 1;
  }
  get(document: number): readonly number[] | undefined {
    // The array may be shorter than the document's number.
    const known = this.lengths[document] ?? 0;
    return known === 0 ? undefined : [known - 1];
  }
  delete(document: number): void {
    this.lengths[document] = 0;
  }
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

function free(pool: Pool, at: number): void {
  pool.next[at] = pool.freed;
  pool.freed = at;
}
