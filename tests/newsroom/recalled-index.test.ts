import { describe, expect, test } from 'vitest';
import timeline from '../../commands/read/timeline.ts';
import { runCommand } from '../../src/desk/dispatch.ts';
import { focusOfOptions, focusOfTyping } from '../../src/desk/focus.ts';
import { keptArticles } from '../../src/newsroom/engine/read-articles.ts';
import { recalledIndex } from '../../src/newsroom/engine/recalled-index.ts';
import { EngineError } from '../../src/search/index/opensearch/engine-error.ts';
import type { TermStatistics } from '../../src/search/index/levels.ts';
import type { Recall } from '../../src/search/index/recall.ts';
import type { Lookup, StoredArticle } from '../../src/store/articles/stored.ts';
import { deskOver, member, seedArticle } from '../support/desk.ts';
import { textOf } from '../support/session.ts';

/** A search engine that always fails. */
const failing: Recall = {
  candidates: () => Promise.reject(new EngineError('slow')),
  statistics: () => Promise.reject(new EngineError('slow')),
  phrase: () => Promise.reject(new EngineError('slow')),
  holding: () => Promise.reject(new EngineError('slow')),
  counts: () => Promise.reject(new EngineError('slow')),
  names: () => Promise.reject(new EngineError('slow')),
  headlines: () => Promise.reject(new EngineError('slow')),
  published: () => Promise.reject(new EngineError('slow')),
  keyed: () => Promise.reject(new EngineError('slow')),
};
const sources = {
  recall: failing,
  archive: { newest: () => Promise.resolve(new Map()) },
  house: [],
  synonyms: new Map(),
  articles: keptArticles(),
};
const STATISTICS: TermStatistics = {
  texts: { sentence: 90, paragraph: 30, article: 9 },
  averageLength: { sentence: 10, paragraph: 30, article: 200 },
  holding: new Map(),
};
const place = { here: [], now: new Date('2026-01-01') };

describe('a search engine that fails', () => {
  // An unhandled rejection would fail the test run.
  test.each([
    ['a question', focusOfOptions({ question: 'Who paid?' }, false)],
    ['a topic without a question', focusOfOptions({ topic: 'Halden Motors' }, false)],
    ['a question in a topic', focusOfOptions({ question: 'Who paid?', company: 'Halden Motors' }, false)],
    ['an article', focusOfOptions({ article: 'trams' }, false)],
    ['a list without options', focusOfOptions({}, false)],
    ['words that are being typed', focusOfTyping('hald')],
  ])('fails %s with its one sentence, and leaves nothing behind', async (_, focus) => {
    await expect(recalledIndex(sources, focus, place)).rejects.toThrow('took too long');
  });

  test('does not prevent editors’ commands', async () => {
    const { index } = await recalledIndex(sources, focusOfOptions({ article: 'trams' }, true), place);
    expect(index.documents()).toEqual([]);
  });
});

test('an editors’ command without search terms does not ask the search engine', async () => {
  const asked = await recalledIndex(sources, focusOfOptions({}, true), place);
  expect(asked.stored.size).toBe(0);
});

test('a reply based on only some articles about a topic says how many there are', async () => {
  const recall: Recall = {
    ...failing,
    statistics: () =>
      Promise.resolve({
        texts: { sentence: 9000, paragraph: 3000, article: 900 },
        averageLength: { sentence: 10, paragraph: 30, article: 200 },
        holding: new Map(),
      }),
    holding: () => Promise.resolve([]),
    counts: () => Promise.resolve({ sentences: 2000, articles: 500 }),
  };
  const focus = focusOfOptions({ topic: 'Alibaba' }, false);
  expect(await recalledIndex({ ...sources, recall }, focus, place)).toMatchObject({ speakOfIt: 500 });

  const desk = await deskOver([await seedArticle()]);
  const some = { ...desk, focus: () => Promise.resolve({ ...desk, lookedAt: { articles: 30, of: 500 } }) };
  const text = textOf(await runCommand(timeline, { topic: 'Alibaba' }, some, member));
  expect(text).toContain('Looked at 30 articles of the 500 that speak of it');
  expect(textOf(await runCommand(timeline, { topic: 'Alibaba' }, desk, member))).not.toContain('Looked at');
});

test.each([
  ['a question', { question: 'Who paid?' }, ['trams', 'newest', 'older']],
  ['a question about a company', { question: 'Who paid?', company: 'Halden' }, ['trams']],
])('%s: the newest articles fill the places that searches leave empty', async (_, options, read) => {
  const asked: string[][] = [];
  const recall: Recall = {
    ...failing,
    statistics: () => Promise.resolve(STATISTICS),
    candidates: () => Promise.resolve([{ articleId: 'trams', revision: 1, n: 2 }]),
    holding: () => Promise.resolve([]),
    phrase: () => Promise.resolve([]),
    counts: () => Promise.resolve({ sentences: 2, articles: 1 }),
    published: () => Promise.resolve(['newest', 'trams', 'older']),
  };
  const archive = {
    newest: (ids: readonly string[]) => {
      asked.push([...ids]);
      return Promise.resolve(new Map());
    },
  };
  await recalledIndex({ ...sources, recall, archive }, focusOfOptions(options, false), place);
  expect(asked).toEqual([read]);
});

/** What the store has of some articles, and an engine that names them in this order. */
async function namedBy(ids: readonly string[], stored: (id: string) => Partial<StoredArticle>) {
  const seed = await seedArticle();
  const lookups = new Map(
    ids.map((id): [string, Lookup] => [
      id,
      {
        state: 'live',
        stored: {
          article: { ...seed, id, headline: id },
          newestRevision: 1,
          visibility: {},
          addedBy: '7',
          addedAt: '2026-01-01T00:00:00Z',
          ...stored(id),
        },
      },
    ]),
  );
  const recall: Recall = {
    ...failing,
    statistics: () => Promise.resolve(STATISTICS),
    published: () => Promise.resolve(ids),
  };
  return { ...sources, recall, archive: { newest: () => Promise.resolve(lookups) } };
}

test('of articles as long as books, only the most promising are read', async () => {
  const ids = Array.from({ length: 8 }, (_, n) => `book-${n}`);
  const text = 'The mill was sold. '.repeat(25_000);
  const seed = await seedArticle();
  const named = await namedBy(ids, (id) => ({ article: { ...seed, id, text } }));
  const found = await recalledIndex(named, focusOfOptions({}, false), place);
  expect(found.index.documents().map(({ article }) => article.id)).toEqual(ids.slice(0, 2));
  expect(found.read).toBe(2);
  expect(found.stored.size).toBe(8);
});

test('I4 what the store keeps from this asker is not read, whatever the engine names', async () => {
  const visibility: Readonly<Record<string, StoredArticle['visibility']>> = {
    elsewhere: { channels: ['900'] },
    later: { embargoUntil: '2026-02-01T00:00:00Z' },
    open: {},
  };
  const named = await namedBy(Object.keys(visibility), (id) => ({ visibility: visibility[id] ?? {} }));
  const found = await recalledIndex(named, focusOfOptions({}, false), place);
  expect(found.index.documents().map(({ article }) => article.id)).toEqual(['open']);
});
