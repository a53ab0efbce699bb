import { VECTOR_LENGTH, VECTOR_SCALE } from '../../reader/reader.ts';
import { vectorRows } from './dot-products.ts';
import type { Scope } from './search-index.ts';
import { itemAt } from '../../article/item-at.ts';

/** A sentence close in meaning to the question. `similarity` is the cosine of their vectors, -1 to 1. */
export type NearSentence = Readonly<{ articleId: string; n: number; similarity: number }>;

/** The vectors of an archive's sentences. Articles without vectors yet are left out. */
export type Vectors = Readonly<{
  /**
   * The `limit` sentences nearest to a question, nearest first. Covers only the articles of the scope, if given, and never articles that
   * {@link Vectors.without} hides. Exact: compares every sentence.
   */
  nearest(question: Int8Array, limit: number, scope?: Scope): readonly NearSentence[];
  /** The cosine between a question and a sentence; undefined when the sentence has no vector. */
  similarity(question: Int8Array, articleId: string, n: number): number | undefined;
  /** Number of sentences with a vector. */
  size(): number;
  /** The same vectors without some articles, by id. `hidden` is called at each use. */
  without(hidden: () => readonly string[]): Vectors;
}>;

/** Vectors that can be added and removed, an article at a time. */
export type MutableVectors = Vectors &
  Readonly<{
    /** Adds the vectors of an article's sentences, concatenated in the order of the sentence numbers. */
    add(articleId: string, numbers: readonly number[], vectors: Int8Array): void;
    remove(articleId: string): void;
  }>;

/** The rows of an article. */
type Entry = { first: number; readonly numbers: readonly number[] };

/** When more than this share of the rows belongs to removed articles, the remaining rows are compacted. */
const MOST_EMPTY = 0.25;

/** Starts empty. */
export function createVectors(): MutableVectors {
  const rows = vectorRows();
  /** In row order. */
  const entries = new Map<string, Entry>();
  let end = 0;
  let live = 0;

  function compact(): void {
    end = 0;
    for (const entry of entries.values()) {
      rows.move(entry.first, end, entry.numbers.length);
      entry.first = end;
      end += entry.numbers.length;
    }
  }

  function remove(articleId: string): void {
    live -= entries.get(articleId)?.numbers.length ?? 0;
    entries.delete(articleId);
  }

  /** The articles to compare; those of the scope without vectors are ignored. */
  function* within(scope: Scope | undefined, hidden: ReadonlySet<string>): Generator<[string, Entry]> {
    if (!scope) {
      for (const named of entries) if (!hidden.has(named[0])) yield named;
      return;
    }
    for (const { article } of scope) {
      const entry = entries.get(article.id);
      if (entry && !hidden.has(article.id)) yield [article.id, entry];
    }
  }

  const reading = (hidden: () => readonly string[]): Vectors => ({
    nearest(question, limit, scope) {
      const nearest = nearestOf(limit);
      rows.ask(question);
      for (const [articleId, { first, numbers }] of within(scope, new Set(hidden()))) {
        rows.products(first, numbers.length, (row, product) => {
          if (nearest.admits(product)) nearest.add(articleId, at(numbers, row - first), product);
        });
      }
      return nearest.found;
    },
    similarity(question, articleId, n) {
      const entry = hidden().includes(articleId) ? undefined : entries.get(articleId);
      const place = entry?.numbers.indexOf(n) ?? -1;
      if (!entry || place === -1) return undefined;
      let found: number | undefined;
      rows.ask(question);
      rows.products(entry.first + place, 1, (_, product) => (found = cosineOf(product)));
      return found;
    },
    size: () => live,
    without: (others) => reading(() => [...hidden(), ...others()]),
  });

  return {
    ...reading(() => []),
    add(articleId, numbers, vectors) {
      if (vectors.length !== numbers.length * VECTOR_LENGTH) {
        throw new RangeError(`${articleId}: ${numbers.length} sentences, ${vectors.length} numbers.`);
      }
      remove(articleId);
      if (numbers.length === 0) return;
      if (end - live > end * MOST_EMPTY) compact();
      rows.write(end, vectors);
      entries.set(articleId, { first: end, numbers });
      end += numbers.length;
      live += numbers.length;
    },
    remove,
  };
}

/** The nearest sentences of those that are added, nearest first. */
function nearestOf(limit: number) {
  const found: NearSentence[] = [];
  let least = Number.NEGATIVE_INFINITY;
  return {
    found,
    /** Whether a sentence of this product is among the nearest so far. */
    admits: (product: number): boolean => product > least,
    add(articleId: string, n: number, product: number): void {
      const similarity = cosineOf(product);
      const place = found.findIndex((other) => other.similarity < similarity);
      found.splice(place === -1 ? found.length : place, 0, { articleId, n, similarity });
      if (found.length > limit) found.pop();
      if (found.length === limit) least = itemAt(found, limit - 1).similarity * VECTOR_SCALE ** 2;
    },
  };
}

const cosineOf = (product: number): number => product / VECTOR_SCALE ** 2;

function at(numbers: readonly number[], index: number): number {
  const n = numbers[index];
  if (n === undefined) throw new RangeError(`There is no row ${index}.`);
  return n;
}
