import { expect, test } from 'vitest';
import { createLexicon } from '../../../src/search/index/lexicon.ts';

const TERMS = 40_000;

test('terms have unique codes of one or two letters, and unknown terms have none', () => {
  const lexicon = createLexicon();
  for (let n = 0; n < TERMS; n += 1) lexicon.intern(`${n}`);
  const codes = Array.from({ length: lexicon.terms() }, (_, id) => lexicon.codeOf(id));
  expect(lexicon.terms()).toBe(TERMS);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => /^[^ \uD800-\uDFFF]{1,2}$/u.test(code))).toBe(true);
  expect(codes.map(lexicon.termOfCode)).toEqual(codes.map((_, id) => id));
  expect(lexicon.codeOf(lexicon.termId('nowhere'))).toBe('');
  expect(lexicon.termOfCode('')).toBe(-1);
});
