import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText } from '../../src/answer/quotes/check-text.ts';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { quotedIn } from '../../src/article/quotations.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';

const MARKS = ['“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '「', '」', '『', '』', '"', "'", '`'];
const WORDS = [
  'Vogel',
  'Ines Vogel',
  'said',
  'she said',
  'not',
  'may',
  'the harbour',
  'was sold',
  'für',
  '田中',
  'dogs’',
  '[sic]',
  '…',
  '90s',
];
const text = fc
  .array(fc.constantFrom(...MARKS, ...WORDS, '.', ',', ':', '?', ' ', ' ', ' ', '\n', '\n\n', '> '), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

/** The paragraphs of a text, separated by blank lines. */
function paragraphsOf(whole: string): { start: number; end: number }[] {
  let start = 0;
  return whole.split('\n\n').map((paragraph) => {
    const slice = { start, end: start + paragraph.length };
    start = slice.end + 2;
    return slice;
  });
}

test('quotations are in order, do not overlap, and contain a word', () => {
  fc.assert(
    fc.property(text, (whole) => {
      let last = 0;
      for (const { start, end, inner } of quotedIn(whole, paragraphsOf(whole))) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect([
          start < inner.start,
          inner.start <= inner.end,
          inner.end <= end,
          end <= whole.length,
        ]).toEqual([true, true, true, true]);
        expect(whole.slice(inner.start, inner.end)).toMatch(/[\p{L}\p{N}]/u);
        last = end;
      }
    }),
  );
});

test('for any text and article, notes quote the article, and its own sentences are never altered', () => {
  fc.assert(
    fc.property(text, text, (article, asked) => {
      const index = createSearchIndex();
      const document = documentOf(parseArticle('a.txt', `Head\n\nIt begins here. ${article} It ends there.`));
      index.add(document);
      for (const { notes, sources } of checkText(asked === '' ? 'x' : asked, index).checks) {
        for (const note of notes) if ('words' in note) expect(document.article.text).toContain(note.words);
        for (const source of sources) expect(source.end).toBeGreaterThan(source.start);
      }
      expect(checkText('“It begins here.”', index).checks[0]?.grade).toBe('EXACT');
    }),
    { numRuns: 150 },
  );
});

test('a text of only quotation marks is read in linear time', () => {
  const whole = '“a "b ‘c ’d s’ \' „e'.repeat(20_000);
  expect(quotedIn(whole, [{ start: 0, end: whole.length }]).length).toBeGreaterThan(0);
});
