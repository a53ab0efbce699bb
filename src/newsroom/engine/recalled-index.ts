import type { Document } from '../../article/article.ts';
import { STOP_WORDS, term, words } from '../../english/words.ts';
import type { Focus } from '../../desk/focus.ts';
import { provenanceOf } from '../../desk/find/stored-document.ts';
import { readIndex } from '../../search/index/read-index.ts';
import type { SearchIndex } from '../../search/index/search-index.ts';
import type { TermStatistics } from '../../search/index/levels.ts';
import type { Recall, RecallScope, WeightedTerm } from '../../search/index/recall.ts';
import { termLine } from '../../search/index/term-line.ts';
import type { Synonyms } from '../../search/question/synonyms.ts';
import { mayQuote, type Damage, type StoredArticle } from '../../store/articles/stored.ts';
import type { GuildArchive } from '../../store/guild-archive.ts';
import type { ReadArticles, Revision } from './read-articles.ts';

/** An index of only those articles of a large archive that the search engine found for a question or topic. */
export type RecalledIndex = Readonly<{
  index: SearchIndex;
  /** The found articles as the store has them, whatever their visibility. */
  stored: ReadonlyMap<string, StoredArticle>;
  /** Number of found articles in the index. */
  read: number;
  damaged: ReadonlyMap<string, Damage>;
  /** Number of articles that mention the company or topic; absent if none was asked for. */
  speakOfIt?: number;
}>;

/** Where recalled articles come from. */
export type RecallSources = Readonly<{
  recall: Recall;
  archive: Pick<GuildArchive, 'newest'>;
  house: readonly Document[];
  synonyms: Synonyms;
  /** Reads the found articles, and caches them for the next question. */
  articles: () => ReadArticles;
}>;

/** Articles to read from the store and index per question; each takes one to two milliseconds of processor time. */
const MOST_ARTICLES = 30;
/** UTF-16 units of the texts to read per question, but at least one article: thirty may be as long as books. 200 articles of news. */
const MOST_UNITS = 1_000_000;
/** Articles to read from the store at once, so that no more long ones than needed are in memory while others ask, too. */
const AT_ONCE = 10;
/** Sentences to request from the engine for each text. */
const CANDIDATES = 100;
/** Articles to request in each of the other ways. */
const SOME = 40;
/** Articles of a company or topic in which to look for a question; the newest ones. */
const MOST_ABOUT = 1000;
/** Terms per text. */
const MOST_TERMS = 40;
/** Lengths of phrases in words; longer and shorter ones are searched only by their terms. */
const PHRASE = { least: 2, most: 12 } as const;
/** Weight of a synonym relative to a word of the question. */
const SYNONYM_WEIGHT = 0.6;

/**
 * Searches with the engine, reads the found articles from the store, and indexes them. The store decides what may be shown:
 * articles that it no longer has, that are under an embargo or for other channels, or that no longer match their fingerprint are
 * not indexed, whatever the engine returned. Word statistics cover the whole archive. Throws EngineError and StoreError.
 */
export async function recalledIndex(
  { recall, archive, house, synonyms, articles }: RecallSources,
  focus: Focus,
  place: Pick<RecallScope, 'here' | 'now'>,
): Promise<RecalledIndex> {
  const scope: RecallScope = {
    ...place,
    ...(focus.from !== undefined && { from: focus.from }),
    ...(focus.to !== undefined && { to: focus.to }),
  };
  const asked = [...new Set([...focus.texts, ...focus.about].flatMap(foldedWords))];
  const named = focus.articles.flatMap((typed) => [typed.trim()]);
  const about = focus.about.flatMap(termsOf);
  const counting = about.length > 0 && !focus.typing ? recall.counts(about, scope) : undefined;
  const [speaking, statistics, names, newest, ...lists] = await Promise.all([
    counting && unlessTolerated(focus, counting, undefined),
    unlessTolerated(focus, recall.statistics(asked.map(term)), undefined),
    focus.typing ? recall.names(focus.texts.join(' '), scope, SOME) : [],
    wantsNewest(focus) ? unlessTolerated(focus, recall.published(scope, MOST_ARTICLES), []) : [],
    ...ways(focus, recall, scope, synonyms).map((list) => unlessTolerated(focus, list, [])),
  ]);
  const ids = [...new Set([...named, ...fused(lists), ...newest])].slice(0, MOST_ARTICLES);
  const { stored, damaged, revisions } = await fromStore(archive, ids, place);
  const { lexicon, read } = articles();
  const found = await read([...house, ...revisions]);
  const larger = statistics && { statistics: withHouse(statistics, house), words: asked };
  const index = readIndex(found, lexicon, larger);
  return {
    index: { ...index, names: () => [...new Set([...names, ...index.names()])] },
    stored,
    read: revisions.length,
    damaged,
    ...(speaking && { speakOfIt: speaking.articles }),
  };
}

/** Reads the named articles, the most promising first, until their texts are long enough. */
async function fromStore(
  archive: RecallSources['archive'],
  ids: readonly string[],
  { here, now }: Pick<RecallScope, 'here' | 'now'>,
) {
  const stored = new Map<string, StoredArticle>();
  const damaged = new Map<string, Damage>();
  const revisions: Revision[] = [];
  let units = 0;
  for (let from = 0; from < ids.length && units <= MOST_UNITS; from += AT_ONCE) {
    const batch = ids.slice(from, from + AT_ONCE);
    const lookups = await archive.newest(batch);
    for (const id of batch) {
      const lookup = lookups.get(id);
      if (lookup?.state === 'damaged') damaged.set(id, lookup.damage);
      if (lookup?.state !== 'live') continue;
      const { article, visibility } = lookup.stored;
      stored.set(id, lookup.stored);
      if (!mayQuote(visibility, here, now)) continue;
      units += article.text.length;
      if (units <= MOST_UNITS || revisions.length === 0)
        revisions.push({ article, provenance: provenanceOf(lookup.stored) });
    }
  }
  return { stored, damaged, revisions };
}

/** Runs all searches that apply. Each gives a list of article ids, the most promising first. */
function ways(
  focus: Focus,
  recall: Recall,
  scope: RecallScope,
  synonyms: Synonyms,
): Promise<readonly string[]>[] {
  const { texts, about, articles, keys, typing } = focus;
  const inAbout = about.flatMap(termsOf);
  const within = (): Promise<RecallScope> =>
    inAbout.length === 0
      ? Promise.resolve(scope)
      : recall.holding(inAbout, scope, MOST_ABOUT).then((found) => ({ ...scope, articles: found }));
  const lists: Promise<readonly string[]>[] = [];
  const sentences = (found: Promise<readonly Readonly<{ articleId: string }>[]>): Promise<string[]> =>
    found.then((refs) => refs.map(({ articleId }) => articleId));
  for (const key of keys) lists.push(recall.keyed(key, scope).then((id) => (id === undefined ? [] : [id])));
  for (const typed of articles) lists.push(recall.headlines(typed, scope, SOME));
  for (const text of typing ? [] : texts) {
    const terms = termsOf(text);
    lists.push(
      sentences(within().then((there) => recall.candidates(weighted(terms, synonyms), there, CANDIDATES))),
    );
    if (terms.length > 0) lists.push(recall.holding([...terms, ...inAbout], scope, SOME));
    const count = words(text).length;
    if (count >= PHRASE.least && count <= PHRASE.most)
      lists.push(sentences(recall.phrase(termLine(text), scope, SOME)));
  }
  if (typing) lists.push(recall.headlines(texts.join(' '), scope, SOME));
  if (inAbout.length > 0) lists.push(recall.holding(inAbout, scope, SOME));
  return lists;
}

/**
 * Whether the newest articles fill the places that searches leave empty: for a question, which may share no word with the article that
 * answers it, and for a command that names nothing.
 */
function wantsNewest({ texts, about, articles, keys, typing, tolerant }: Focus): boolean {
  if (about.length > 0 || articles.length > 0 || keys.length > 0) return false;
  return texts.length > 0 ? !typing : !tolerant;
}

const foldedWords = (text: string): string[] =>
  words(text).flatMap(({ folded }) => (folded === '' || STOP_WORDS.has(folded) ? [] : [folded]));

const termsOf = (text: string): string[] => [...new Set(foldedWords(text).map(term))].slice(0, MOST_TERMS);

function weighted(terms: readonly string[], synonyms: Synonyms): WeightedTerm[] {
  const own = terms.map((each) => ({ term: each, weight: 1 }));
  const others = terms.flatMap((each) => [...(synonyms.get(each) ?? [])]);
  return [
    ...own,
    ...[...new Set(others)]
      .filter((other) => !terms.includes(other))
      .map((other) => ({ term: other, weight: SYNONYM_WEIGHT })),
  ];
}

/** Merges ranked lists with reciprocal rank fusion. */
function fused(lists: readonly (readonly string[])[]): string[] {
  const points = new Map<string, number>();
  for (const list of lists)
    for (const [place, id] of [...new Set(list)].entries())
      points.set(id, (points.get(id) ?? 0) + 1 / (60 + place));
  return [...points].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
}

const unlessTolerated = <Value>({ tolerant }: Focus, found: Promise<Value>, instead: Value): Promise<Value> =>
  tolerant ? found.catch(() => instead) : found;

/** Adds the house articles, which are not in the engine, to the statistics of terms. */
function withHouse(statistics: TermStatistics, house: readonly Document[]): TermStatistics {
  const sentences = house.reduce((sum, document) => sum + document.sentences.length, 0);
  const { texts } = statistics;
  return {
    ...statistics,
    texts: { ...texts, sentence: texts.sentence + sentences, article: texts.article + house.length },
  };
}
