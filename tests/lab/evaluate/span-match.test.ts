import { expect, test } from 'vitest';
import { spanMatch } from '../../../lab/evaluate/span-match.ts';

test('articles, case and punctuation are ignored', () => {
  expect(spanMatch('the Rhine,', ['Rhine'])).toEqual({ exact: true, f1: 1 });
});

test('F1 is the harmonic mean of precision and recall of words, the best of all accepted answers', () => {
  expect(spanMatch('more than 400 cities', ['400', '400 cities'])).toEqual({ exact: false, f1: 2 / 3 });
});

test('a repeated word counts as often as the answer has it', () => {
  expect(spanMatch('ha ha ha', ['ha']).f1).toBe(0.5);
});

test('an empty span matches nothing', () => {
  expect(spanMatch('', ['Rhine'])).toEqual({ exact: false, f1: 0 });
});
