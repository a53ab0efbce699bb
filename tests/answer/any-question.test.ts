import fc from 'fast-check';
import { expect, test } from 'vitest';
import { descriptions } from '../../src/answer/facts/descriptions.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { deskOver } from '../support/desk.ts';

const article = parseArticle(
  'ferry.txt',
  'Ferry line sold\n\nThe half-sister of the owner, Jean-Luc O’Brien (a sailor), bought C++ Lines & Co. for $3.5 million on 4 May 2021.',
);

test('a name with special characters is described', () => {
  const found = descriptions([documentOf(article)], 'Jean-Luc O’Brien');
  expect(found.map(({ passage }) => passage.spans.map(({ text }) => text))).toEqual([['a sailor']]);
});

test('any question gets an answer, and all its spans are slices', async () => {
  const { ask } = await deskOver([article]);
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'half-sister',
      'C++',
      'O’Brien',
      'Jean-Luc',
      '(a',
      '[x]',
      '\\d',
      '$3.5',
      '4 May',
      'a|b',
      '*',
      '^',
      '/',
      '-',
    ),
  );
  const opening = fc.constantFrom(
    'Who is',
    'What is',
    'What does',
    'When did',
    'How much',
    'Why',
    'Which',
    '',
  );
  const question = fc
    .tuple(opening, fc.array(word, { maxLength: 6 }), fc.constantFrom('?', ' do?', ''))
    .map(([first, words, end]) => `${first} ${words.join(' ')}${end}`);
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      for (const { sentence, quote, spans } of (await ask({ question: asked })).passages)
        for (const { start, end, text } of spans)
          expect(quote.slice(start - sentence.start, end - sentence.start)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
