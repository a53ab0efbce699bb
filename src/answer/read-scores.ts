import { itemAt } from '../article/item-at.ts';
import type { ScoredSpan, Window, WindowReading } from '../reader/reader.ts';
import type { SentencePlace } from '../search/index/search-index.ts';
import type { ReaderScore } from './finding.ts';

/** What the reader found in the sentences that it read, by {@link sentenceKey}. */
export type ReadScores = ReadonlyMap<string, Readonly<{ place: SentencePlace; read: ReaderScore }>>;

/** A key for a sentence of an archive. */
export const sentenceKey = ({ articleId, n }: SentencePlace): string => `${n} ${articleId}`;

/** Combines the windows' results for each sentence. Its spans are those of the window in which it scored best. */
export function combine(windows: readonly Window[], readings: readonly WindowReading[]): ReadScores {
  const all = new Map<string, { place: SentencePlace; margins: number[]; spans: readonly ScoredSpan[] }>();
  for (const [index, { sentences }] of readings.entries()) {
    const { articleId } = itemAt(windows, index);
    for (const { n, margin, spans } of sentences) {
      const key = sentenceKey({ articleId, n });
      const known = all.get(key);
      if (!known) all.set(key, { place: { articleId, n }, margins: [margin], spans });
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

/**
 * The scores with those of sentences that were read again: the margin is the mean of both readings. Spans stay those of the first, since
 * among its neighbours a sentence's answer is cut better (span F1 78 instead of 76 on news). What was not read before is left out.
 */
export function withSecond(first: ReadScores, second: ReadScores): ReadScores {
  const both = new Map(first);
  for (const [key, { place, read: again }] of second) {
    const read = first.get(key)?.read;
    if (!read) continue;
    const margin = (read.margin + again.margin) / 2;
    both.set(key, { place, read: { ...read, margin, firstMargin: read.margin } });
  }
  return both;
}
