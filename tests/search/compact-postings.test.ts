import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { keepPostingsCompact } from '../../src/search/index/compact-postings.ts';

type Entry = { id: number; text: string };

const WORDS = ['bank', 'round', 'chip', 'led', 'raised', 'china', 'said'];
const codes = {
  codeOf: (term: number) => WORDS[term] ?? '',
  termOfCode: (code: string) => WORDS.indexOf(code),
};

/** A normal MiniSearch index, and one with compact postings and the same content. */
function twoIndexes() {
  const plain = new MiniSearch<Entry>({ fields: ['text'], autoVacuum: false });
  const compact = new MiniSearch<Entry>({ fields: ['text'], autoVacuum: false });
  const writer = keepPostingsCompact(compact, codes);
  return {
    both: [plain, compact],
    add: (id: number, text: string): void => {
      plain.add({ id, text });
      expect(writer.add(text.split(' ').filter(Boolean).map(codes.termOfCode))).toBe(id);
    },
  };
}

const word = fc.constantFrom(...WORDS);
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), text }),
  fc.record({ do: fc.constant('discard' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('vacuum' as const) }),
  fc.record({ do: fc.constant('search' as const), text }),
);

test('compact postings find what those of MiniSearch find, in the same order and with the same scores', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), text, async (steps, question) => {
      const { both, add } = twoIndexes();
      const held: number[] = [];
      let next = 0;
      const found = (wanted: string) =>
        both.map((index) => index.search(wanted).map(({ id, score }) => [id as number, score]));
      for (const each of steps) {
        if (each.do === 'add') {
          held.push(next);
          add(next, each.text);
          next += 1;
        } else if (each.do === 'discard' && held.length > 0) {
          const [id] = held.splice(each.which % held.length, 1);
          for (const index of both) index.discard(id);
        } else if (each.do === 'vacuum') {
          for (const index of both) await index.vacuum();
        } else if (each.do === 'search') {
          const [expected, actual] = found(each.text);
          expect(actual).toEqual(expected);
        }
      }
      const [expected, actual] = found(question);
      expect(actual).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('a postings list grows past its first room', () => {
  const { both, add } = twoIndexes();
  for (let id = 0; id < 3000; id += 1) add(id, `bank round${id % 7 === 0 ? ' chip' : ''}`);
  for (const index of both) expect(index.search('chip')).toHaveLength(Math.ceil(3000 / 7));
});

test('unknown and empty words find nothing', () => {
  const { both, add } = twoIndexes();
  add(0, 'bank');
  for (const index of both) expect([index.search('china'), index.search('volcano')]).toEqual([[], []]);
});
