import type MiniSearch from 'minisearch';
import { emptyPool, free, increment, MOST_OFTEN, NONE, type Pool } from './posting-pool.ts';
import { valueAt, withRoom } from './room.ts';

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
  const pool = emptyPool();
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
