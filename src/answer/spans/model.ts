import type { Weights } from '../../search/rank/rank.ts';
import weights from './weights.json' with { type: 'json' };

/** What `npm run fit` fitted on known answers and wrote to `weights.json`: the weight of each trait of a span. */
export const SPAN_WEIGHTS: Weights = weights;
