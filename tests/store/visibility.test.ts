import { expect, test } from 'vitest';
import { mayQuote } from '../../src/store/articles/stored.ts';

const noon = new Date('2026-03-01T12:00:00Z');

test('T16 an article limited to channels is quoted only there and in their threads', () => {
  const visibility = { channels: ['10', '11'] };
  expect(mayQuote(visibility, ['10'], noon)).toBe(true);
  expect(mayQuote(visibility, ['99', '11'], noon)).toBe(true);
  expect(mayQuote(visibility, ['12'], noon)).toBe(false);
  expect(mayQuote(visibility, [], noon)).toBe(false);
});

test('T16 an embargoed article is quoted only after the embargo ends', () => {
  const visibility = { embargoUntil: '2026-03-01T12:00:00.001Z' };
  expect(mayQuote(visibility, ['10'], noon)).toBe(false);
  expect(mayQuote(visibility, ['10'], new Date('2026-03-01T12:00:00.001Z'))).toBe(true);
  expect(mayQuote({ ...visibility, channels: ['11'] }, ['10'], new Date('2026-04-01T00:00:00Z'))).toBe(false);
});

test('an article without limits is quoted everywhere', () => {
  expect(mayQuote({}, [], noon)).toBe(true);
});
