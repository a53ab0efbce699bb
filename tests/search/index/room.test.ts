import { expect, test } from 'vitest';
import { createHolders, isIn } from '../../../src/search/index/holders.ts';
import { createNames } from '../../../src/search/index/names.ts';
import { valueAt, withRoom } from '../../../src/search/index/room.ts';

test('an array grows to an index and keeps its values', () => {
  const small = withRoom(new Uint8Array(), 0);
  small[0] = 7;
  const large = withRoom(small, 5000);
  expect([large.length > 5000, large[0], large[5000]]).toEqual([true, 7, 0]);
  expect(withRoom(large, 5000)).toBe(large);
  expect(() => valueAt(large, large.length)).toThrow('There is no number');
});

test('lists of articles per term stay correct as they grow', () => {
  const holders = createHolders();
  const expected = new Map<number, number[]>();
  for (let slot = 0; slot < 300; slot += 1) {
    const terms = Array.from({ length: 40 }, (_, term) => term).filter((term) => slot % (term + 1) === 0);
    holders.add(terms, slot);
    for (const term of terms) expected.set(term, [...(expected.get(term) ?? []), slot]);
    if (slot % 3 !== 2) continue;
    const gone = slot - 1;
    holders.remove(expected.keys(), gone);
    for (const [term, list] of expected)
      expected.set(
        term,
        list.filter((each) => each !== gone),
      );
  }
  for (const [term, list] of expected) {
    expect([...holders.of(term)]).toEqual(list);
    expect(isIn(holders.of(term), list[0] ?? -1)).toBe(list.length > 0);
  }
  expect([...holders.of(999)]).toEqual([]);
});

test('a name without mentions is forgotten, and is last when it returns', () => {
  const names = createNames();
  const first = names.add(
    new Map([
      ['Anna', 1],
      ['Ben', 1],
    ]),
  );
  names.add(
    new Map([
      ['Ben', 1],
      ['Clara', 2],
    ]),
  );
  expect(names.without([])).toEqual(['Ben', 'Clara', 'Anna']);
  expect(names.without([{ names: first }])).toEqual(['Clara', 'Ben']);
  names.remove(first);
  expect(names.without([])).toEqual(['Clara', 'Ben']);
  names.add(
    new Map([
      ['Dora', 1],
      ['Anna', 1],
    ]),
  );
  expect(names.without([])).toEqual(['Clara', 'Ben', 'Dora', 'Anna']);
});
