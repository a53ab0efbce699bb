import { expect, test } from 'vitest';
import { barLine } from '../../src/terminal/progress.ts';

test('the progress bar shows the count, the rate and the remaining time', () => {
  expect(barLine(0, 10, 0)).toBe(`[${'·'.repeat(24)}] 0 of 10`);
  expect(barLine(1000, 2000, 5)).toBe(
    `[${'#'.repeat(12)}${'·'.repeat(12)}] 1,000 of 2,000 · 200 a second · 5 s left`,
  );
  expect(barLine(2, 1202, 60)).toMatch(/ · 2 a minute · 10 h left$/u);
});
