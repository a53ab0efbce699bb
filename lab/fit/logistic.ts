import { itemAt } from '../../src/article/item-at.ts';
import { minimise } from './minimise.ts';

/** Signals with their label and weight (default 1). */
export type Labelled = Readonly<{ signals: Float64Array; right: boolean; weight?: number }>;

/** The probability of a row under the weights. */
export function probability(signals: Float64Array, weights: Float64Array): number {
  return 1 / (1 + Math.exp(-signals.reduce((sum, value, index) => sum + value * itemAt(weights, index), 0)));
}

/** Weights of a logistic regression with an L2 penalty, which is calibrated because it maximises likelihood. */
export function fitLogistic(rows: readonly Labelled[], size: number, penalty: number): Float64Array {
  return minimise(size, (point, slope) => {
    let loss = 0;
    for (let index = 0; index < size; index++) {
      slope[index] = penalty * itemAt(point, index);
      loss += 0.5 * penalty * itemAt(point, index) ** 2;
    }
    for (const { signals, right, weight = 1 } of rows) {
      const given = Math.min(1 - 1e-12, Math.max(1e-12, probability(signals, point)));
      loss -= weight * Math.log(right ? given : 1 - given);
      const pull = weight * (given - (right ? 1 : 0));
      for (let index = 0; index < size; index++)
        slope[index] = itemAt(slope, index) + pull * itemAt(signals, index);
    }
    return loss;
  });
}
