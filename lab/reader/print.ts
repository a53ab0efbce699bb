/** Prints one measurement per line. */
export const print = (what: string, value: number | string): void =>
  void process.stdout.write(
    `${what.padEnd(52)}${typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 1 }) : value}\n`,
  );

/** The value that this share of the values does not exceed. */
export function readerQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
