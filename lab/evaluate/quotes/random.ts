import { seededRandom } from '../random.ts';

/** Seeded random draws. */
export type Random = Readonly<{
  /** An integer from 0 up to, but not including, `below`. */
  below(below: number): number;
  /** A random item; undefined for an empty list. */
  pick<T>(list: readonly T[]): T | undefined;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
}>;

/** Draws from a seed. */
export function randomOf(seed: number): Random {
  const next = seededRandom(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)], chance: (probability) => next() < probability };
}
