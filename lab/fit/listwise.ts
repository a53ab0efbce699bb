import { itemAt } from '../../src/article/item-at.ts';
import { minimise } from './minimise.ts';

/** Lists of candidates with their features, row after row. */
export type Lists = Readonly<{
  /** Number of features per row. */
  size: number;
  values: Float32Array;
  /** List `i` is rows `starts[i]` up to `starts[i + 1]`. */
  starts: readonly number[];
  /** 1 for a row that answers. */
  hits: Uint8Array;
  /** Weight of each list; default 1. */
  weights?: Float64Array;
}>;

/**
 * Fits weights that maximise the probability of drawing an answering row from its list (softmax), with an L2 penalty on weights of
 * standardised features. Lists without an answering row are ignored.
 */
export function fitListwise(lists: Lists, chosen: readonly number[], penalty: number): Float64Array {
  const { size, values, starts, hits, weights: listWeights } = lists;
  const useful = chosen.filter((list) => hits.subarray(starts[list], starts[list + 1]).includes(1));
  const spread = spreads(lists, useful);
  const slopeOf = (point: Float64Array, slope: Float64Array): number => {
    let loss = 0;
    for (let feature = 0; feature < size; feature++) {
      slope[feature] = penalty * itemAt(point, feature);
      loss += 0.5 * penalty * itemAt(point, feature) ** 2;
    }
    const weights = point.map((value, feature) => value / itemAt(spread, feature));
    const raw = new Float64Array(size);
    for (const list of useful) {
      const from = itemAt(starts, list);
      const to = itemAt(starts, list + 1);
      const scores = new Float64Array(to - from);
      let top = Number.NEGATIVE_INFINITY;
      for (let row = from; row < to; row++) {
        let score = 0;
        const base = row * size;
        for (let feature = 0; feature < size; feature++)
          score += (weights[feature] as number) * (values[base + feature] as number);
        scores[row - from] = score;
        if (score > top) top = score;
      }
      let all = 0;
      let right = 0;
      for (let row = from; row < to; row++) {
        const share = Math.exp((scores[row - from] as number) - top);
        scores[row - from] = share;
        all += share;
        if (hits[row]) right += share;
      }
      const counts = listWeights?.[list] ?? 1;
      loss += counts * Math.log(all / right);
      for (let row = from; row < to; row++) {
        const share = scores[row - from] as number;
        const pull = counts * (share / all - (hits[row] ? share / right : 0));
        if (Math.abs(pull) < 1e-9) continue;
        const base = row * size;
        for (let feature = 0; feature < size; feature++)
          raw[feature] = (raw[feature] as number) + pull * (values[base + feature] as number);
      }
    }
    for (let feature = 0; feature < size; feature++)
      slope[feature] = itemAt(slope, feature) + itemAt(raw, feature) / itemAt(spread, feature);
    return loss;
  };
  const point = minimise(size, slopeOf);
  return point.map((value, feature) => value / itemAt(spread, feature));
}

/** The standard deviation of each feature within lists; 1 for a constant feature. */
function spreads({ size, values, starts }: Lists, chosen: readonly number[]): Float64Array {
  const squares = new Float64Array(size);
  let rows = 0;
  for (const list of chosen) {
    const from = itemAt(starts, list);
    const to = itemAt(starts, list + 1);
    rows += to - from;
    for (let feature = 0; feature < size; feature++) {
      let sum = 0;
      let square = 0;
      for (let row = from; row < to; row++) {
        const value = itemAt(values, row * size + feature);
        sum += value;
        square += value * value;
      }
      squares[feature] = itemAt(squares, feature) + square - (sum * sum) / Math.max(1, to - from);
    }
  }
  return squares.map((square) => Math.sqrt(Math.max(0, square) / Math.max(1, rows)) || 1);
}

/** The rank (from 1) of the first answering row of a list ordered by weights; 0 when there is none. */
export function placeIn({ size, values, starts, hits }: Lists, list: number, weights: Float64Array): number {
  const from = itemAt(starts, list);
  const to = itemAt(starts, list + 1);
  const scored = Array.from({ length: to - from }, (_, offset) => {
    let score = 0;
    for (let feature = 0; feature < size; feature++)
      score += itemAt(weights, feature) * itemAt(values, (from + offset) * size + feature);
    return { score, hit: hits[from + offset] === 1 };
  });
  return scored.toSorted((a, b) => b.score - a.score).findIndex(({ hit }) => hit) + 1;
}
