import type { Document } from '../../article/article.ts';
import { headlineOf } from '../../article/headline.ts';
import { CLASS } from '../../english/word-class.ts';
import type { Lexicon } from './lexicon.ts';
import type { Part } from './part.ts';
import type { Place, WordingSource } from './wordings.ts';
import { valueAt } from './room.ts';
import { wordIn } from './tokens.ts';
import { itemAt } from '../../article/item-at.ts';

/** Weight of a stop word; other words weigh their inverse document frequency. */
const STOP_WEIGHT = 0.2;
/** Largest difference between sums of the same numbers in another order. */
const ROUNDING = 1e-9;
/** More than the sentences of any article. */
const SENTENCES = 2 ** 24;

type Scored = Readonly<{ place: Place; score: number; order: number }>;

/** The sentences and headlines of a part that share most of these words, by number, best first; at most `limit`. */
export function closestIn(
  wanted: readonly number[],
  limit: number,
  source: WordingSource,
  part: Pick<Part, 'has'>,
): Place[] {
  const { lexicon, bySlot } = source;
  const weights = weightsOf(wanted, source);
  const scoreOf = scorer(weights, lexicon);
  const best = bestPlaces(limit);
  for (const { slot, bound } of bounds(weights, source, part)) {
    if (bound < best.least() - ROUNDING) break;
    const entry = bySlot[slot];
    if (!entry) continue;
    const { document, tokens } = entry;
    const { headline, starts } = tokens;
    const order = slot * SENTENCES;
    best.keep(headlineOf(document), 0, scoreOf(headline, 0, headline.length), order);
    for (let index = 0; index < document.sentences.length; index++)
      best.keep(
        document,
        index,
        scoreOf(tokens.tokens, valueAt(starts, index), valueAt(starts, index + 1)),
        order + index + 1,
      );
  }
  return best.places();
}

/** What each term counts for, by its number. */
function weightsOf(wanted: readonly number[], { lexicon, counts }: WordingSource): Map<number, number> {
  const texts = counts.texts('sentence');
  const known = wanted.filter((word) => word >= 0);
  return new Map(
    known.map((word) => {
      const term = lexicon.termOf(word);
      const stop = (lexicon.classOf(word) & CLASS.stop) !== 0;
      const telling = (): number => Math.log(1 + texts / (1 + counts.holding('sentence', term)));
      return [term, stop ? STOP_WEIGHT : telling()];
    }),
  );
}

/** The articles that contain any of the terms, with the highest score that one of their sentences can reach, descending. */
function bounds(
  weights: ReadonlyMap<number, number>,
  { holders, bySlot }: WordingSource,
  { has }: Pick<Part, 'has'>,
): { slot: number; bound: number }[] {
  const most = new Float64Array(bySlot.length);
  for (const [term, weight] of weights)
    for (const slot of holders.of(term)) most[slot] = (most[slot] as number) + weight;
  const found: { slot: number; bound: number }[] = [];
  for (const [slot, bound] of most.entries()) if (bound > 0 && has(slot)) found.push({ slot, bound });
  return found.toSorted((a, b) => b.bound - a.bound);
}

/** Makes a function that adds up what the different terms in a run of tokens count for. */
function scorer(weights: ReadonlyMap<number, number>, lexicon: Lexicon) {
  const byTerm = new Float64Array(lexicon.terms());
  for (const [term, weight] of weights) byTerm[term] = weight;
  /** The last run in which a term was seen, so that it counts once for each. */
  const seenIn = new Uint32Array(byTerm.length);
  let run = 0;
  return (list: Int32Array, from: number, to: number): number => {
    run += 1;
    let score = 0;
    for (let at = from; at < to; at++) {
      const term = lexicon.termOf(wordIn(list, at));
      const weight = byTerm[term] ?? 0;
      if (weight === 0 || seenIn[term] === run) continue;
      seenIn[term] = run;
      score += weight;
    }
    return score;
  };
}

/** The best of the places that are kept; sorted only now and again. */
function bestPlaces(limit: number) {
  const best: Scored[] = [];
  let least = 0;
  return {
    /** What a place must score at least. */
    least: (): number => least,
    keep(document: Document, index: number, score: number, order: number): void {
      if (score === 0 || score < least) return;
      best.push({ place: { document, from: index, to: index }, score, order });
      if (best.length < 4 * limit) return;
      keepBest(best, limit);
      least = itemAt(best, best.length - 1).score;
    },
    places(): Place[] {
      keepBest(best, limit);
      return best.map(({ place }) => place);
    },
  };
}

/** Ties stay in archive order. */
function keepBest(list: Scored[], limit: number): void {
  list.sort((a, b) => b.score - a.score || a.order - b.order);
  list.length = Math.min(list.length, limit);
}
