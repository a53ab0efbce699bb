import { drawBars } from './bars.ts';

/** A share from 0 to 1 under its name; `beside` is a second one that is told and drawn in a lighter shade, at least as large. */
export type Share = Readonly<{ name: string; share: number; beside: number }>;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A table of shares as a drawing, to one scale that ends at all of them; for the tables of `eval` and `bench`. */
export function drawShares(title: string, note: string, shares: readonly Share[]): string {
  const bars = shares.map(({ name, share, beside }) => ({
    label: name,
    detail: `${percent(share)} · ${percent(beside)}`,
    low: share,
    high: beside,
  }));
  return drawBars({ title, note, bars, most: 1 });
}
