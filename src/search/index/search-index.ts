import { articleKey, type Document, type Sentence } from '../../article/article.ts';
import { allSteps, type Steps } from '../../article/steps.ts';
import { scoreBlocks, type Found } from '../rank/candidates.ts';
import { createDates, type Dates } from './dates.ts';
import { createHolders, type Holders } from './holders.ts';
import { createLevelCounts, type TermCounts } from './levels.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createMentioning, type Mentioning } from './mentioning.ts';
import { createNames, nameSteps } from './names.ts';
import { createParagraphs, type Paragraphs } from './paragraphs.ts';
import { partOf, partWithout, type Part } from './part.ts';
import type { Query, Vocabulary } from '../question/question.ts';
import { tokenSteps } from './tokens.ts';
import { createVocabulary } from './vocabulary.ts';
import { wordingsOf } from './phrases.ts';
import type { Wordings } from './wordings.ts';
import type { Stored } from './stored.ts';

/** The articles to search; undefined means all. */
export type Scope = readonly Document[];

/** The part of an archive that one question may search. Results do not depend on the rest. */
export type View = Readonly<{
  articles: number;
  sentences: number;
  vocabulary: Vocabulary;
  /** An article of the part, by id. */
  document(articleId: string): Document | undefined;
  /** All articles of the part, in archive order; an empty list when there are more than `most`. */
  documents(most: number): readonly Document[];
  /**
   * The `limit` best candidates by words, and the sentences of `also`, which were found in another way, best first. Ties stay in archive
   * order.
   */
  candidates(query: Query, limit: number, also?: readonly SentencePlace[]): Found;
}>;

/** A sentence by its article and number. */
export type SentencePlace = Readonly<{ articleId: string; n: number }>;

/** The reading side of an index, which is all that answering needs. */
export type SearchIndex = Mentioning &
  Readonly<{
    documents(): readonly Document[];
    document(articleId: string): Document | undefined;
    /** The article with a short key ({@link articleKey}). */
    keyed(key: string): Document | undefined;
    /** The articles of a scope, or all. Articles that are not in the index are ignored. */
    within(scope?: Scope): View;
    /** Names in the articles, most frequent first. */
    names(): readonly string[];
    /** Articles published between two ISO days, inclusive, in archive order; none without a date. */
    published(from: string | undefined, to: string | undefined): readonly Document[];
    /** The newest publication date; undefined when no article has one. */
    newest(): string | undefined;
    /** For checking quotations: searches the wordings of all articles. */
    wordings: Wordings;
    /** The same index without some articles, by id. Results do not depend on them. `hidden` is called at each use. */
    without(hidden: () => readonly string[]): SearchIndex;
  }>;

/** An index that articles can be added to and removed from. */
export type MutableSearchIndex = SearchIndex &
  Readonly<{
    /** Adds an article, replacing one with the same id. */
    add(document: Document): void;
    /**
     * Adds an article in small steps, so that a long one does not block others. It is found after the last step, unless it was removed
     * or added again meanwhile.
     */
    adding(document: Document): Steps<void>;
    remove(articleId: string): void;
  }>;

/** The tables that an index reads; all of them may change later. */
export type IndexParts = Readonly<{
  lexicon: Lexicon;
  counts: TermCounts;
  paragraphs: Pick<Paragraphs, 'search' | 'block'>;
  holders: Pick<Holders, 'of'>;
  names: Readonly<{ without(hidden: readonly Stored[]): readonly string[] }>;
  dates: Pick<Dates, 'between' | 'newest'>;
  /** Articles by id, by short key, and by slot, which is undefined after a removal. */
  stored: ReadonlyMap<string, Stored>;
  byKey: Pick<ReadonlyMap<string, Stored>, 'get'>;
  bySlot: readonly (Stored | undefined)[];
  /** The numbers of the words that some article may contain, each once. */
  words(): Iterable<number>;
  /** Statistics of the larger archive of which the index holds some articles: its number of articles, and how many contain a term. */
  larger?: Readonly<{ articles: number; holding(term: string): number }>;
}>;

/** A scope with at most this many sentences is scored completely, which is cheaper than searching the archive with MiniSearch. */
const READ_WHOLE = 600;

/**
 * An empty index. MiniSearch finds the paragraphs that share words with the question. Their sentences are then scored at three levels
 * (sentence, surroundings, article), because each level uses words the others miss.
 */
export function createSearchIndex(): MutableSearchIndex {
  const lexicon = createLexicon();
  const counts = createLevelCounts(lexicon);
  const paragraphs = createParagraphs(lexicon, counts);
  const stored = new Map<string, Stored>();
  const byKey = new Map<string, Stored>();
  const bySlot: (Stored | undefined)[] = [];
  const holders = createHolders();
  const names = createNames();
  const dates = createDates();
  const words = (): Iterable<number> => Array(lexicon.words()).keys();

  /** Articles that are being added step by step. */
  const coming = new Map<string, Document>();

  function* adding(document: Document): Steps<void> {
    const { id } = document.article;
    remove(id);
    coming.set(id, document);
    const tokens = yield* tokenSteps(document, lexicon);
    const found = yield* nameSteps(document);
    yield* counts.countSteps(document, tokens, 1);
    const blocks = yield* paragraphs.adding({ document, tokens });
    if (coming.get(id) !== document) {
      paragraphs.remove(blocks);
      yield* counts.countSteps(document, tokens, -1);
      return;
    }
    coming.delete(id);
    const entry: Stored = { slot: bySlot.length, document, tokens, names: names.add(found), blocks };
    paragraphs.show(blocks, entry);
    stored.set(id, entry);
    byKey.set(articleKey(id), entry);
    bySlot.push(entry);
    holders.add(tokens.terms, entry.slot);
    dates.add(entry);
  }

  function remove(articleId: string): void {
    coming.delete(articleId);
    const entry = stored.get(articleId);
    if (!entry) return;
    stored.delete(articleId);
    byKey.delete(articleKey(articleId));
    bySlot[entry.slot] = undefined;
    paragraphs.remove(entry.blocks);
    counts.count(entry.document, entry.tokens, -1);
    holders.remove(entry.tokens.terms, entry.slot);
    names.remove(entry.names);
    dates.remove(entry);
  }

  const reading = readingOf({
    lexicon,
    counts,
    paragraphs,
    holders,
    names,
    dates,
    stored,
    byKey,
    bySlot,
    words,
  });
  return { ...reading, add: (document) => allSteps(adding(document)), adding, remove };
}

/** The reading side of an index. */
export function readingOf(parts: IndexParts): SearchIndex {
  const { counts, stored, larger } = parts;
  const whole: Part = {
    has: () => true,
    partial: false,
    get articles() {
      return larger?.articles ?? stored.size;
    },
    get sentences() {
      return counts.texts('sentence');
    },
    entries: () => stored.values(),
  };
  return readingWithout(parts, whole, () => []);
}

function readingWithout(parts: IndexParts, whole: Part, hiddenIds: () => readonly string[]): SearchIndex {
  const { stored, byKey, names, dates } = parts;
  const hidden = (): Stored[] => hiddenIds().flatMap((id) => stored.get(id) ?? []);
  const part = (): Part => partWithout(whole, hidden());
  const seen = (entry: Stored | undefined): Document | undefined =>
    entry && part().has(entry.slot) ? entry.document : undefined;
  const documents = (): readonly Document[] => Array.from(part().entries(), ({ document }) => document);
  return {
    documents,
    document: (articleId) => seen(stored.get(articleId)),
    keyed: (key) => seen(byKey.get(key)),
    within: (scope) => {
      const all = part();
      if (!scope) return viewOf(parts, all);
      const entries = scope.flatMap(({ article }) => stored.get(article.id) ?? []);
      return viewOf(parts, partOf(entries.filter(({ slot }) => all.has(slot))));
    },
    names: () => names.without(hidden()),
    published(from, to) {
      const { has } = part();
      const found = dates.between(from, to).filter(({ slot }) => has(slot));
      return found.toSorted((a, b) => a.slot - b.slot).map(({ document }) => document);
    },
    newest() {
      const { has } = part();
      for (const { slot, document } of dates.newest()) if (has(slot)) return document.article.publishedAt;
      return undefined;
    },
    wordings: wordingsOf(parts, part),
    ...createMentioning(parts, part),
    without: (others) => readingWithout(parts, whole, () => [...hiddenIds(), ...others()]),
  };
}

function viewOf(parts: IndexParts, part: Part): View {
  const { lexicon, counts, paragraphs, stored, larger } = parts;
  /** The paragraph of a sentence. */
  const blockOf = ({ blocks }: Stored, { n }: Sentence): number[] =>
    blocks.filter((id) => {
      const block = paragraphs.block(id);
      return block !== undefined && block.from < n && n <= block.to;
    });
  const vocabulary = createVocabulary(parts, part);
  return {
    articles: part.articles,
    sentences: part.sentences,
    // A word that the larger archive contains is known even if none of these articles has it.
    vocabulary:
      larger && !part.partial
        ? { ...vocabulary, has: (term) => larger.holding(term) > 0 || vocabulary.has(term) }
        : vocabulary,
    document: (articleId) => {
      const entry = stored.get(articleId);
      return entry && part.has(entry.slot) ? entry.document : undefined;
    },
    documents: (most) => (part.articles > most ? [] : Array.from(part.entries(), ({ document }) => document)),
    candidates: (query, limit, also = []) => {
      const places = also.flatMap(({ articleId, n }) => {
        const entry = stored.get(articleId);
        const sentence = entry?.document.sentences[n - 1];
        return entry && sentence && part.has(entry.slot) ? [{ entry, sentence }] : [];
      });
      const blocks = new Set(
        part.sentences <= READ_WHOLE
          ? [...part.entries()].flatMap(({ blocks: ids }) => ids)
          : [
              ...paragraphs.search(query, part),
              ...places.flatMap(({ entry, sentence }) => blockOf(entry, sentence)),
            ],
      );
      const found = new Set(places.map(({ sentence }) => sentence));
      const scored = [...blocks].flatMap((id) => paragraphs.block(id) ?? []);
      return scoreBlocks(query, scored, { lexicon, counts }, limit, found);
    },
  };
}
