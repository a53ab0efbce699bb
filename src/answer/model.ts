import type { Weights } from '../search/rank/rank.ts';
import weights from './weights.json' with { type: 'json' };

/** What was fitted on known answers: the weights of the features of ranking and of the signals of confidence, for both roads. */
export type Model = Readonly<Record<'words' | 'wordsConfidence' | 'read' | 'readConfidence', Weights>>;

/** What `npm run fit` fitted and wrote to `weights.json`. */
export const MODEL: Model = weights;
