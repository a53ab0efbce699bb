import { describe, expect, test } from 'vitest';
import { documentOf, quoteOf } from '../../src/article/document.ts';
import { headlineOf, sentenceAt } from '../../src/article/headline.ts';
import { parseArticle } from '../../src/article/parse.ts';

const read = (text: string) => documentOf(parseArticle('vote.txt', text));

describe('the headline as a quotable document', () => {
  test('is a slice of the text if the text begins with it, ignoring white space', () => {
    const document = read('# Council   backs\nbudget\n\nThe council met. Nobody left.');
    const headline = headlineOf(document);
    expect(headline.sentences.map((sentence) => quoteOf(headline, sentence))).toEqual([
      'Council   backs\nbudget',
    ]);
    expect(headline.article).toBe(document.article);
    expect(headline.sentences[0]?.n).toBe(0);
  });

  test('is the stored headline if the text does not begin with it', () => {
    const document = read('---\nheadline: Council backs budget\n---\nThe council met. Nobody left.');
    const headline = headlineOf(document);
    expect(headline.sentences.map((sentence) => quoteOf(headline, sentence))).toEqual([
      'Council backs budget',
    ]);
    expect(headline.article).toMatchObject({ id: 'vote', revision: 1, headline: 'Council backs budget' });
  });

  test('is the same object each time', () => {
    const document = read('Council backs budget\n\nThe council met.');
    expect(headlineOf(document)).toBe(headlineOf(document));
    expect(headlineOf(headlineOf(document))).toBe(headlineOf(document));
  });

  test('has number 0, before the first sentence', () => {
    const document = read('Council backs budget\n\nThe council met. Nobody left.');
    const textAt = (n: number): string | undefined => {
      const found = sentenceAt(document, n);
      return found && quoteOf(found.document, found.sentence);
    };
    expect([0, 1, 2, 3].map(textAt)).toEqual([
      'Council backs budget',
      'The council met.',
      'Nobody left.',
      undefined,
    ]);
  });
});
