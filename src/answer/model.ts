import type { Weights } from '../search/rank/rank.ts';
import weights from './weights.json' with { type: 'json' };

/** Fitted weights of ranking features and confidence signals, with and without the reader. */
export type Model = Readonly<Record<'words' | 'wordsConfidence' | 'read' | 'readConfidence', Weights>>;

/** The weights that `npm run fit` wrote to `weights.json`. */
export const MODEL: Model = weights;
