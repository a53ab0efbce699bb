import { articleKey, type Document } from '../../article/article.ts';
import { bm25 } from '../rank/scoring.ts';
import type { ScoredParagraph } from '../rank/candidates.ts';
import type { Query } from '../question/question.ts';
import { createDates } from './dates.ts';
import type { Holders } from './holders.ts';
import type { TermCounts, TermStatistics } from './levels.ts';
import type { Lexicon } from './lexicon.ts';
import { createNames, nameCounts } from './names.ts';
import { BLOCKS } from './paragraph-search.ts';
import { sentenceRuns } from './paragraphs.ts';
import type { Part } from './part.ts';
import { scannedCounts } from './scanned-counts.ts';
import { readingOf, type SearchIndex } from './search-index.ts';
import type { Stored } from './stored.ts';
import { oftenIn, wordOf, type DocumentTokens, wordIn } from './tokens.ts';
import { valueAt } from './room.ts';

/** An article whose words are numbered in a lexicon. */
export type ReadArticle = Readonly<{
  document: Document;
  tokens: DocumentTokens;
}>;

/** Statistics of the archive of which an index holds some articles. */
export type LargerArchive = Readonly<{
  statistics: TermStatistics;
  /** Folded words whose terms have counts in the statistics. */
  words: readonly string[];
}>;

/**
 * An index of a few articles of a larger archive, for one question. Their words are already numbered, so nothing is counted or sorted in
 * advance: for some dozens of articles, scanning takes less time than indexing. With the archive's statistics, words have the same
 * weights as in the whole archive.
 */
export function readIndex(
  articles: readonly ReadArticle[],
  lexicon: Lexicon,
  larger?: LargerArchive,
): SearchIndex {
  for (const word of larger?.words ?? []) lexicon.intern(word);
  const known = larger?.statistics;
  const blocks: (ScoredParagraph & Readonly<{ slot: number }>)[] = [];
  const byId = new Map(articles.map((article) => [article.document.article.id, article]));
  const entries = Array.from(byId.values(), ({ document, tokens }, slot): Stored => {
    const ids = sentenceRuns(document).map((run) => blocks.push({ document, tokens, slot, ...run }) - 1);
    return { slot, document, tokens, blocks: ids, names: UNCOUNTED };
  });
  const counts = scannedCounts(entries, lexicon, known);
  const dates = createDates();
  for (const entry of entries) dates.add(entry);
  return readingOf({
    lexicon,
    counts,
    paragraphs: {
      search: (query, part) => best(blocks, query, part, lexicon, counts),
      block: (id) => blocks[id],
    },
    holders: scannedHolders(entries),
    names: { without: (hidden) => namesIn(entries.filter((entry) => !hidden.includes(entry))) },
    dates,
    stored: new Map(entries.map((entry) => [entry.document.article.id, entry])),
    byKey: { get: (key) => entries.find(({ document }) => articleKey(document.article.id) === key) },
    bySlot: entries,
    words: () => wordsIn(entries),
    ...(known && {
      larger: {
        articles: known.texts.article,
        holding: (term) => known.holding.get(term)?.article ?? 0,
      },
    }),
  });
}

function scannedHolders(entries: readonly Stored[]): Pick<Holders, 'of'> {
  const known = new Map<number, Int32Array>();
  return {
    of(term) {
      const before = known.get(term);
      if (before) return before;
      const slots = Int32Array.from(
        entries.filter(({ tokens }) => oftenIn(tokens, term) > 0).map(({ slot }) => slot),
      );
      known.set(term, slots);
      return slots;
    },
  };
}

/** Few commands need the names of articles, so these are counted when asked for. */
const UNCOUNTED = new Int32Array();

function namesIn(entries: readonly Stored[]): readonly string[] {
  const all = createNames();
  for (const { document } of entries) all.add(nameCounts(document));
  return all.without([]);
}

const wordsIn = (entries: readonly Stored[]): ReadonlySet<number> =>
  new Set(entries.flatMap(({ tokens }) => Array.from(tokens.tokens, wordOf)));

/**
 * Ids of the paragraphs of a part that best match a question, best first. The score is MiniSearch's: BM25+ times the number of query
 * terms that the paragraph contains.
 */
function best(
  blocks: readonly (ScoredParagraph & Readonly<{ slot: number }>)[],
  { terms }: Query,
  part: Part,
  lexicon: Lexicon,
  counts: TermCounts,
): number[] {
  const all = counts.texts('paragraph');
  const places = new Map(terms.map(({ term }, place) => [lexicon.termId(term), place]));
  const weights = Float64Array.from(terms, ({ term, weight }) => {
    const often = counts.holding('paragraph', lexicon.termId(term));
    return weight * Math.log(1 + (all - often + 0.5) / (often + 0.5));
  });
  const average = counts.averageLength('paragraph');
  const scored: { id: number; score: number }[] = [];
  for (const [id, block] of blocks.entries()) {
    if (!part.has(block.slot)) continue;
    const frequency = new Float64Array(terms.length);
    const { tokens, starts, lengths } = block.tokens;
    const end = valueAt(starts, block.to);
    for (let at = valueAt(starts, block.from); at < end; at++) {
      const place = places.get(lexicon.termOf(wordIn(tokens, at)));
      if (place !== undefined) frequency[place] = (frequency[place] as number) + 1;
    }
    const matched = frequency.reduce((sum, often) => sum + Math.min(1, often), 0);
    if (matched === 0) continue;
    const length = lengths.subarray(block.from, block.to).reduce((sum, words) => sum + words, 0);
    scored.push({ id, score: matched * bm25(frequency, weights, length, average) });
  }
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, BLOCKS)
    .map(({ id }) => id);
}
