import { ANSWER_TYPE_FEATURES } from './answer-type.ts';
import { COVERAGE_FEATURES } from './coverage.ts';
import type { Feature } from './feature.ts';
import { FORM_FEATURES } from './form.ts';
import { PHRASE_FEATURES } from './phrase.ts';
import { SCORE_FEATURES } from './scores.ts';

/** All features, in the order of the weights file. */
export const FEATURES: readonly Feature[] = [
  ...SCORE_FEATURES,
  ...COVERAGE_FEATURES,
  ...PHRASE_FEATURES,
  ...ANSWER_TYPE_FEATURES,
  ...FORM_FEATURES,
];
