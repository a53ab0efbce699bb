import { expect, test } from 'vitest';
import { isSameWord } from '../../src/english/regional-spelling.ts';

test.each([
  ['labour', 'labor'],
  ['behaviour', 'behavior'],
  ['neighbouring', 'neighboring'],
  ['organise', 'organize'],
  ['organisations', 'organizations'],
  ['analyse', 'analyze'],
  ['travelled', 'traveled'],
  ['theatre', 'theater'],
  ['defence', 'defense'],
  ['dialogue', 'dialog'],
  ['programme', 'program'],
  ['anaesthetic', 'anesthetic'],
])('%s is %s', (british, american) => {
  expect(isSameWord(british, american)).toBe(true);
  expect(isSameWord(american, british)).toBe(true);
});

test.each([
  ['hour', 'hor'],
  ['rise', 'rize'],
  ['injured', 'insured'],
  ['change', 'charge'],
  ['locked', 'looked'],
])('%s is not %s', (one, other) => {
  expect(isSameWord(one, other)).toBe(false);
});
