import { CONTENT_TRAITS } from './content.ts';
import { END_TRAITS } from './ends.ts';
import { MENTION_TRAITS } from './mentions.ts';
import { RELATION_TRAITS } from './relations.ts';
import { START_TRAITS } from './starts.ts';
import { LABELS, labelOf, weightName, type Trait } from './trait.ts';
import type { Reading } from '../reading.ts';

export { END_TRAITS, START_TRAITS };
/** Traits of a span as a whole. */
export const RANGE_TRAITS: readonly Trait[] = [...CONTENT_TRAITS, ...MENTION_TRAITS, ...RELATION_TRAITS];

const TRAITS: readonly Trait[] = [...START_TRAITS, ...END_TRAITS, ...RANGE_TRAITS];

/** The names of all weights, in the order of {@link weightAt}. */
export const WEIGHT_NAMES: readonly string[] = TRAITS.flatMap(({ by, name }) =>
  LABELS[by].map((label) => weightName(label, name)),
);

const firstWeights = new Map<Trait, number>();
let size = 0;
for (const trait of TRAITS) {
  firstWeights.set(trait, size);
  size += LABELS[trait.by].length;
}

/** The place among {@link WEIGHT_NAMES} of a trait's weight for a sentence and its question. */
export const weightAt = (trait: Trait, reading: Reading): number =>
  (firstWeights.get(trait) ?? 0) + labelOf(trait.by, reading);
