import { expect, test } from 'vitest';
import { deepLink } from '../../src/answer/citation.ts';

const URL = 'https://example.org/vote';

test('a link contains a short quote completely, with the special characters of text fragments encoded', () => {
  expect(deepLink(`${URL}#top`, 'A well-known “yes”, & no.')).toBe(
    `${URL}#:~:text=A%20well%2Dknown%20%E2%80%9Cyes%E2%80%9D%2C%20%26%20no%2E`,
  );
});

test('a link contains only the beginning and the end of a long quote', () => {
  const words = Array.from({ length: 100 }, (_, at) => `w${at}`);
  expect(deepLink(URL, words.join(' '))).toBe(
    `${URL}#:~:text=${words.slice(0, 6).join('%20')},${words.slice(-6).join('%20')}`,
  );
  expect(deepLink(URL, 'one two', 0)).toBe(`${URL}#:~:text=one%20two,one%20two`);
});
