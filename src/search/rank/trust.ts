import type { Ranked } from './rank.ts';

/** The share of the question, in one sentence, from which words begin to be trusted, and from which they are fully trusted. */
const TRUST_FROM = 0.5;
const TRUST_FULL = 0.8;
/** The lead over the second candidate, in word score, that counts as full. */
const FULL_LEAD = 3;

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * How reliably word scores find the answering sentence, 0 to 1: `held` grows with the share of the question in the best sentence, `lead`
 * also with the first candidate's lead. A question in the article's words is found by words; a paraphrase is misled by them.
 */
export type Trust = Readonly<{ held: number; lead: number }>;

/** Computes trust from candidates ranked by words, best first. */
export function trustIn([first, second]: readonly Ranked[]): Trust {
  if (!first) return { held: 0, lead: 0 };
  const held = clip((first.look.bestShare - TRUST_FROM) / (TRUST_FULL - TRUST_FROM));
  return { held, lead: held * clip(second ? (first.words - second.words) / FULL_LEAD : 1) };
}
