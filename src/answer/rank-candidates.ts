import { itemAt } from '../article/item-at.ts';
import { type Reader, type ScoredSpan, type Window, type WindowReading } from '../reader/reader.ts';
import type { Scope, SentencePlace, View } from '../search/index/search-index.ts';
import type { Query } from '../search/question/question.ts';
import { rankByWords, weightedSum, type Ranked } from '../search/rank/rank.ts';
import { READ_FEATURES, readFeatureValues, trustIn } from '../search/rank/read-features.ts';
import type { Vectors } from '../search/index/vectors.ts';
import { passageOf } from './answer.ts';
import { chooseWindows, type Lead } from './choose-windows.ts';
import type { First } from './confidence.ts';
import type { Model } from './model.ts';
import type { ReadingPace } from './pace.ts';
import { holdsKind } from './spans/spans.ts';
import { objectionsTo, supportedFirst } from './supported-first.ts';
import type { Finding, ReadCandidate, ReaderScore } from './finding.ts';

/** Ranked candidates, best first. */
export type RankedCandidates = Readonly<{
  ranked: readonly Finding[];
  first?: First;
  byReader: boolean;
  /** Whether more sentences may match, since only the likeliest are ranked. */
  more: boolean;
}>;

type Parts = Readonly<{ model: Model; reader: Reader; vectors: Vectors | undefined; pace: ReadingPace }>;

/** Number of candidates ranked by words: 96 % of the right sentences are among 40. */
export const CANDIDATES = 40;
/** Number of windows read in an archive, and in a single article. */
const WINDOWS = 12;
const WINDOWS_OF_ARTICLE = 24;
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
    const alone = view.articles === 1;
    const limit = pace.windows(alone ? WINDOWS_OF_ARTICLE : WINDOWS);
    const windows = chooseWindows(view.documents(limit), byWords.map(leadOf), leadsOf(near, view), limit);
    const started = performance.now();
    let begun = false;
    const readings = await reader.read(query.spelt, windows, () => void (begun = true));
    if (readings) pace.took(windows.length, performance.now() - started);
    else if (begun) pace.took(windows.length, GIVEN_UP);
    if (!readings) return { ...inOrder(byWords), more };
    const read = combine(windows, readings);
    if (read.size === 0) return { ...inOrder(byWords), more };
    const places = [...read.values()].map(({ place }) => place);
    const all = rankByWords(query, view.candidates(query, CANDIDATES, places), model.words);
    const findings = inReadOrder(all, read, model, (place) =>
      vector && vectors ? vectors.similarity(vector, place.articleId, place.n) : undefined,
    );
    const ranked = supportedFirst(query, findings);
    return { ranked, first: firstOf(query, ranked), byReader: true, more };
  };
}

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
    ...(first && {
      first: { look: first.ranked.look, score: first.score, lead: first.score - (second?.score ?? 0) },
    }),
  };
}

const keyOf = (articleId: string, n: number): string => `${n} ${articleId}`;

/** Combines the windows' results for each sentence, by {@link keyOf}. */
function combine(
  windows: readonly Window[],
  readings: readonly WindowReading[],
): Map<string, { place: SentencePlace; read: ReaderScore }> {
  const all = new Map<string, { place: SentencePlace; margins: number[]; spans: readonly ScoredSpan[] }>();
  for (const [index, { sentences }] of readings.entries()) {
    const { articleId } = itemAt(windows, index);
    for (const { n, margin, spans } of sentences) {
      const known = all.get(keyOf(articleId, n));
      if (!known) all.set(keyOf(articleId, n), { place: { articleId, n }, margins: [margin], spans });
      else {
        if (margin > Math.max(...known.margins)) known.spans = spans;
        known.margins.push(margin);
      }
    }
  }
  return new Map(
    [...all].map(([key, { place, margins, spans }]) => [
      key,
      { place, read: { margin: blend(margins), spans } },
    ]),
  );
}

/**
 * The mean of the best and the average margin: a sentence that answers scores well in every window that contains it. Worth 2 to 3 points
 * on natural questions compared with the best margin alone.
 */
const blend = (margins: readonly number[]): number =>
  (Math.max(...margins) + margins.reduce((sum, margin) => sum + margin, 0) / margins.length) / 2;

/** Sentences that were read, best first, then the others by word score. */
function inReadOrder(
  byWords: readonly Ranked[],
  readings: ReadonlyMap<string, { read: ReaderScore }>,
  model: Model,
  similarityOf: (place: SentencePlace) => number | undefined,
): readonly Finding[] {
  const read: ReadCandidate[] = [];
  const unread: Ranked[] = [];
  for (const ranked of byWords) {
    const place = { articleId: ranked.document.article.id, n: ranked.sentence.n };
    const known = readings.get(keyOf(place.articleId, place.n));
    const similarity = known && similarityOf(place);
    if (known)
      read.push({ ranked, read: { ...known.read, ...(similarity !== undefined && { similarity }) } });
    else unread.push(ranked);
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
  const sentences = candidates.flatMap(({ ranked: { document, words }, read }) =>
    read
      ? [
          {
            articleId: document.article.id,
            margin: read.margin,
            similarity: read.similarity ?? USUAL_SIMILARITY,
            words,
          },
        ]
      : [],
  );
  return readFeatureValues(sentences, trustIn(candidates.map(({ ranked }) => ranked)));
}

function firstOf(query: Query, ranked: readonly Finding[]): First {
  const [first, second] = ranked;
  if (!first?.read) throw new RangeError('Nothing was read.');
  const { document, sentence, look, words } = first.ranked;
  const { margin, spans, similarity = USUAL_SIMILARITY } = first.read;
  const all = ranked.filter((finding) => finding.read !== undefined);
  const margins = all.flatMap((finding) => finding.read?.margin ?? []);
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
