import type { Ranked } from './rank.ts';

/** From which share of the question, held by one sentence, words begin to be trusted, and from which they fully are. */
const TRUST_FROM = 0.5;
const TRUST_FULL = 0.8;
/** A lead over the second candidate by words, in their score, that counts as full. */
const FULL_LEAD = 3;

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * How far words tell which sentence answers, 0 to 1: `held` grows with the share of the question that the best sentence
 * holds, `lead` also with how far the first candidate leads. Whoever asks in the article's words is answered by them;
 * whoever asks in their own is misled.
 */
export type Trust = Readonly<{ held: number; lead: number }>;

/** Reads the trust off candidates ranked by words, best first. */
export function trustIn([first, second]: readonly Ranked[]): Trust {
  if (!first) return { held: 0, lead: 0 };
  const held = clip((first.look.bestShare - TRUST_FROM) / (TRUST_FULL - TRUST_FROM));
  return { held, lead: held * clip(second ? (first.words - second.words) / FULL_LEAD : 1) };
}
