import type { Candidate, Found } from './candidates.ts';
import { FEATURES } from './features.ts';
import { looksOf, type Look } from './look.ts';
import type { Query } from '../question/question.ts';
import { itemAt } from '../../article/item-at.ts';

/** A candidate with its score by words alone (unbounded, comparable within one question only). */
export type Ranked = Candidate & Readonly<{ words: number; look: Look }>;

/** The weight of each feature by name; features without a weight do not count. */
export type Weights = Readonly<Record<string, number>>;

/** The sum of values, each times the weight of its name. */
export const weightedSum = (
  items: readonly Readonly<{ name: string }>[],
  values: ArrayLike<number>,
  weights: Weights,
): number => items.reduce((sum, { name }, index) => sum + (weights[name] ?? 0) * itemAt(values, index), 0);

/** The values of {@link FEATURES} for a candidate, on which weights are fitted. */
export const featureValues = (look: Look): Float64Array =>
  Float64Array.from(FEATURES, (feature) => feature.value(look));

/** Sorts candidates by the weighted sum of their features, best first. */
export function rankByWords(query: Query, found: Found, weights: Weights): Ranked[] {
  return looksOf(query, found)
    .map((look) => ({
      ...look.candidate,
      look,
      words: weightedSum(FEATURES, featureValues(look), weights),
    }))
    .toSorted((a, b) => b.words - a.words);
}
