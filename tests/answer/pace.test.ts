import { expect, test } from 'vitest';
import { createPace, UNHURRIED } from '../../src/answer/pace.ts';

test('a machine that reads a window in 20 milliseconds reads all requested windows', () => {
  const pace = createPace();
  expect(pace.windows(12)).toBe(12);
  pace.took(12, 240);
  expect([pace.windows(12), pace.windows(24)]).toEqual([12, 24]);
});

test('a slower machine reads as many windows as fit into the same time, and never fewer than four', () => {
  const pace = createPace();
  pace.took(10, 500);
  expect([pace.windows(12), pace.windows(24)]).toEqual([5, 11]);
  for (let question = 0; question < 50; question += 1) pace.took(4, 4000);
  expect([pace.windows(12), pace.windows(24), pace.windows(2)]).toEqual([4, 4, 2]);
});

test('the pace recovers when the machine is idle again', () => {
  const pace = createPace();
  pace.took(4, 4000);
  for (let question = 0; question < 50; question += 1) pace.took(4, 80);
  expect(pace.windows(12)).toBe(12);
});

test('without a time limit all windows are read', () => {
  UNHURRIED.took(1, 60_000);
  expect(UNHURRIED.windows(24)).toBe(24);
});
