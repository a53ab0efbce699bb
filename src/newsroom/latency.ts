import type { Vitals } from '../desk/editor-tools.ts';
import { itemAt } from '../article/item-at.ts';

/** Number of durations to keep. */
const KEPT = 1000;

/** Records the last durations, in milliseconds, and returns their percentiles. */
export function latencyMeter() {
  const kept: number[] = [];
  let next = 0;
  return {
    note(milliseconds: number): void {
      kept[next] = milliseconds;
      next = (next + 1) % KEPT;
    },
    read(): Vitals['latency'] {
      if (kept.length === 0) return undefined;
      const sorted = kept.toSorted((a, b) => a - b);
      const at = (share: number): number => itemAt(sorted, Math.ceil(share * sorted.length) - 1);
      return { p50: at(0.5), p99: at(0.99), count: sorted.length };
    },
  };
}
