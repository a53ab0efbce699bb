import { expect, test } from 'vitest';
import { sha256Of, type Article } from '../../src/article/article.ts';
import { itemAt } from '../../src/article/item-at.ts';
import { keptArticles, type Revision } from '../../src/newsroom/engine/read-articles.ts';

const article = (id: string, text: string): Article => ({
  id,
  text,
  headline: `About ${id}`,
  revision: 1,
  sha256: sha256Of(text),
});
const LIMITS = { units: 100, words: 1000 };

/** Reads one revision at a time. */
function reading() {
  const { read } = keptArticles(LIMITS)();
  return { read: async (revision: Revision) => itemAt(await read([revision]), 0) };
}

test('a revision is read once, and shown with its current details', async () => {
  const { read } = reading();
  const first = await read({ article: article('a', 'The mill was sold. It burnt.') });
  const printed = { ...article('a', 'The mill was sold. It burnt.'), byline: 'Ines Kaar' };
  const again = await read({ article: printed, provenance: { addedBy: '7' } });
  expect(again.tokens).toBe(first.tokens);
  expect(again.document.sentences).toBe(first.document.sentences);
  expect(again.document.article).toBe(printed);
  expect(again.document.provenance).toEqual({ addedBy: '7' });
});

test('another text, headline or revision under the same id is read again', async () => {
  const { read } = reading();
  const sold = article('a', 'The mill was sold.');
  const { tokens } = await read({ article: sold });
  for (const other of [
    article('a', 'The mill was not sold.'),
    { ...sold, headline: 'B' },
    { ...sold, revision: 2 },
  ]) {
    const { document, tokens: those } = await read({ article: other });
    expect(those).not.toBe(tokens);
    expect(document.sentences[0]?.revision).toBe(other.revision);
  }
});

test('the least recently used articles are dropped first', async () => {
  const { read } = reading();
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ article: article(id, `${id} `.repeat(20)) }));
  if (!a || !b || !c) throw new Error('There are three.');
  const kept = { a: (await read(a)).tokens, b: (await read(b)).tokens };
  await read(a);
  await read(c);
  expect((await read(a)).tokens).toBe(kept.a);
  expect((await read(b)).tokens).not.toBe(kept.b);
});

test('a lexicon with too many words is replaced, together with everything that used it', async () => {
  const current = keptArticles({ units: 10_000, words: 20 });
  const begun = current();
  const mill = { article: article('a', 'The mill was sold.') };
  const [first] = await begun.read([mill]);
  expect(current()).toBe(begun);
  await begun.read([{ article: article('b', Array.from({ length: 30 }, (_, n) => `word${n}`).join(' ')) }]);
  expect(current()).not.toBe(begun);
  const [again] = await current().read([mill]);
  expect(again?.tokens).not.toBe(first?.tokens);
});

test('reading articles as long as books lets other work be done, and two questions may read the same', async () => {
  const { read } = keptArticles({ units: 1_000_000, words: 100_000 })();
  const long = { article: article('a', 'The mill at Halden was sold to Ines Kaar in 1998. '.repeat(8000)) };
  let others = 0;
  let done = false;
  const count = (): void => {
    others += 1;
    if (!done) setImmediate(count);
  };
  setImmediate(count);
  const [[first], [second]] = await Promise.all([read([long]), read([long])]);
  done = true;
  expect(others).toBeGreaterThan(5);
  expect(first?.document.sentences.length).toBe(8000);
  expect(second?.document.sentences.length).toBe(8000);
  const [kept] = await read([long]);
  expect([first?.tokens, second?.tokens]).toContain(kept?.tokens);
});
