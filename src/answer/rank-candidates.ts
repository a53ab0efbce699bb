import { itemAt } from '../article/item-at.ts';
import type { Reader, Window } from '../reader/reader.ts';
import { windowOfSentence } from '../reader/windows.ts';
import type { Scope, SentencePlace, View } from '../search/index/search-index.ts';
import type { Query } from '../search/question/question.ts';
import { rankByWords, weightedSum, type Ranked } from '../search/rank/rank.ts';
import { READ_FEATURES, readFeatureValues } from '../search/rank/read-features.ts';
import type { Vectors } from '../search/index/vectors.ts';
import { passageOf } from './answer.ts';
import { chooseWindows, type Lead } from './choose-windows.ts';
import type { First } from './confidence.ts';
import type { Model } from './model.ts';
import type { ReadingPace } from './pace.ts';
import { holdsKind } from './spans/spans.ts';
import { objectionsTo, supportedFirst } from './supported-first.ts';
import { combine, sentenceKey, withSecond, type ReadScores } from './read-scores.ts';
import type { Finding, ReadCandidate } from './finding.ts';

/** Ranked candidates, best first. */
export type RankedCandidates = Readonly<{
  ranked: readonly Finding[];
  first?: First;
  byReader: boolean;
  /** Number of leading candidates that were read twice. */
  readTwice: number;
  /** Whether more sentences may match, since only the likeliest are ranked. */
  more: boolean;
}>;

type Parts = Readonly<{ model: Model; reader: Reader; vectors: Vectors | undefined; pace: ReadingPace }>;

/** Number of candidates ranked by words: 96 % of the right sentences are among 40. */
export const CANDIDATES = 40;
/** The time for reading, as a number of windows, in an archive and in a single article. */
const WINDOWS = 12;
const WINDOWS_OF_ARTICLE = 24;
/**
 * Number of sentences that are read again, each alone, which tells more than the last windows would (docs/decisions.md), and of the windows
 * that are left out for them. A sentence alone takes six tenths of the time of a window.
 */
const AGAIN = 5;
const WINDOWS_FOR_AGAIN = 3;
/** With less time for reading, all of it is for windows. Windows. */
const ENOUGH_FOR_AGAIN = 8;
/** Counted for a reading that was begun and did not come in time, so that fewer windows are read for the next questions. Milliseconds. */
const GIVEN_UP = 1500;
/** Similarity assumed for a sentence without a vector: about the mean of all. */
const USUAL_SIMILARITY = 0.55;

/** Makes the ranking of one index: by words, then by the reader if it is available. */
export function rankCandidates({ model, reader, vectors, pace }: Parts) {
  return async (query: Query, view: View, scope: Scope | undefined): Promise<RankedCandidates> => {
    const found = view.candidates(query, CANDIDATES);
    const byWords = rankByWords(query, found, model.words);
    const more =
      found.candidates.length >= CANDIDATES &&
      itemAt(found.candidates, found.candidates.length - 1).scores.sentence > 0;
    const state = reader.status().state;
    if (state === 'off' || state === 'loading') return { ...inOrder(byWords), more };

    const [vector] = (vectors && (await reader.embed([query.spelt], 'question'))) ?? [];
    const near = vector && vectors ? vectors.nearest(vector, CANDIDATES, scope) : [];
    const time = pace.windows(view.articles === 1 ? WINDOWS_OF_ARTICLE : WINDOWS);
    const isTwice = time >= ENOUGH_FOR_AGAIN;
    const limit = isTwice ? time - WINDOWS_FOR_AGAIN : time;
    const windows = chooseWindows(view.documents(limit), byWords.map(leadOf), leadsOf(near, view), limit);
    const scores = await readInPace(query, windows, reader, pace);
    if (!scores || scores.size === 0) return { ...inOrder(byWords), more };

    const places = [...scores.values()].map(({ place }) => place);
    const all = rankByWords(query, view.candidates(query, CANDIDATES, places), model.words);
    const similarityOf: SimilarityOf = (place) =>
      vector && vectors ? vectors.similarity(vector, place.articleId, place.n) : undefined;
    const once = inReadOrder(all, scores, model, similarityOf);
    const finalists = isTwice ? once.slice(0, AGAIN).filter(({ read }) => read !== undefined) : [];
    const again = await readAlone(query, finalists, reader);
    const findings = again
      ? readTwiceFirst(inReadOrder(all, withSecond(scores, again), model, similarityOf), again)
      : once;
    const ranked = supportedFirst(query, findings);
    return { ranked, first: firstOf(query, ranked), byReader: true, readTwice: again?.size ?? 0, more };
  };
}

/** What the reader finds in windows, keeping the pace; undefined when it is not found in time. */
async function readInPace(
  query: Query,
  windows: readonly Window[],
  reader: Reader,
  pace: ReadingPace,
): Promise<ReadScores | undefined> {
  const started = performance.now();
  let begun = false;
  const readings = await reader.read(query.spelt, windows, { onBegun: () => void (begun = true) });
  if (readings) pace.took(windows.length, performance.now() - started);
  else if (begun) pace.took(windows.length, GIVEN_UP);
  return readings && combine(windows, readings);
}

/** What the reader finds in each of some sentences alone; undefined when that is not found in time. */
async function readAlone(
  query: Query,
  findings: readonly Finding[],
  reader: Reader,
): Promise<ReadScores | undefined> {
  if (findings.length < 2) return undefined;
  const windows = findings.map(({ ranked: { document, sentence } }) => windowOfSentence(document, sentence));
  const readings = await reader.read(query.spelt, windows, { turn: 'again' });
  return readings && combine(windows, readings);
}

/** Puts what was read twice before everything else, whose margins cannot be compared with theirs. Scores stay in descending order. */
function readTwiceFirst(findings: readonly Finding[], again: ReadScores): Finding[] {
  const isTwice = ({ ranked }: Finding): boolean => again.has(sentenceKey(placeOf(ranked)));
  const [twice, others] = [findings.filter(isTwice), findings.filter((finding) => !isTwice(finding))];
  const least = twice.at(-1)?.score ?? 0;
  const above = Math.max(0, (others[0]?.score ?? least) - least);
  return [...twice, ...others.map((finding) => ({ ...finding, score: finding.score - above }))];
}

type SimilarityOf = (place: SentencePlace) => number | undefined;

const placeOf = ({ document, sentence }: Ranked): SentencePlace => ({
  articleId: document.article.id,
  n: sentence.n,
});
const leadOf = ({ document, sentence }: Ranked): Lead => ({ document, n: sentence.n });
const leadsOf = (places: readonly SentencePlace[], view: View): Lead[] =>
  places.flatMap(({ articleId, n }) => {
    const document = view.document(articleId);
    return document ? [{ document, n }] : [];
  });

/** The ranking by words alone. */
function inOrder(byWords: readonly Ranked[]): Omit<RankedCandidates, 'more'> {
  const ranked = byWords.map((each) => ({ ranked: each, score: each.words }));
  const [first, second] = ranked;
  return {
    ranked,
    byReader: false,
    readTwice: 0,
    ...(first && {
      first: { look: first.ranked.look, score: first.score, lead: first.score - (second?.score ?? 0) },
    }),
  };
}

/** Sentences that were read, best first, then the others by word score. */
function inReadOrder(
  byWords: readonly Ranked[],
  scores: ReadScores,
  model: Model,
  similarityOf: SimilarityOf,
): readonly Finding[] {
  const read: ReadCandidate[] = [];
  const unread: Ranked[] = [];
  for (const ranked of byWords) {
    const place = placeOf(ranked);
    const known = scores.get(sentenceKey(place));
    if (!known) {
      unread.push(ranked);
      continue;
    }
    const similarity = similarityOf(place);
    const similarityBefore = similarityOf({ ...place, n: place.n - 1 });
    read.push({
      ranked,
      read: {
        ...known.read,
        ...(similarity !== undefined && { similarity }),
        ...(similarityBefore !== undefined && { similarityBefore }),
      },
    });
  }
  const values = readValues(read);
  const scored = read
    .map((candidate, at) => ({
      ...candidate,
      score: weightedSum(READ_FEATURES, itemAt(values, at), model.read),
    }))
    .toSorted((a, b) => b.score - a.score);
  const least = scored.at(-1)?.score ?? 0;
  return [...scored, ...unread.map((ranked, place) => ({ ranked, score: least - 1 - place }))];
}

/** The feature values of the candidates that were read, in their order. */
export function readValues(candidates: readonly ReadCandidate[]): Float64Array[] {
  const sentences = candidates.flatMap(({ ranked: { document, words }, read }) => {
    if (!read) return [];
    const { margin, similarity = USUAL_SIMILARITY, similarityBefore = similarity } = read;
    return [{ articleId: document.article.id, margin, similarity, similarityBefore, words }];
  });
  const concepts = candidates[0]?.ranked.look.query.concepts.length ?? 0;
  return readFeatureValues(sentences, concepts);
}

function firstOf(query: Query, ranked: readonly Finding[]): First {
  const [first, second] = ranked;
  if (!first?.read) throw new RangeError('Nothing was read.');
  const { document, sentence, look, words } = first.ranked;
  const { spans, similarity = USUAL_SIMILARITY } = first.read;
  const all = ranked.filter((finding) => finding.read !== undefined);
  const margins = all.flatMap(({ read }) => read?.firstMargin ?? read?.margin ?? []);
  const margin = itemAt(margins, 0);
  const similarities = all.map((finding) => finding.read?.similarity ?? USUAL_SIMILARITY);
  const isBest = [
    words >= Math.max(...all.map((finding) => finding.ranked.words)),
    similarity >= Math.max(...similarities),
    margin >= Math.max(...margins),
  ];
  return {
    look,
    score: first.score,
    lead: second?.read ? first.score - second.score : 1,
    read: {
      margin,
      otherMargin: margins.length > 1 ? Math.max(...margins.slice(1)) : margin,
      probability: odds(margin) / margins.reduce((sum, each) => sum + odds(each), NO_ANSWER),
      similarity,
      similarityOverMean:
        similarity - similarities.reduce((sum, each) => sum + each, 0) / similarities.length,
      agreement: isBest.filter(Boolean).length / isBest.length,
      holdsKind: holdsKind(query, passageOf(document, sentence), spans),
      against: new Set(objectionsTo(query, first).map(({ kind }) => kind)),
    },
  };
}

/** A margin is a log-odds, but overconfident by about this factor (the temperature of Guo et al. 2017). */
const TEMPERATURE = 2;
/** The odds of "no answer here", whose margin is 0. */
const NO_ANSWER = 1;
const odds = (margin: number): number => Math.exp(margin / TEMPERATURE);
