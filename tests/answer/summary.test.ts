import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/answer/summary.ts';
import { documentOf, quoteOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { seedArticle } from '../support/desk.ts';

const summaryOf = (text: string, count = 3): string[] => {
  const document = documentOf(parseArticle('a.txt', text));
  return summarise(document, count).map((sentence) => quoteOf(document, sentence));
};

const LEAD = 'The council of Aldborough voted on Tuesday to close the indoor pool in June.';
const SECOND =
  'Repairs of the pool would have cost the town 4.2 million euros over five years, the treasurer said.';
const THIRD = 'Three swimming clubs with 900 members must look for other places to train.';
const REST =
  'The nearest pool is in Marsham, 20 kilometres away. Buses to Marsham run once an hour.\n\n' +
  'The building dates from 1974. Its roof has leaked since the storm of 2019.';
const article = (...paragraphs: readonly string[]): string =>
  ['Aldborough closes its pool', ...paragraphs].join('\n\n');

test('the summary of plain news is its first sentences', () => {
  expect(summaryOf(article(`${LEAD} ${SECOND} ${THIRD}`, REST))).toEqual([LEAD, SECOND, THIRD]);
});

test('sentences come in the order of the article, and never more than it has', () => {
  expect(summaryOf(article(`${LEAD} ${SECOND}`), 10)).toEqual([LEAD, SECOND]);
});

describe('where the first sentences are a bad summary', () => {
  test('a repetition is replaced by the next sentence', () => {
    const again = 'The indoor pool of Aldborough will close in June, the council voted.';
    expect(summaryOf(article(LEAD, `${again} ${SECOND} ${THIRD}`, REST))).toEqual([LEAD, SECOND, THIRD]);
  });

  test('a sentence that refers to a missing one is replaced by one that does not', () => {
    const talk =
      '“Shall we swim in the river from now on, and who will teach our children to swim?” asked Ann Lee.';
    const leaning = 'She has trained there for 30 years.';
    const found = summaryOf(article(LEAD, `${talk} ${leaning}`, `${SECOND} ${THIRD}`, REST));
    expect(found).not.toContain(leaning);
    expect(found).not.toContain(talk);
  });

  test('a sentence that refers to a sentence of the summary stays', () => {
    const leaning = 'They decided by 14 votes to nine, with the mayor against the closing.';
    expect(summaryOf(article(`${LEAD} ${leaning} ${SECOND}`, REST))).toEqual([LEAD, leaning, SECOND]);
  });

  test('bylines, publication times, fragments and headings are left out', () => {
    const found = summaryOf(
      article(
        'By .',
        'PUBLISHED: 14:11 EST, 25 October 2023 .',
        'What now',
        `${LEAD} Scroll down. ${SECOND} ${THIRD}`,
      ),
    );
    expect(found).toEqual([LEAD, SECOND, THIRD]);
  });
});

test('the summary of the seed article states the funding round once', async () => {
  const document = documentOf(await seedArticle());
  const quotes = summarise(document, 3).map((sentence) => quoteOf(document, sentence));
  expect(quotes.filter((quote) => quote.includes('$600 million'))).toHaveLength(1);
  expect(quotes).toHaveLength(3);
});
