import type { Document } from '../article/article.ts';
import { headlineOf } from '../article/headline.ts';
import { words } from '../article/words.ts';
import type { LevelCounts } from './levels.ts';
import type { Lexicon } from './lexicon.ts';
import { wordOf, type DocumentTokens } from './tokens.ts';
import { CLASS } from './word-class.ts';

/** Neighbouring sentences of a document (or of a headline as one), as indexes (from 0) of the first and the last. */
export type Place = Readonly<{ document: Document; from: number; to: number }>;

/** Looks for wordings rather than for answers; reads every word of the archive, headlines too, as numbers. */
export type Wordings = Readonly<{
  /** Every place where these words stand next to each other in this order, at most `limit`; folded, marks aside. */
  runs(text: string, limit: number): Place[];
  /** The sentences that share most of these words, best first; telling words count for more. */
  closest(text: string, limit: number): Place[];
}>;

type Entry = Readonly<{ document: Document; tokens: DocumentTokens }>;

/** What a stop word counts for, where a telling word counts for its inverse document frequency. */
const STOP_WEIGHT = 0.2;

/** The wordings of some documents, in their order. */
export function wordingsOf(entries: () => Iterable<Entry>, lexicon: Lexicon, counts: LevelCounts): Wordings {
  const read = (text: string): number[] =>
    words(text).flatMap(({ folded }) => (folded === '' ? [] : [lexicon.find(folded)]));

  function runs(text: string, limit: number): Place[] {
    const wanted = read(text);
    const [first] = wanted;
    const found: Place[] = [];
    if (first === undefined || wanted.includes(-1)) return found;
    for (const { document, tokens } of entries()) {
      if (holds(tokens.headline, wanted)) found.push({ document: headlineOf(document), from: 0, to: 0 });
      if (found.length === limit) return found;
      const list = tokens.tokens;
      for (let at = 0; at + wanted.length <= list.length; at++) {
        if (wordOf(list[at] ?? -1) !== first || !follows(list, at, wanted)) continue;
        const from = sentenceAt(tokens.starts, at);
        const to = sentenceAt(tokens.starts, at + wanted.length - 1);
        const last = found.at(-1);
        if (last?.document !== document || last.from !== from || last.to !== to)
          found.push({ document, from, to });
        if (found.length === limit) return found;
      }
    }
    return found;
  }

  function closest(text: string, limit: number): Place[] {
    const weights = new Float64Array(lexicon.terms());
    const texts = counts.texts('sentence');
    for (const word of read(text)) {
      if (word < 0) continue;
      const term = lexicon.termOf(word);
      const stop = (lexicon.classOf(word) & CLASS.stop) !== 0;
      weights[term] = stop ? STOP_WEIGHT : Math.log(1 + texts / (1 + counts.holding('sentence', term)));
    }
    const best: { place: Place; score: number }[] = [];
    let least = 0;
    const seenIn = new Uint32Array(lexicon.terms());
    let run = 0;
    const scoreOf = (list: Int32Array, from: number, to: number): number => {
      run += 1;
      let score = 0;
      for (let at = from; at < to; at++) {
        const term = lexicon.termOf(wordOf(list[at] ?? 0));
        const weight = weights[term] ?? 0;
        if (weight === 0 || seenIn[term] === run) continue;
        seenIn[term] = run;
        score += weight;
      }
      return score;
    };
    const keep = (document: Document, index: number, score: number): void => {
      best.push({ place: { document, from: index, to: index }, score });
      if (best.length < 4 * limit) return;
      keepBest(best, limit);
      least = best.at(-1)?.score ?? 0;
    };
    for (const { document, tokens } of entries()) {
      const { headline, starts } = tokens;
      const titled = scoreOf(headline, 0, headline.length);
      if (titled > least) keep(headlineOf(document), 0, titled);
      for (let index = 0; index < document.sentences.length; index++) {
        const score = scoreOf(tokens.tokens, starts[index] ?? 0, starts[index + 1] ?? 0);
        if (score > least) keep(document, index, score);
      }
    }
    keepBest(best, limit);
    return best.map(({ place }) => place);
  }

  return { runs, closest };
}

function holds(list: Int32Array, wanted: readonly number[]): boolean {
  for (let at = 0; at + wanted.length <= list.length; at++)
    if (wordOf(list[at] ?? -1) === wanted[0] && follows(list, at, wanted)) return true;
  return false;
}

function follows(list: Int32Array, at: number, wanted: readonly number[]): boolean {
  for (let index = 1; index < wanted.length; index++)
    if (wordOf(list[at + index] ?? -1) !== wanted[index]) return false;
  return true;
}

/** Sorting is stable: of equals, the earlier one stays first. */
function keepBest(list: { score: number }[], limit: number): void {
  list.sort((a, b) => b.score - a.score);
  list.length = Math.min(list.length, limit);
}

/** The sentence that a token belongs to: the last one that starts at or before it and is not empty. */
function sentenceAt(starts: Int32Array, token: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= token) low = middle;
    else high = middle;
  }
  return low;
}
