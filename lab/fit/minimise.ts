import { itemAt } from '../../src/article/item-at.ts';
/** Returns a function's value at a point and writes its gradient to `slope`. */
export type Slope = (point: Float64Array, slope: Float64Array) => number;

/** Number of past steps that are used (L-BFGS memory). */
const MEMORY = 10;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += itemAt(a, index) * itemAt(b, index);
  return sum;
};

/** Minimises a smooth convex function by L-BFGS with a halving line search. Deterministic. */
export function minimise(size: number, of: Slope, iterations = 150, tolerance = 1e-6): Float64Array {
  let point = new Float64Array(size);
  let slope = new Float64Array(size);
  let value = of(point, slope);
  const past: { step: Float64Array; change: Float64Array; inverse: number }[] = [];
  for (let round = 0; round < iterations; round++) {
    const direction = descend(slope, past);
    const steepness = dot(direction, slope);
    if (steepness > -1e-12) break;
    let length = round === 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
    const nextSlope = new Float64Array(size);
    let next = point;
    let nextValue = value;
    for (let halving = 0; halving < 30; halving++) {
      const scale = length;
      const from = point;
      next = from.map((at, index) => at + scale * itemAt(direction, index));
      nextValue = of(next, nextSlope);
      if (nextValue <= value + 1e-4 * length * steepness) break;
      length /= 2;
    }
    const from = { point, slope };
    const step = next.map((at, index) => at - itemAt(from.point, index));
    const change = nextSlope.map((at, index) => at - itemAt(from.slope, index));
    const curve = dot(step, change);
    if (curve > 1e-12) {
      past.push({ step, change, inverse: 1 / curve });
      if (past.length > MEMORY) past.shift();
    }
    const gain = value - nextValue;
    [point, slope, value] = [next, nextSlope, nextValue];
    if (gain < tolerance * Math.max(1, Math.abs(value))) break;
  }
  return point;
}

function descend(
  slope: Float64Array,
  past: readonly { step: Float64Array; change: Float64Array; inverse: number }[],
): Float64Array {
  const direction = slope.map((value) => -value);
  const shares: number[] = [];
  for (const [index, { step, change, inverse }] of [...past.entries()].toReversed()) {
    const share = inverse * dot(step, direction);
    shares[index] = share;
    for (let at = 0; at < direction.length; at++)
      direction[at] = itemAt(direction, at) - share * itemAt(change, at);
  }
  const last = past.at(-1);
  if (last) {
    const scale = 1 / (last.inverse * dot(last.change, last.change));
    for (let at = 0; at < direction.length; at++) direction[at] = itemAt(direction, at) * scale;
  }
  for (const [index, { step, change, inverse }] of past.entries()) {
    const share = itemAt(shares, index) - inverse * dot(change, direction);
    for (let at = 0; at < direction.length; at++)
      direction[at] = itemAt(direction, at) + share * itemAt(step, at);
  }
  return direction;
}
