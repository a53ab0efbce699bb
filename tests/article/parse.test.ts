import { describe, expect, test } from 'vitest';
import { documentOf, quoteOf } from '../../src/article/document.ts';
import { ArticleError, parseArticle } from '../../src/article/parse.ts';

const quotes = (name: string, content: string): string[] => {
  const document = documentOf(parseArticle(name, content));
  return document.sentences.map((sentence) => quoteOf(document, sentence));
};

describe('parseArticle', () => {
  test('uses the first line as the headline and the unchanged file name as the id', () => {
    const article = parseArticle(
      '000_36d72ddf.Final.txt',
      'Council passes budget\n\nIt passed. Nobody left.\n',
    );
    expect(article).toMatchObject({
      id: '000_36d72ddf.Final',
      headline: 'Council passes budget',
      revision: 1,
    });
    expect(article.text).toBe('Council passes budget\n\nIt passed. Nobody left.\n');
  });

  test('reads front matter as plain data and leaves the text below it untouched', () => {
    const content =
      '---\nid: budget\nheadline: Council passes budget\npublishedAt: 2026-03-04\n---\nIt passed.\r\n\r\n  Nobody left. ';
    expect(parseArticle('a.md', content)).toMatchObject({
      id: 'budget',
      headline: 'Council passes budget',
      publishedAt: '2026-03-04',
      text: 'It passed.\r\n\r\n  Nobody left. ',
    });
  });

  test.each([
    ['empty.txt', '', /^empty\.txt has no article text/u],
    ['blank.txt', ' \n\n \n', /^blank\.txt has no article text/u],
    ['only-furniture.txt', 'Leave a Reply\n\nYour email address will not be published.', /no article text/u],
    [
      'colour.txt',
      '---\ncolour: red\n---\nText here.',
      /^colour\.txt has front matter that cannot be used \(.*colour/u,
    ],
    ['id.txt', '---\nid: "Not A Slug"\n---\nText here.', /id: must be lower-case/u],
    ['date.txt', '---\npublishedAt: yesterday\n---\nText here.', /publishedAt: must be a date/u],
    [
      'yaml.txt',
      '---\nid: [a\n---\nText here.',
      /^yaml\.txt has front matter that cannot be used \(id: must be/u,
    ],
    ['script.txt', '---\nurl: javascript:alert(1)\n---\nText here.', /url/u],
  ])('refuses %s by name, with the reason', (name, content, reason) => {
    expect(() => parseArticle(name, content)).toThrow(ArticleError);
    expect(() => parseArticle(name, content)).toThrow(reason);
  });

  test('T23 __proto__ and YAML tags in front matter change nothing', () => {
    expect(() => parseArticle('a.txt', '---\n__proto__: {polluted: true}\n---\nText here.')).toThrow(
      ArticleError,
    );
    expect(() => parseArticle('a.txt', '---\nheadline: !!js/function "x"\n---\nText here.')).not.toThrow(
      TypeError,
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('structure', () => {
  test('a comment section ends the article, whatever follows', () => {
    const content =
      'Headline here\n\nThe vote passed.\n\nLeave a Reply\n\nGreat article, I agree with all of it.';
    expect(quotes('a.txt', content)).toEqual(['The vote passed.']);
  });

  test('a sentence that only mentions a newsletter or an advertisement stays', () => {
    const content =
      'Headline here\n\nSubscribers said the newsletter had grown. Advertisement sales fell.\n\nAdvertisement\n\nIt closed in May.';
    expect(quotes('a.txt', content)).toEqual([
      'Subscribers said the newsletter had grown.',
      'Advertisement sales fell.',
      'It closed in May.',
    ]);
  });

  test('a heading is a sentence of its own and never runs into the next paragraph', () => {
    expect(quotes('a.md', '# Title\n\nFirst one. Second one.\n\n## What now ?\n\nThird one.')).toEqual([
      'First one.',
      'Second one.',
      'What now ?',
      'Third one.',
    ]);
  });

  test('a single paragraph is a paragraph, not a headline', () => {
    expect(quotes('force.txt', 'Forces act on bodies.')).toEqual(['Forces act on bodies.']);
  });
});
