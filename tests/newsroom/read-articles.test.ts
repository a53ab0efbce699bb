import { expect, test } from 'vitest';
import { sha256Of, type Article } from '../../src/article/article.ts';
import { keptArticles } from '../../src/newsroom/engine/read-articles.ts';

const article = (id: string, text: string): Article => ({
  id,
  text,
  headline: `About ${id}`,
  revision: 1,
  sha256: sha256Of(text),
});
const LIMITS = { units: 100, words: 1000 };

test('a revision is read once, and shown with its current details', () => {
  const { read } = keptArticles(LIMITS)();
  const first = read({ article: article('a', 'The mill was sold. It burnt.') });
  const printed = { ...article('a', 'The mill was sold. It burnt.'), byline: 'Ines Kaar' };
  const again = read({ article: printed, provenance: { addedBy: '7' } });
  expect(again.tokens).toBe(first.tokens);
  expect(again.document.sentences).toBe(first.document.sentences);
  expect(again.document.article).toBe(printed);
  expect(again.document.provenance).toEqual({ addedBy: '7' });
});

test('another text, headline or revision under the same id is read again', () => {
  const { read } = keptArticles(LIMITS)();
  const { tokens } = read({ article: article('a', 'The mill was sold.') });
  expect(read({ article: article('a', 'The mill was not sold.') }).tokens).not.toBe(tokens);
  expect(read({ article: { ...article('a', 'The mill was sold.'), headline: 'B' } }).tokens).not.toBe(tokens);
  const { document } = read({ article: { ...article('a', 'The mill was sold.'), revision: 2 } });
  expect(document.sentences[0]?.revision).toBe(2);
});

test('the least recently used articles are dropped first', () => {
  const { read } = keptArticles(LIMITS)();
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ article: article(id, `${id} `.repeat(20)) }));
  if (!a || !b || !c) throw new Error('There are three.');
  const kept = { a: read(a).tokens, b: read(b).tokens };
  read(a);
  read(c);
  expect(read(a).tokens).toBe(kept.a);
  expect(read(b).tokens).not.toBe(kept.b);
});

test('a lexicon with too many words is replaced, together with everything that used it', () => {
  const current = keptArticles({ units: 10_000, words: 20 });
  const begun = current();
  const mill = { article: article('a', 'The mill was sold.') };
  const { tokens } = begun.read(mill);
  expect(current()).toBe(begun);
  begun.read({ article: article('b', Array.from({ length: 30 }, (_, n) => `word${n}`).join(' ')) });
  expect(current()).not.toBe(begun);
  expect(current().read(mill).tokens).not.toBe(tokens);
});
