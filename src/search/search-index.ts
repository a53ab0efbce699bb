import MiniSearch from 'minisearch';
import { articleKey, type Article, type Document } from '../article/article.ts';
import { scoreBlocks, type Archive, type Block, type Found } from './candidates.ts';
import { createLevelCounts } from './levels.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createMentioning, type Mentioning } from './mentioning.ts';
import { nameCounts } from './names.ts';
import type { Query, QueryTerm, Vocabulary } from './question.ts';
import { background, related } from './language.ts';
import { tokensOf, wordOf, type DocumentTokens } from './tokens.ts';
import { createVocabulary } from './vocabulary.ts';
import { CLASS } from './word-class.ts';
import { wordingsOf, type Wordings } from './wording.ts';

/** Which articles a question is put to; without one, to all. */
export type Scope = (article: Article) => boolean;

/** The part of an archive that one question is put to. Nothing of the rest shows in it. */
export type View = Readonly<{
  articles: number;
  sentences: number;
  vocabulary: Vocabulary;
  /** The `limit` best candidates, best first; ties keep the order of the archive. */
  candidates(query: Query, limit: number): Found;
}>;

/** The reading side of an index: all that answering needs. */
export type SearchIndex = Mentioning &
  Readonly<{
    documents(): readonly Document[];
    document(articleId: string): Document | undefined;
    /** The article of a short key ({@link articleKey}). */
    keyed(key: string): Document | undefined;
    /** The articles of a scope; all without one. */
    within(scope?: Scope): View;
    /** Names that the articles mention, the most frequent first. */
    names(): readonly string[];
    /** For checking quotations: looks for wordings in all articles. */
    wordings: Wordings;
  }>;

/** An index that articles can be added to and removed from. */
export type MutableSearchIndex = SearchIndex &
  Readonly<{
    /** Adds an article, or puts it in the place of the one with the same id. */
    add(document: Document): void;
    remove(articleId: string): void;
  }>;

/** What the index keeps of an article. */
export type Stored = Readonly<{
  slot: number;
  document: Document;
  tokens: DocumentTokens;
  /** The MiniSearch ids of its paragraphs. */
  blocks: readonly number[];
  names: ReadonlyMap<string, number>;
}>;

/** How many of the best paragraphs are looked at sentence by sentence. */
const BLOCKS = 100;
/**
 * In an archive of more paragraphs than this, words that more than a share of them hold only cost time: MiniSearch
 * reads all of those paragraphs, and none gets among the best without a rarer word. The rarest words always take part.
 */
const LARGE = 4000;
const COMMON_SHARE = 0.03;
const RAREST = 3;
/** A scope of at most this many sentences is read whole: cheaper than asking MiniSearch about the archive. */
const READ_WHOLE = 600;

type Entry = { id: number; text: string };

/**
 * An empty index. MiniSearch finds the paragraphs that share words with the question; their sentences are then scored
 * at three levels (sentence, paragraph, article), since each sees words the others miss.
 */
export function createSearchIndex(): MutableSearchIndex {
  const lexicon = createLexicon();
  const counts = createLevelCounts(lexicon);
  const archive: Archive = { lexicon, counts, related, background };
  // Terms go in as codes of few letters: MiniSearch's tree is walked letter by letter for every word that is added.
  const paragraphs = new MiniSearch<Entry>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (found) => found,
  });
  const stored = new Map<string, Stored>();
  const blocks = new Map<number, Block & { stored: Stored }>();
  const byKey = new Map<string, Stored>();
  const bySlot = new Map<number, Stored>();
  /** For each term the slots of the articles that hold it. */
  const holders: number[][] = [];
  const mentioned = new Map<string, number>();
  let names: readonly string[] | undefined;
  let whole: View | undefined;
  let nextId = 0;

  function add(document: Document): void {
    remove(document.article.id);
    const tokens = tokensOf(document, lexicon);
    const ids: number[] = [];
    const entry: Stored = { slot: nextId++, document, tokens, blocks: ids, names: nameCounts(document) };
    for (const { from, to } of blocksOf(document)) {
      const id = nextId++;
      ids.push(id);
      blocks.set(id, { document, tokens, from, to, stored: entry });
      paragraphs.add({ id, text: termsText(tokens, from, to, lexicon) });
    }
    stored.set(document.article.id, entry);
    byKey.set(articleKey(document.article.id), entry);
    bySlot.set(entry.slot, entry);
    counts.count(document, tokens, 1);
    for (const found of tokens.terms) (holders[found] ??= []).push(entry.slot);
    for (const [name, often] of entry.names) mentioned.set(name, (mentioned.get(name) ?? 0) + often);
    names = whole = undefined;
  }

  function remove(articleId: string): void {
    const entry = stored.get(articleId);
    if (!entry) return;
    stored.delete(articleId);
    byKey.delete(articleKey(articleId));
    bySlot.delete(entry.slot);
    for (const id of entry.blocks) {
      paragraphs.discard(id);
      blocks.delete(id);
    }
    counts.count(entry.document, entry.tokens, -1);
    for (const found of entry.tokens.terms) {
      holders[found] = (holders[found] ?? []).filter((slot) => slot !== entry.slot);
    }
    for (const [name, often] of entry.names) decrease(mentioned, name, often);
    names = whole = undefined;
  }

  function telling(terms: readonly QueryTerm[]): readonly QueryTerm[] {
    const all = counts.texts('paragraph');
    if (all <= LARGE) return terms;
    return terms
      .map((entry) => ({ entry, often: counts.holding('paragraph', lexicon.termId(entry.term)) }))
      .toSorted((a, b) => a.often - b.often)
      .filter(({ often }, place) => place < RAREST || often <= all * COMMON_SHARE)
      .map(({ entry }) => entry);
  }

  function search(query: Query, inside: ReadonlyMap<number, Stored> | undefined): Block[] {
    const weights = new Map(
      telling(query.terms).map(({ term: found, weight }) => [lexicon.codeOf(lexicon.termId(found)), weight]),
    );
    const found = paragraphs.search([...weights.keys()].join(' '), {
      tokenize: (text) => text.split(' ').filter(Boolean),
      boostTerm: (wanted) => weights.get(wanted) ?? 1,
      ...(inside === undefined
        ? {}
        : { filter: ({ id }) => inside.has(blocks.get(Number(id))?.stored.slot ?? -1) }),
    });
    return found.slice(0, BLOCKS).flatMap(({ id }) => blocks.get(Number(id)) ?? []);
  }

  function view(scope?: Scope): View {
    const all = [...stored.values()];
    const inside = scope ? all.filter(({ document }) => scope(document.article)) : all;
    const members = scope && new Map(inside.map((entry) => [entry.slot, entry]));
    const sentences = inside.reduce((sum, { document }) => sum + document.sentences.length, 0);
    const wholeBlocks = (): Block[] =>
      inside.flatMap(({ blocks: ids }) => ids.flatMap((id) => blocks.get(id) ?? []));
    return {
      articles: inside.length,
      sentences,
      vocabulary: createVocabulary(lexicon, holders, members ?? bySlot, scope !== undefined),
      candidates: (query, limit) =>
        scoreBlocks(query, sentences <= READ_WHOLE ? wholeBlocks() : search(query, members), archive, limit),
    };
  }

  const documents = (): readonly Document[] => [...stored.values()].map(({ document }) => document);

  return {
    add,
    remove,
    wordings: wordingsOf(() => stored.values(), lexicon, counts),
    ...createMentioning({ lexicon, holders, bySlot, documents }),
    documents,
    within: (scope) => (scope ? view(scope) : (whole ??= view())),
    document: (articleId) => stored.get(articleId)?.document,
    keyed: (key) => byKey.get(key)?.document,
    names: () => (names ??= [...mentioned.entries()].toSorted(([, a], [, b]) => b - a).map(([name]) => name)),
  };
}

/** The paragraphs of a document that hold sentences, as runs of sentences. */
function blocksOf({ sentences }: Document): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [index, { paragraph }] of sentences.entries()) {
    const last = found.at(-1);
    if (last && sentences[last.from]?.paragraph === paragraph) last.to = index + 1;
    else found.push({ from: index, to: index + 1 });
  }
  return found;
}

function termsText(tokens: DocumentTokens, from: number, to: number, lexicon: Lexicon): string {
  const found: string[] = [];
  for (let at = tokens.starts[from] ?? 0; at < (tokens.starts[to] ?? 0); at++) {
    const word = wordOf(tokens.tokens[at] ?? 0);
    if (!(lexicon.classOf(word) & CLASS.stop)) found.push(lexicon.codeOf(lexicon.termOf(word)));
  }
  return found.join(' ');
}

function decrease(counts: Map<string, number>, key: string, by: number): void {
  const left = (counts.get(key) ?? 0) - by;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}
