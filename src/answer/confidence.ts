import type { Query } from '../search/question/question.ts';
import type { Ranked, Weights } from '../search/rank/rank.ts';
import { bestOf, isNameLike } from './best.ts';
import { SIGNALS } from './signals.ts';

/** The values of {@link SIGNALS} for ranked candidates, best first; undefined when there are none. */
export function signalsOf(ranked: readonly Ranked[]): Float64Array | undefined {
  const best = bestOf(ranked);
  return best && Float64Array.from(SIGNALS, (signal) => signal.value(best));
}

/** The probability (0 to 1) that the first candidate answers, by fitted weights; 0 without candidates. */
export function confidenceOf(ranked: readonly Ranked[], weights: Weights): number {
  const signals = signalsOf(ranked);
  if (!signals) return 0;
  let sum = 0;
  for (const [index, { name }] of SIGNALS.entries()) sum += (weights[name] ?? 0) * (signals[index] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** A question of which this part is words that nothing searched holds asks about something else. */
const BEYOND = 0.25;

/**
 * Whether a question asks about what nothing searched speaks of, however it is spelled: about someone, something or a
 * number by name, or, in a short question, by a word of everyday English ("What is Ann Lee's salary?").
 */
export function asksBeyond({ concepts }: Query): boolean {
  const needed = concepts.filter(({ target }) => !target);
  const beyond = needed.filter(({ stands }) => stands.length === 0);
  return beyond.some(isNameLike) || beyond.length >= Math.max(1, BEYOND * needed.length);
}
