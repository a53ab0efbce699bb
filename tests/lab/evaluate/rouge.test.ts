import { expect, test } from 'vitest';
import { rougeLsum, rougeN } from '../../../lab/evaluate/rouge.ts';

const REFERENCE = ['the cat was under the bed'];
const SUMMARY = ['the cat was found under the bed'];

test('ROUGE-1 and ROUGE-2 count shared words and word pairs', () => {
  expect(rougeN(REFERENCE, SUMMARY, 1).f1).toBeCloseTo(12 / 13, 10);
  const pairs = rougeN(REFERENCE, SUMMARY, 2);
  expect(pairs.precision).toBeCloseTo(4 / 6, 10);
  expect(pairs.recall).toBeCloseTo(4 / 5, 10);
  expect(pairs.f1).toBeCloseTo(8 / 11, 10);
});

test('a word counts as often as both texts hold it', () => {
  expect(rougeN(['a b'], ['a a a a'], 1)).toEqual({ precision: 1 / 4, recall: 1 / 2, f1: 1 / 3 });
});

test('words are compared without case, punctuation and endings, short ones unstemmed', () => {
  expect(rougeN(['The councils agreed'], ['the “council” agrees'], 1).f1).toBe(1);
  expect(rougeN(['was'], ['wa'], 1).f1).toBe(0);
});

test('ROUGE-L depends on word order, as in Lin (2004), section 3.1', () => {
  const reference = ['police killed the gunman'];
  expect(rougeLsum(reference, ['police killed the gunman']).f1).toBe(1);
  expect(rougeLsum(reference, ['police shot the gunman']).recall).toBe(3 / 4);
  expect(rougeLsum(reference, ['the gunman shot police']).recall).toBe(2 / 4);
});

test('ROUGE-Lsum joins matches of several sentences, as in Lin (2004), section 3.2', () => {
  const { recall, precision } = rougeLsum(['w1 w2 w3 w4 w5'], ['w1 w2 w6 w7 w8', 'w1 w3 w8 w9 w5']);
  expect(recall).toBe(4 / 5);
  expect(precision).toBe(4 / 10);
});

test('empty texts and texts without shared words give 0', () => {
  expect(rougeN(['one two'], ['three four'], 1).f1).toBe(0);
  expect(rougeLsum(['one two'], []).f1).toBe(0);
  expect(rougeN(['one'], ['one'], 2).f1).toBe(0);
});
