import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { keepPostingsCompact } from '../../src/search/index/compact-postings.ts';

type Entry = { id: number; text: string };

const plain = (): MiniSearch<Entry> => new MiniSearch<Entry>({ fields: ['text'], autoVacuum: false });
function compact(): MiniSearch<Entry> {
  const index = plain();
  keepPostingsCompact(index);
  return index;
}

const word = fc.constantFrom('bank', 'round', 'chip', 'led', 'raised', 'china', 'said');
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), text }),
  fc.record({ do: fc.constant('discard' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('vacuum' as const) }),
  fc.record({ do: fc.constant('search' as const), text }),
);

test('compact postings find what those of MiniSearch find, in the same order and with the same scores', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), text, async (steps, question) => {
      const both = [plain(), compact()];
      const held: number[] = [];
      let next = 0;
      const found = (wanted: string) =>
        both.map((index) =>
          index.search(wanted, { prefix: true }).map(({ id, score }) => [id as number, score]),
        );
      for (const each of steps) {
        if (each.do === 'add') {
          held.push(next);
          for (const index of both) index.add({ id: next, text: each.text });
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
      expect(JSON.stringify(both[1])).toBe(JSON.stringify(both[0]));
    }),
    { numRuns: 300 },
  );
});

test('a postings list grows past its first room', () => {
  const index = compact();
  for (let id = 0; id < 3000; id += 1) index.add({ id, text: `bank round ${id % 7 === 0 ? 'chip' : ''}` });
  expect(index.search('chip')).toHaveLength(Math.ceil(3000 / 7));
});
