import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentOf, quoteOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';

const seed = join(import.meta.dirname, '../../seeds/sensetime-alibaba-round.txt');

describe('the seed article', async () => {
  const document = documentOf(parseArticle('seed.txt', await readFile(seed, 'utf8')));

  test('numbers its sentences from the first one below the headline', () => {
    const fifth = document.sentences[4];
    expect(fifth && quoteOf(document, fifth)).toMatch(
      /^This round has been led by Alibaba, .* distributor\.$/u,
    );
  });

  test('keeps page furniture in the text and out of the sentences', () => {
    const quotes = document.sentences.map((sentence) => quoteOf(document, sentence)).join('\n');
    for (const furniture of ['Credits : SenseTime', 'Leave a Reply', 'Your email address', 'Akismet']) {
      expect(document.article.text).toContain(furniture);
      expect(quotes).not.toContain(furniture);
    }
  });
});

test('T7 an article of 66,000 short paragraphs takes time in proportion to its length', () => {
  const text = 'A\n\nIt rained.\n\n'.repeat(500_000 / 15).slice(0, 500_000);
  const article = { id: 'rain', headline: 'Rain', text, revision: 1, sha256: '' };
  // In quadratic time this would take minutes and exceed the test's timeout.
  expect(documentOf(article).paragraphs.length).toBeGreaterThan(60_000);
});
