import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search } from '@orama/orama';
import { Index } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch, { type Options } from 'minisearch';
import { STOP_WORDS, term, terms, words } from '../../src/english/words.ts';
import { seededRandom, shuffled } from '../evaluate/random.ts';
import { LIMIT, type Ask, type Engine, type BenchSentence } from './engine.ts';

/** Finds entries by number, best first; with `all`, every match. */
type Lookup = (
  question: string,
  all: boolean,
) => Iterable<{ id: number; score: number }> | Promise<Iterable<{ id: number; score: number }>>;
type Built = { lookup: Lookup; nativeBytes?: () => number };

/** MiniSearch with our tokenizer, stop words and stems, but with one level and without our ranking. */
const OUR_ANALYSIS: Partial<Options<BenchSentence>> = {
  tokenize: (text) => words(text).map(({ folded }) => folded),
  processTerm: (folded) => (folded === '' || STOP_WORDS.has(folded) ? null : term(folded)),
};

/** For engines with a query syntax. */
const plainWords = (question: string): string[] => question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * Engines that users would choose, each configured for plain-language questions as in its manual: any word may match, and the sum of
 * scores decides. Each sentence is a document.
 */
export const PEERS: readonly Engine[] = [
  peer('MiniSearch, default options', (entries) => miniSearch(entries, {})),
  peer('MiniSearch, our analysis', (entries) => miniSearch(entries, OUR_ANALYSIS)),
  peer('FlexSearch, default options', (entries) => flexSearch(entries, {})),
  peer('FlexSearch, our analysis', (entries) => flexSearch(entries, { encode: terms })),
  peer('Lunr', lunrIndex),
  peer('Orama, stop words, stemming', orama),
  peer('SQLite FTS5, bm25, porter', fts5),
];

/** Inserts sentences in random order, so that engines that break ties by age gain nothing from the data's order. */
function peer(name: string, build: (entries: readonly BenchSentence[]) => Built | Promise<Built>): Engine {
  return {
    name,
    async build(documents) {
      const all = documents.flatMap(({ article, sentences }) =>
        sentences.map(({ start, end }) => ({ text: article.text.slice(start, end), article: article.id })),
      );
      const entries = shuffled(all, seededRandom(1)).map((entry, id) => ({ ...entry, id }));
      const { lookup, ...rest } = await build(entries);
      const ask: Ask = async (question, inside) => {
        const found = [...(await lookup(question, inside !== undefined))].flatMap(({ id, score }) => {
          const entry = entries[id];
          return entry && (inside?.has(entry.article) ?? true) ? [{ quote: entry.text, score }] : [];
        });
        return found.slice(0, LIMIT);
      };
      return { ask, ...rest };
    },
  };
}

function miniSearch(entries: readonly BenchSentence[], options: Partial<Options<BenchSentence>>): Built {
  const index = new MiniSearch<BenchSentence>({ fields: ['text'], ...options });
  index.addAll(entries);
  return { lookup: (question) => index.search(question).map(({ id, score }) => ({ id: Number(id), score })) };
}

function flexSearch(
  entries: readonly BenchSentence[],
  options: { encode?: (text: string) => string[] },
): Built {
  const index = new Index(options);
  for (const { id, text } of entries) index.add(id, text);
  return {
    lookup(question, all) {
      const found = index.search(question, { suggest: true, limit: all ? entries.length : LIMIT });
      return found.map((id, place) => ({ id: Number(id), score: -place }));
    },
  };
}

function lunrIndex(entries: readonly BenchSentence[]): Built {
  const index = lunr((builder) => {
    builder.field('text');
    for (const entry of entries) builder.add(entry);
  });
  return {
    lookup: (question) =>
      index
        .query((query) => query.term(plainWords(question.toLowerCase()), {}))
        .map(({ ref, score }) => ({ id: Number(ref), score })),
  };
}

async function orama(entries: readonly BenchSentence[]): Promise<Built> {
  const index = create({
    schema: { text: 'string' } as const,
    components: { tokenizer: { stemming: true, stopWords: [...STOP_WORDS] } },
  });
  const ids = new Map(entries.map(({ id }) => [String(id), id]));
  await insertMultiple(
    index,
    entries.map(({ id, text }) => ({ id: String(id), text })),
    entries.length,
  );
  return {
    async lookup(question, all) {
      const { hits } = await search(index, { term: question, limit: all ? entries.length : LIMIT });
      return hits.map(({ id, score }) => ({ id: ids.get(id) ?? -1, score }));
    },
  };
}

function fts5(entries: readonly BenchSentence[]): Built {
  const db = new DatabaseSync(':memory:');
  db.exec("CREATE VIRTUAL TABLE sentences USING fts5(text, tokenize = 'porter unicode61')");
  const insert = db.prepare('INSERT INTO sentences (rowid, text) VALUES (?, ?)');
  db.exec('BEGIN');
  for (const { id, text } of entries) insert.run(id, text);
  db.exec('COMMIT');
  const select = db.prepare(
    'SELECT rowid, rank FROM sentences WHERE sentences MATCH ? ORDER BY rank LIMIT ?',
  );
  const pragma = (name: string): number => Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  return {
    lookup(question, all) {
      const wanted = plainWords(question)
        .map((word) => `"${word}"`)
        .join(' OR ');
      const rows = wanted === '' ? [] : select.all(wanted, all ? entries.length : LIMIT);
      return rows.map(({ rowid, rank }) => ({ id: Number(rowid), score: -Number(rank) }));
    },
    nativeBytes: () => pragma('page_count') * pragma('page_size'),
  };
}
