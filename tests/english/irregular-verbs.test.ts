import { expect, it } from 'vitest';
import { IRREGULAR } from '../../src/english/irregular-verbs.ts';
import { term } from '../../src/english/words.ts';

it.each([
  ['break', 'broke', 'broken', 'breaks', 'breaking'],
  ['teach', 'taught', 'teaches', 'teaching'],
  ['sell', 'sold', 'selling'],
  ['lead', 'led', 'leads'],
])('the forms of "%s" have the same term', (verb, ...forms) => {
  for (const form of forms) expect(term(form)).toBe(term(verb));
});

it('the founder and the finder have different terms', () => {
  expect(term('founded')).not.toBe(term('find'));
  expect(term('found')).toBe(term('find'));
});

it('every irregular form leads to its verb in one step', () => {
  expect([...IRREGULAR.values()].filter((verb) => IRREGULAR.has(verb))).toEqual([]);
});
