import { expect, test } from 'vitest';
import { sha256Of } from '../../src/article/article.ts';
import { documentOf, documentSteps, isSameSentence } from '../../src/article/document.ts';
import { remembered } from '../../src/article/remembered.ts';
import { allSteps } from '../../src/article/steps.ts';
import { structure } from '../../src/article/structure.ts';

const text =
  'A title\n\nThe bank led. It raised $4.2 million.\n\nWhat comes next\n\nNobody knows.\n\nShare this article\n';
const article = { id: 'round', headline: 'A title', text, revision: 3, sha256: sha256Of(text) };

test('a packed document has the original structure, and the same objects while they are in use', () => {
  const document = documentOf(article);
  expect(document.paragraphs).toEqual(structure(text, 'A title'));
  expect(document.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    'The bank led.',
    'It raised $4.2 million.',
    'What comes next',
    'Nobody knows.',
  ]);
  expect(document.sentences[1]).toEqual({
    articleId: 'round',
    revision: 3,
    n: 2,
    paragraph: 1,
    start: 23,
    end: 46,
  });
  expect(document.sentences).toBe(document.sentences);
  expect('provenance' in document).toBe(false);
  expect(allSteps(documentSteps(article, { addedBy: '7' })).provenance).toEqual({ addedBy: '7' });
});

test('sentences are compared by article, revision and number', () => {
  const [first, second] = documentOf(article).sentences;
  const [again] = documentOf(article).sentences;
  const [later] = documentOf({ ...article, revision: 4 }).sentences;
  if (!first || !second || !again || !later) throw new Error('There are sentences.');
  expect([again, second, later].map((other) => isSameSentence(first, other))).toEqual([true, false, false]);
});

test('only the values of the latest documents are cached', () => {
  const known = remembered<string>(2);
  const documents = [documentOf(article), documentOf(article), documentOf(article)];
  for (const [n, document] of documents.entries()) known.keep(document, `${n}`);
  known.keep(documents[2] as (typeof documents)[0], 'again');
  expect(documents.map(known.of)).toEqual([undefined, '1', 'again']);
});
