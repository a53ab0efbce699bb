import type { Document } from '../../article/article.ts';
import { headlineOf } from '../../article/headline.ts';
import { words } from '../../english/words.ts';
import type { TermCounts } from './levels.ts';
import type { Lexicon } from './lexicon.ts';
import type { Holders } from './holders.ts';
import type { Part } from './part.ts';
import type { Stored } from './stored.ts';
import { CLASS } from '../../english/word-class.ts';
import { valueAt } from './room.ts';
import { wordIn } from './tokens.ts';

/** Neighbouring sentences of a document, or its headline, as indexes (from 0) of the first and the last. */
export type Place = Readonly<{ document: Document; from: number; to: number }>;

/** Searches for wordings rather than answers, in sentences and headlines. */
export type Wordings = Readonly<{
  /** Every place with these words next to each other in this order, at most `limit`; ignores case, accents and punctuation. */
  runs(text: string, limit: number): Place[];
  /** The sentences that share most of these words, weighted by rarity, best first. */
  closest(text: string, limit: number): Place[];
}>;

/** The articles to search. */
export type WordingSource = Readonly<{
  lexicon: Lexicon;
  counts: TermCounts;
  holders: Pick<Holders, 'of'>;
  bySlot: readonly (Stored | undefined)[];
}>;

/** Weight of a stop word; other words weigh their inverse document frequency. */
const STOP_WEIGHT = 0.2;
/** Largest difference between sums of the same numbers in another order. */
const ROUNDING = 1e-9;
/** More than the sentences of any article. */
const SENTENCES = 2 ** 24;

type Scored = Readonly<{ place: Place; score: number; order: number }>;

/** Searches a part of an index. Reads only the articles that can contain a match. */
export function wordingsOf(
  { lexicon, counts, holders, bySlot }: WordingSource,
  part: () => Pick<Part, 'has'>,
): Wordings {
  const read = (text: string): number[] =>
    words(text).flatMap(({ folded }) => (folded === '' ? [] : [lexicon.find(folded)]));

  function runs(text: string, limit: number): Place[] {
    const wanted = read(text);
    const found: Place[] = [];
    if (wanted.length === 0 || wanted.includes(-1)) return found;
    const lists = wanted.map((word) => holders.of(lexicon.termOf(word)));
    const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least));
    const { has } = part();
    for (const slot of rarest) {
      const entry = has(slot) ? bySlot[slot] : undefined;
      if (!entry) continue;
      runsIn(entry, wanted, limit, found);
      if (found.length === limit) break;
    }
    return found;
  }

  /** The weight of each term of a text, by the term's number. */
  function weightsOf(text: string): Map<number, number> {
    const texts = counts.texts('sentence');
    const known = read(text).filter((word) => word >= 0);
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
  function bounds(weights: ReadonlyMap<number, number>): { slot: number; bound: number }[] {
    const most = new Float64Array(bySlot.length);
    for (const [term, weight] of weights)
      for (const slot of holders.of(term)) most[slot] = (most[slot] as number) + weight;
    const { has } = part();
    const found: { slot: number; bound: number }[] = [];
    for (const [slot, bound] of most.entries()) if (bound > 0 && has(slot)) found.push({ slot, bound });
    return found.toSorted((a, b) => b.bound - a.bound);
  }

  function closest(text: string, limit: number): Place[] {
    const weights = weightsOf(text);
    const byTerm = new Float64Array(lexicon.terms());
    for (const [term, weight] of weights) byTerm[term] = weight;
    const seenIn = new Uint32Array(byTerm.length);
    let run = 0;
    const scoreOf = (list: Int32Array, from: number, to: number): number => {
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
    const best: Scored[] = [];
    let least = 0;
    const keep = (document: Document, index: number, score: number, order: number): void => {
      if (score === 0 || score < least) return;
      best.push({ place: { document, from: index, to: index }, score, order });
      if (best.length < 4 * limit) return;
      keepBest(best, limit);
      least = best.at(-1)?.score ?? 0;
    };
    for (const { slot, bound } of bounds(weights)) {
      if (bound < least - ROUNDING) break;
      const entry = bySlot[slot];
      if (!entry) continue;
      const { document, tokens } = entry;
      const { headline, starts } = tokens;
      const order = slot * SENTENCES;
      keep(headlineOf(document), 0, scoreOf(headline, 0, headline.length), order);
      for (let index = 0; index < document.sentences.length; index++)
        keep(
          document,
          index,
          scoreOf(tokens.tokens, valueAt(starts, index), valueAt(starts, index + 1)),
          order + index + 1,
        );
    }
    keepBest(best, limit);
    return best.map(({ place }) => place);
  }

  return { runs, closest };
}

/** Adds every place of an article with these words next to each other, until there are `limit`. */
function runsIn(
  { document, tokens }: Stored,
  wanted: readonly number[],
  limit: number,
  found: Place[],
): void {
  if (holds(tokens.headline, wanted)) found.push({ document: headlineOf(document), from: 0, to: 0 });
  const list = tokens.tokens;
  for (let at = 0; at + wanted.length <= list.length && found.length < limit; at++) {
    if (wordIn(list, at) !== wanted[0] || !follows(list, at, wanted)) continue;
    const from = sentenceAt(tokens.starts, at);
    const to = sentenceAt(tokens.starts, at + wanted.length - 1);
    const last = found.at(-1);
    if (last?.document !== document || last.from !== from || last.to !== to)
      found.push({ document, from, to });
  }
}

function holds(list: Int32Array, wanted: readonly number[]): boolean {
  for (let at = 0; at + wanted.length <= list.length; at++)
    if (wordIn(list, at) === wanted[0] && follows(list, at, wanted)) return true;
  return false;
}

function follows(list: Int32Array, at: number, wanted: readonly number[]): boolean {
  for (let index = 1; index < wanted.length; index++)
    if (wordIn(list, at + index) !== wanted[index]) return false;
  return true;
}

/** Ties stay in archive order. */
function keepBest(list: Scored[], limit: number): void {
  list.sort((a, b) => b.score - a.score || a.order - b.order);
  list.length = Math.min(list.length, limit);
}

/** The sentence of a token: the last non-empty one that starts at or before it. */
function sentenceAt(starts: Int32Array, token: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= token) low = middle;
    else high = middle;
  }
  return low;
}
