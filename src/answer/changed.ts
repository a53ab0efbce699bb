import type { Document, Sentence } from '../article/article.ts';
import { quoteOf } from '../article/document.ts';
import { headlineOf } from '../article/headline.ts';
import { words } from '../english/words.ts';
import { difference, type DifferencePart } from './quotes/difference.ts';

/** What happened to a cited sentence in a later revision. `difference` goes from the cited wording to the later one. */
export type SentenceChange =
  | Readonly<{ state: 'unchanged' | 'moved'; cited: Sentence; now: Sentence }>
  | Readonly<{ state: 'reworded'; cited: Sentence; now: Sentence; difference: readonly DifferencePart[] }>
  | Readonly<{ state: 'removed'; cited: Sentence }>;

/** Two sentences that share at least this much of their words count as one reworded sentence. Dice coefficient, 0 to 1. */
const REWORDED = 0.5;

/**
 * Compares sentences `from` to `to` (from 1, inclusive; 0 is the headline) of an earlier revision with a later one. The same words are
 * `unchanged` under the same number, else `moved`. A sentence that shares enough words with a new sentence is `reworded`; a changed
 * headline always is.
 */
export function changedSentences(
  earlier: Document,
  later: Document,
  from: number,
  to = from,
): SentenceChange[] {
  return from === 0
    ? changed(headlineOf(earlier), headlineOf(later), 0, 0)
    : changed(earlier, later, from, to);
}

/** The sentences of a later revision that no sentence of an earlier one became. `changes` are those of all its sentences. */
export function addedSentences(
  earlier: Document,
  later: Document,
  changes: readonly SentenceChange[],
): readonly Sentence[] {
  const known = new Set(earlier.sentences.map((sentence) => quoteOf(earlier, sentence)));
  const became = new Set(changes.flatMap((change) => ('now' in change ? [change.now.n] : [])));
  return later.sentences.filter(
    (sentence) => !became.has(sentence.n) && !known.has(quoteOf(later, sentence)),
  );
}

function changed(earlier: Document, later: Document, from: number, to: number): SentenceChange[] {
  const known = new Set(earlier.sentences.map((sentence) => quoteOf(earlier, sentence)));
  const fresh = later.sentences
    .filter((sentence) => !known.has(quoteOf(later, sentence)))
    .map((sentence) => ({ sentence, bag: bagOf(quoteOf(later, sentence)) }));
  return earlier.sentences
    .filter(({ n }) => from <= n && n <= to)
    .map((cited): SentenceChange => {
      const text = quoteOf(earlier, cited);
      const byDistance = (a: Sentence, b: Sentence): number =>
        Math.abs(a.n - cited.n) - Math.abs(b.n - cited.n);
      const [same] = later.sentences.filter((each) => quoteOf(later, each) === text).toSorted(byDistance);
      if (same) return { state: same.n === cited.n ? 'unchanged' : 'moved', cited, now: same };
      const bag = bagOf(text);
      const [nearest] = fresh
        .map(({ sentence, bag: other }) => ({ sentence, likeness: likeness(bag, other) }))
        .filter((each) => each.likeness >= REWORDED || cited.n === 0)
        .toSorted((a, b) => b.likeness - a.likeness || byDistance(a.sentence, b.sentence));
      if (!nearest) return { state: 'removed', cited };
      const now = nearest.sentence;
      return { state: 'reworded', cited, now, difference: difference(text, quoteOf(later, now)) };
    });
}

/** The words of a text with their number of occurrences. */
function bagOf(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (const { folded } of words(text)) bag.set(folded, (bag.get(folded) ?? 0) + 1);
  return bag;
}

function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const size = (bag: ReadonlyMap<string, number>): number => [...bag.values()].reduce((sum, n) => sum + n, 0);
  const shared = [...a].reduce((sum, [word, often]) => sum + Math.min(often, b.get(word) ?? 0), 0);
  return (2 * shared) / Math.max(1, size(a) + size(b));
}
