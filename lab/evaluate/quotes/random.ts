import { seededRandom } from '../random.ts';

/** Draws that look random and are the same for the same seed. */
export type Random = Readonly<{
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** One of a list; undefined for an empty one. */
  pick<T>(list: readonly T[]): T | undefined;
  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean;
}>;

/** Draws from a seed. */
export function randomOf(seed: number): Random {
  const next = seededRandom(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)], chance: (probability) => next() < probability };
}
