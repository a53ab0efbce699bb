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

/** The articles that a question is put to; without it, all. */
export type Scope = readonly Document[];

/** The part of an archive that one question is put to. Nothing of the rest shows in it. */
export type View = Readonly<{
  articles: number;
  sentences: number;
  vocabulary: Vocabulary;
  /** An article of the part, by id. */
  document(articleId: string): Document | undefined;
  /** All articles of the part, in the order of the archive; none at all when there are more than `most`. */
  documents(most: number): readonly Document[];
  /**
   * The `limit` best candidates by words, and those of `also` (sentences found in another way), best first; ties keep the
   * order of the archive.
   */
  candidates(query: Query, limit: number, also?: readonly SentencePlace[]): Found;
}>;

/** A sentence by its article and number. */
export type SentencePlace = Readonly<{ articleId: string; n: number }>;

/** The reading side of an index: all that answering needs. */
export type SearchIndex = Mentioning &
  Readonly<{
    documents(): readonly Document[];
    document(articleId: string): Document | undefined;
    /** The article of a short key ({@link articleKey}). */
    keyed(key: string): Document | undefined;
    /** The articles of a scope; all without one. Those that are not in the index are passed over. */
    within(scope?: Scope): View;
    /** Names that the articles mention, the most frequent first. */
    names(): readonly string[];
    /** Articles published between two ISO days, both included, in the order of the archive; none without a date. */
    published(from: string | undefined, to: string | undefined): readonly Document[];
    /** When the newest article was published; undefined when none has a date. */
    newest(): string | undefined;
    /** For checking quotations: looks for wordings in all articles. */
    wordings: Wordings;
    /** The same index without some articles, by id: nothing of these shows in it. They are named anew at each use. */
    without(hidden: () => readonly string[]): SearchIndex;
  }>;

/** An index that articles can be added to and removed from. */
export type MutableSearchIndex = SearchIndex &
  Readonly<{
    /** Adds an article, or puts it in the place of the one with the same id. */
    add(document: Document): void;
    /**
     * The same in small steps, so that a long article holds nobody up. It is found after the last one; removed or added
     * again before that, it never is.
     */
    adding(document: Document): Steps<void>;
    remove(articleId: string): void;
  }>;

/** What an index is read from; all of it may change meanwhile. */
export type IndexParts = Readonly<{
  lexicon: Lexicon;
  counts: TermCounts;
  paragraphs: Pick<Paragraphs, 'search' | 'block'>;
  holders: Pick<Holders, 'of'>;
  names: Readonly<{ without(hidden: readonly Stored[]): readonly string[] }>;
  dates: Pick<Dates, 'between' | 'newest'>;
  /** Articles by id, by short key, and by slot; where one was removed there is none. */
  stored: ReadonlyMap<string, Stored>;
  byKey: Pick<ReadonlyMap<string, Stored>, 'get'>;
  bySlot: readonly (Stored | undefined)[];
  /** The numbers of the words that may be in some article, each once. */
  words(): Iterable<number>;
  /** Of a larger archive that the index holds some articles of: how many articles there are, and how many hold a term. */
  larger?: Readonly<{ articles: number; holding(term: string): number }>;
}>;

/** A scope of at most this many sentences is read whole: cheaper than asking MiniSearch about the archive. */
const READ_WHOLE = 600;

/**
 * An empty index. MiniSearch finds the paragraphs that share words with the question; their sentences are then scored
 * at three levels (sentence, paragraph, article), since each sees words the others miss.
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

  /** Articles that are being added in steps. */
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
  /** The paragraph that a sentence stands in. */
  const blockOf = ({ blocks }: Stored, { n }: Sentence): number[] =>
    blocks.filter((id) => {
      const block = paragraphs.block(id);
      return block !== undefined && block.from < n && n <= block.to;
    });
  const vocabulary = createVocabulary(parts, part);
  return {
    articles: part.articles,
    sentences: part.sentences,
    // A word that the larger archive holds is not unknown because none of these articles has it.
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
