import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/article/article.ts';
import { VECTOR_LENGTH, VECTOR_SCALE } from '../../src/reader/reader.ts';
import { createVectors, type MutableVectors } from '../../src/search/index/vectors.ts';

/** A vector with few non-zero numbers. */
const vector = (...values: readonly number[]): Int8Array => {
  const whole = new Int8Array(VECTOR_LENGTH);
  whole.set(values);
  return whole;
};

const joined = (vectors: readonly Int8Array[]): Int8Array => {
  const all = new Int8Array(vectors.length * VECTOR_LENGTH);
  for (const [index, one] of vectors.entries()) all.set(one, index * VECTOR_LENGTH);
  return all;
};

const scope = (...ids: readonly string[]): Document[] => ids.map((id) => ({ article: { id } }) as Document);

function three(): MutableVectors {
  const vectors = createVectors();
  vectors.add('a', [1, 3], joined([vector(100, 0), vector(60, 60)]));
  vectors.add('b', [2], vector(90, 10));
  vectors.add('c', [7, 8], joined([vector(0, 100), vector(-100, 0)]));
  return vectors;
}
const placesOf = (found: readonly { articleId: string; n: number }[]): string[] =>
  found.map(({ articleId, n }) => `${articleId}${n}`);

describe('the nearest sentences', () => {
  test('are sorted by cosine', () => {
    const found = three().nearest(vector(127), 3);
    expect(placesOf(found)).toEqual(['a1', 'b2', 'a3']);
    expect(found[0]?.similarity).toBeCloseTo((127 * 100) / VECTOR_SCALE ** 2);
  });

  test('are only from the scope, and never from hidden articles', () => {
    const vectors = three();
    expect(placesOf(vectors.nearest(vector(127), 9, scope('c', 'a', 'unknown')))).toEqual([
      'a1',
      'a3',
      'c7',
      'c8',
    ]);
    const seen = vectors.without(() => ['a']).without(() => ['b']);
    expect(placesOf(seen.nearest(vector(127), 9))).toEqual(['c7', 'c8']);
    expect(placesOf(seen.nearest(vector(127), 9, scope('a', 'b')))).toEqual([]);
    expect(seen.similarity(vector(127), 'a', 1)).toBeUndefined();
  });

  test('are removed with their article, and replaced when it is added again', () => {
    const vectors = three();
    vectors.remove('a');
    vectors.remove('never there');
    expect(placesOf(vectors.nearest(vector(127), 9))).toEqual(['b2', 'c7', 'c8']);
    vectors.add('b', [5], vector(0, 90));
    expect(placesOf(vectors.nearest(vector(0, 127), 2))).toEqual(['c7', 'b5']);
    expect(vectors.size()).toBe(3);
  });

  test('do not exist for an article without sentences, and a wrong number of vectors is refused', () => {
    const vectors = createVectors();
    vectors.add('empty', [], new Int8Array(0));
    expect(vectors.nearest(vector(1), 5)).toEqual([]);
    expect(() => vectors.add('a', [1, 2], vector(1))).toThrow('a: 2 sentences, 384 numbers.');
  });

  test('are the same as by comparing every sentence, after any additions and removals', () => {
    const value = fc.integer({ min: -127, max: 127 });
    const any = fc
      .array(value, { minLength: VECTOR_LENGTH, maxLength: VECTOR_LENGTH })
      .map((values) => Int8Array.from(values));
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      sentences: fc.option(fc.array(any, { minLength: 1, maxLength: 5 })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), any, (steps, question) => {
        const vectors = createVectors();
        const known = new Map<string, readonly Int8Array[]>();
        for (const { id, sentences } of steps) {
          if (sentences) {
            vectors.add(
              id,
              sentences.map((_, index) => index + 1),
              joined(sentences),
            );
            known.set(id, sentences);
          } else {
            vectors.remove(id);
            known.delete(id);
          }
        }
        const all = [...known].flatMap(([articleId, sentences]) =>
          sentences.map((one, index) => ({
            articleId,
            n: index + 1,
            similarity: one.reduce((sum, x, at) => sum + x * (question[at] ?? 0), 0) / VECTOR_SCALE ** 2,
          })),
        );
        const best = all.toSorted((x, y) => y.similarity - x.similarity).slice(0, 4);
        expect(vectors.nearest(question, 4).map(({ similarity }) => similarity)).toEqual(
          best.map(({ similarity }) => similarity),
        );
        for (const { articleId, n, similarity } of all)
          expect(vectors.similarity(question, articleId, n)).toBe(similarity);
        expect(vectors.size()).toBe(all.length);
      }),
      { numRuns: 60 },
    );
  });
});
