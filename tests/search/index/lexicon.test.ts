import { expect, test } from 'vitest';
import { createLexicon } from '../../../src/search/index/lexicon.ts';

test('terms have codes of a few letters, each its own, and none for what is no term', () => {
  const lexicon = createLexicon();
  for (let n = 0; n < 5000; n += 1) lexicon.intern(`${n}`);
  const codes = Array.from({ length: lexicon.terms() }, (_, id) => lexicon.codeOf(id));
  expect(lexicon.terms()).toBe(5000);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => /^[a-h]{1,5}$/u.test(code))).toBe(true);
  expect(lexicon.codeOf(lexicon.termId('nowhere'))).toBe('');
});
