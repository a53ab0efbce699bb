import { drawBars } from './bars.ts';

/** A share from 0 to 1 with its name. `beside` is a second, larger or equal share, drawn in a lighter shade. */
export type Share = Readonly<{ name: string; share: number; beside: number }>;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Draws shares as bars on a scale from 0 to 1, for the tables of `eval` and `bench`. */
export function drawShares(title: string, note: string, shares: readonly Share[]): string {
  const bars = shares.map(({ name, share, beside }) => ({
    label: name,
    detail: `${percent(share)} · ${percent(beside)}`,
    low: share,
    high: beside,
  }));
  return drawBars({ title, note, bars, most: 1 });
}
