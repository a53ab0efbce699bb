import { ANSWER_TYPE_FEATURES } from './answer-type.ts';
import { COVERAGE_FEATURES } from './coverage.ts';
import type { Feature } from './feature.ts';
import { FORM_FEATURES } from './form.ts';
import { NEIGHBOUR_FEATURES } from './neighbours.ts';
import { PHRASE_FEATURES } from './phrase.ts';
import { SCORE_FEATURES } from './scores.ts';
import { WORDING_FEATURES } from './wording.ts';

/** All features, in the order of the weights file. Each is here because cross-validation is worse without it. */
export const FEATURES: readonly Feature[] = [
  ...SCORE_FEATURES,
  ...COVERAGE_FEATURES,
  ...NEIGHBOUR_FEATURES,
  ...PHRASE_FEATURES,
  ...ANSWER_TYPE_FEATURES,
  ...FORM_FEATURES,
  ...WORDING_FEATURES,
];
