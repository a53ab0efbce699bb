import type { Candidate, Found } from './candidates.ts';
import { FEATURES } from './features/index.ts';
import type { Look } from './features/look.ts';
import { looksOf } from './features/looks.ts';
import type { Query } from '../question/question.ts';

/** A candidate with its final score: comparable within one question only. */
export type Ranked = Candidate & Readonly<{ rank: number; look: Look }>;

/** Orders candidates, best first. */
export type Ranker = (query: Query, found: Found) => Ranked[];

/** How much each feature counts, by its name; a feature without a weight does not count. */
export type Weights = Readonly<Record<string, number>>;

/** Makes a ranker of weights: the weighted sum of the features orders the candidates. */
export function linearRanker(weights: Weights): Ranker {
  const used = FEATURES.flatMap((feature) => {
    const weight = weights[feature.name] ?? 0;
    return weight === 0 ? [] : [{ feature, weight }];
  });
  return (query, found) =>
    looksOf(query, found)
      .map((look) => ({
        ...look.candidate,
        look,
        rank: used.reduce((sum, { feature, weight }) => sum + weight * feature.value(look), 0),
      }))
      .toSorted((a, b) => b.rank - a.rank);
}

/** The features of each candidate, in the order of {@link FEATURES}: what weights are fitted on. */
export function featureRows(query: Query, found: Found): Float64Array[] {
  return looksOf(query, found).map((look) => Float64Array.from(FEATURES, (feature) => feature.value(look)));
}
