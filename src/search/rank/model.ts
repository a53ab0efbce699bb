import weights from './weights.json' with { type: 'json' };
import type { Weights } from './rank.ts';

/** What `npm run fit` fitted and wrote to `weights.json`: of each ranking feature, and of each signal of confidence. */
export const MODEL: Readonly<{ ranking: Weights; confidence: Weights }> = weights;
