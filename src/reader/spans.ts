import type { EncodedSentence } from './encode.ts';
import { SPANS_KEPT, type ScoredSpan, type SentenceReading } from './reader.ts';

/** Longest span. Tokens. */
const LONGEST_SPAN = 40;
/** Number of kept spans that are simply the best; these usually overlap. */
const BEST_KEPT = 4;

/** The network's scores for one window, one number per token. */
export type Logits = Readonly<{ start: Float32Array; end: Float32Array }>;

/**
 * The best spans of a sentence. A span's score is `start[i] + end[j]`; its margin is that minus the score of token 0, which means "no
 * answer here" (Devlin et al. 2019, section 4.3). Spans are whole words of the article.
 */
export function readSentence(
  { sentence, first, pieces }: EncodedSentence,
  { start, end }: Logits,
): SentenceReading {
  const none = logit(start, 0) + logit(end, 0);
  const spans: ScoredSpan[] = [];
  for (const [i, from] of pieces.entries()) {
    const begins = logit(start, first + i) - none;
    for (const [ahead, to] of pieces.slice(i, i + LONGEST_SPAN + 1).entries()) {
      const margin = begins + logit(end, first + i + ahead);
      spans.push({ start: sentence.start + from.start, end: sentence.start + to.end, margin });
    }
  }
  const kept = pick(spans.toSorted((a, b) => b.margin - a.margin));
  const [best] = kept;
  if (!best) throw new RangeError('A sentence without tokens cannot be read.');
  return { n: sentence.n, margin: best.margin, spans: kept };
}

/** The best few spans, then the best that share no word with them, so that lists of names are complete. */
function pick(ranked: readonly ScoredSpan[]): ScoredSpan[] {
  const kept: ScoredSpan[] = [];
  for (const span of ranked) {
    if (kept.length >= SPANS_KEPT) break;
    const taken =
      kept.length < BEST_KEPT
        ? kept.some(({ start, end }) => start === span.start && end === span.end)
        : kept.some(({ start, end }) => start < span.end && span.start < end);
    if (!taken) kept.push(span);
  }
  return kept;
}

/** Reads a typed array at an index that is in range. */
function logit(values: Float32Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There is no token ${index}.`);
  return value;
}
