import { expect, it } from 'vitest';
import { createLexicon } from '../../../../src/search/index/lexicon.ts';
import { evidenceOf } from '../../../../src/search/rank/features/evidence.ts';

it('takes no form of a word of the question for the thing asked for', () => {
  const lexicon = createLexicon();
  const words = ['startups', 'hire', 'welders'].map((word) => lexicon.intern(word));
  const asked = new Set([lexicon.termOf(lexicon.intern('startup'))]);
  const tokens = Int32Array.from(words, (word) => word << 1);
  expect([...evidenceOf('thing', tokens, 0, 3, asked, lexicon)]).toEqual([0, 1, 1]);
});
