import { expect, test } from 'vitest';
import { passageOf } from '../../src/answer/answer.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { quoteBlock, withoutRepeats } from '../../src/reply/quote.ts';

const TEXT =
  'Ferrow grows\n\nFerrow raised 40 million euros. It plans a plant in Esbjerg. It hires 300 people.';

test('a quote brings the sentence that it leans on, unless that is quoted right above', () => {
  const document = documentOf(parseArticle('a.txt', TEXT));
  const blocks = document.sentences.map((sentence) => quoteBlock(passageOf(document, sentence)));
  const befores = (shown: typeof blocks): unknown[] =>
    withoutRepeats(shown).map((block) => (block.type === 'quote' ? block.quote.before : block.type));
  const [first, second, third] = blocks;
  if (!first || !second || !third) throw new Error('There are three sentences.');
  expect(befores([second])).toEqual(['Ferrow raised 40 million euros.']);
  expect(befores([first, second, third])).toEqual([undefined, undefined, undefined]);
  expect(befores([first, third])).toEqual([undefined, 'It plans a plant in Esbjerg.']);
  expect(befores([first, { type: 'rule' }, second])).toEqual([
    undefined,
    'rule',
    'Ferrow raised 40 million euros.',
  ]);
});
