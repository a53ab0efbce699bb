import type { Weights } from '../../search/rank/rank.ts';
import { rangesOf, type Range } from './ranges.ts';
import type { Reading } from './reading.ts';
import { END_TRAITS, RANGE_TRAITS, START_TRAITS, WEIGHT_NAMES, weightAt } from './traits/index.ts';
import type { Trait } from './traits/trait.ts';

/** A possible answer and how likely (0 to 1) it is to be the one, of all in its sentence. */
export type ScoredRange = Range & Readonly<{ share: number }>;

/** Scores all possible answers of a sentence, best first. */
export type SpanScorer = (reading: Reading) => ScoredRange[];

type Part = Readonly<{ value: Trait['value']; weight: number }>;

/** Makes a scorer of weights by name; a weight that is not told is 0. */
export function spanScorer(weights: Weights): SpanScorer {
  const vector = Float64Array.from(WEIGHT_NAMES, (name) => weights[name] ?? 0);
  const used = (traits: readonly Trait[], reading: Reading): Part[] =>
    traits.flatMap((trait) => {
      const weight = vector[weightAt(trait, reading)] ?? 0;
      return weight === 0 ? [] : [{ value: trait.value, weight }];
    });
  return (reading) => {
    const parts = {
      starts: used(START_TRAITS, reading),
      ends: used(END_TRAITS, reading),
      ranges: used(RANGE_TRAITS, reading),
    };
    const size = reading.words.length;
    // An edge is shared by many ranges: it is scored once.
    const starts = Float64Array.from({ length: size }, (_, at) => total(parts.starts, reading, at, at + 1));
    const ends = Float64Array.from({ length: size + 1 }, (_, at) => total(parts.ends, reading, at - 1, at));
    const scored = rangesOf(reading).map(({ from, to }) => ({
      from,
      to,
      share: (starts[from] ?? 0) + (ends[to] ?? 0) + total(parts.ranges, reading, from, to),
    }));
    return shared(scored).toSorted((a, b) => b.share - a.share);
  };
}

function total(parts: readonly Part[], reading: Reading, from: number, to: number): number {
  let sum = 0;
  for (const { value, weight } of parts) sum += weight * value(reading, from, to);
  return sum;
}

/** Scores as shares that add up to 1. */
function shared(scored: readonly ScoredRange[]): ScoredRange[] {
  const top = scored.reduce((most, { share }) => Math.max(most, share), Number.NEGATIVE_INFINITY);
  const powers = scored.map(({ share }) => Math.exp(share - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return scored.map(({ from, to }, index) => ({ from, to, share: (powers[index] ?? 0) / all }));
}

/** A span's values by the places of their weights, zeros left out: what weights are fitted on. */
export function spanRow(reading: Reading, { from, to }: Range): { index: number; value: number }[] {
  return [...START_TRAITS, ...END_TRAITS, ...RANGE_TRAITS].flatMap((trait) => {
    const value = trait.value(reading, from, to);
    return value === 0 ? [] : [{ index: weightAt(trait, reading), value }];
  });
}
