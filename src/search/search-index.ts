import MiniSearch from 'minisearch';
import type { Article, Document, Sentence } from '../article/article.ts';
import { term, terms, words } from '../article/words.ts';
import { nameCounts as countNames } from './names.ts';
import type { Query, Vocabulary } from './question.ts';

/** A sentence that may answer, with the scores of the three levels it was found by (BM25+, unbounded, >= 0). */
export type Candidate = Readonly<{
  document: Document;
  sentence: Sentence;
  scores: Readonly<{ sentence: number; paragraph: number; article: number }>;
  /** The weighted sum that chose it. */
  score: number;
}>;

/** Which articles a question is put to; without one, to all. */
export type Scope = (article: Article) => boolean;

/** The reading side of an index: all that answering needs. */
export type SearchIndex = Vocabulary &
  Readonly<{
    documents(): readonly Document[];
    document(articleId: string): Document | undefined;
    /** The `limit` best candidates, best first; ties keep the order of the archive. */
    candidates(query: Query, limit: number, scope?: Scope): Candidate[];
    /** Names that the articles mention, the most frequent first. */
    names(): readonly string[];
  }>;

/** An index that articles can be added to and removed from. */
export type MutableSearchIndex = SearchIndex &
  Readonly<{
    /** Adds an article, or puts it in the place of the one with the same id. */
    add(document: Document): void;
    remove(articleId: string): void;
  }>;

/** Weights of the levels, from RANKING "Design that follows" 2. */
const LEVEL_WEIGHTS = { sentence: 1, paragraph: 0.7, article: 0.1 } as const;

type Entry = { id: number; text: string };
type Level = MiniSearch<Entry>;

const level = (): Level =>
  new MiniSearch<Entry>({ fields: ['text'], tokenize: terms, processTerm: (found) => found });

type Stored = {
  document: Document;
  article: number;
  paragraphs: number[];
  sentences: number[];
  names: ReadonlyMap<string, number>;
};

/** An empty index. Sentences, paragraphs and articles are indexed apart: each level sees words the others miss. */
export function createSearchIndex(): MutableSearchIndex {
  const levels = { sentence: level(), paragraph: level(), article: level() };
  const stored = new Map<string, Stored>();
  const owners = new Map<number, { stored: Stored; sentence?: Sentence }>();
  const counts = new Map<string, number>();
  const nameCounts = new Map<string, number>();
  let nextId = 0;

  function add(document: Document): void {
    remove(document.article.id);
    const { text, headline } = document.article;
    const entry: Stored = {
      document,
      article: nextId++,
      paragraphs: [],
      sentences: [],
      names: countNames(document),
    };
    stored.set(document.article.id, entry);
    owners.set(entry.article, { stored: entry });
    const body: string[] = [];
    for (const paragraph of document.paragraphs) {
      const id = nextId++;
      entry.paragraphs.push(id);
      owners.set(id, { stored: entry });
      if (paragraph.kind === 'furniture') continue;
      const content = text.slice(paragraph.start, paragraph.end);
      levels.paragraph.add({ id, text: content });
      if (paragraph.kind !== 'headline') body.push(content);
    }
    for (const sentence of document.sentences) {
      const id = nextId++;
      entry.sentences.push(id);
      owners.set(id, { stored: entry, sentence });
      levels.sentence.add({ id, text: text.slice(sentence.start, sentence.end) });
    }
    // The headline stands twice: it is what the article is about.
    levels.article.add({ id: entry.article, text: [headline, headline, ...body].join('\n') });
    for (const [name, count] of entry.names) nameCounts.set(name, (nameCounts.get(name) ?? 0) + count);
    for (const found of new Set(terms(`${headline}\n${body.join('\n')}`)))
      counts.set(found, (counts.get(found) ?? 0) + 1);
  }

  function remove(articleId: string): void {
    const entry = stored.get(articleId);
    if (!entry) return;
    stored.delete(articleId);
    levels.article.discard(entry.article);
    for (const [index, id] of entry.paragraphs.entries()) {
      if (entry.document.paragraphs[index]?.kind !== 'furniture') levels.paragraph.discard(id);
    }
    for (const id of entry.sentences) levels.sentence.discard(id);
    for (const id of [entry.article, ...entry.paragraphs, ...entry.sentences]) owners.delete(id);
    const { headline, text } = entry.document.article;
    const body = entry.document.paragraphs
      .filter(({ kind }) => kind !== 'furniture' && kind !== 'headline')
      .map(({ start, end }) => text.slice(start, end));
    for (const found of new Set(terms(`${headline}\n${body.join('\n')}`))) decrease(counts, found);
    for (const [name, count] of entry.names) decrease(nameCounts, name, count);
  }

  function candidates(query: Query, limit: number, scope: Scope = () => true): Candidate[] {
    const weights = new Map(query.terms.map(({ term: found, weight }) => [found, weight]));
    const score = (index: Level): Map<number, number> =>
      new Map(
        index
          .search([...weights.keys()].join(' '), {
            tokenize: (text) => text.split(' ').filter(Boolean),
            boostTerm: (found) => weights.get(found) ?? 1,
            filter: ({ id }) => {
              const owner = owners.get(Number(id));
              return owner !== undefined && scope(owner.stored.document.article);
            },
          })
          .map(({ id, score: value }) => [Number(id), value]),
      );
    const bySentence = score(levels.sentence);
    const byParagraph = score(levels.paragraph);
    const byArticle = score(levels.article);
    const found: Candidate[] = [];
    const articles = new Set([...byArticle.keys()].map((id) => owners.get(id)?.stored));
    for (const entry of articles) {
      if (!entry) continue;
      for (const [index, sentence] of entry.document.sentences.entries()) {
        const scores = {
          sentence: bySentence.get(entry.sentences[index] ?? -1) ?? 0,
          paragraph: byParagraph.get(entry.paragraphs[sentence.paragraph] ?? -1) ?? 0,
          article: byArticle.get(entry.article) ?? 0,
        };
        if (scores.sentence + scores.paragraph === 0) continue;
        const sum =
          scores.sentence * LEVEL_WEIGHTS.sentence +
          scores.paragraph * LEVEL_WEIGHTS.paragraph +
          scores.article * LEVEL_WEIGHTS.article;
        found.push({ document: entry.document, sentence, scores, score: sum });
      }
    }
    return found.toSorted((a, b) => b.score - a.score).slice(0, limit);
  }

  function near(asked: string): string[] {
    const most = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
    if (most === 0 || /\p{N}/u.test(asked)) return [];
    return levels.article
      .search(asked, { tokenize: (text) => [text], fuzzy: most })
      .flatMap(({ terms: matched }) => matched)
      .filter((found, index, all) => all.indexOf(found) === index && found[0] === asked[0])
      .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  }

  return {
    add,
    remove,
    candidates,
    near,
    has: (found) => counts.has(found),
    documents: () => [...stored.values()].map(({ document }) => document),
    document: (articleId) => stored.get(articleId)?.document,
    names: () => [...nameCounts.entries()].toSorted(([, a], [, b]) => b - a).map(([name]) => name),
  };
}

function decrease(counts: Map<string, number>, key: string, by = 1): void {
  const left = (counts.get(key) ?? 0) - by;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}

/** Whether a text mentions a phrase, word by word, by index terms; an empty phrase is mentioned nowhere. */
export function mentions(text: string, phrase: string): boolean {
  const wanted = words(phrase)
    .map(({ folded }) => term(folded))
    .join(' ');
  return (
    wanted !== '' &&
    ` ${words(text)
      .map(({ folded }) => term(folded))
      .join(' ')} `.includes(` ${wanted} `)
  );
}
