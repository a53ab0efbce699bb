import { getHeapStatistics } from 'node:v8';

/** What the program takes besides indexes, on the heap and in all: measured with an empty archive, rounded up. Bytes. */
const BASE_HEAP = 64e6;
const BASE = 200e6;
/** What of the rest indexes may fill; questions, and garbage that is not collected yet, need some. */
const SHARE = 0.8;
/** Larger figures mean that nothing limits the process. Bytes. */
const UNLIMITED = 2 ** 50;

/** How much memory the process may take. Bytes. */
export type MemoryLimits = Readonly<{
  /** Of V8's heap. */
  heap: number;
  /** Of the container; 0 when there is none. */
  container: number;
}>;

export const memoryLimits = (): MemoryLimits => ({
  heap: getHeapStatistics().heap_size_limit,
  container: process.constrainedMemory(),
});

/**
 * Memory for the indexes of all servers: what is set, but never more than fits into the heap beside the program, and into the
 * container beside the neural reader too (F17), so that adding is refused before opening could fail. Bytes.
 */
export function indexMemory(
  megabytes: number | undefined,
  { heap, container }: MemoryLimits,
  reader: number,
): number {
  const fits = [(heap - BASE_HEAP) * SHARE];
  if (container > 0 && container < UNLIMITED) fits.push((container - BASE - reader) * SHARE);
  const most = Math.max(0, Math.min(...fits));
  return megabytes === undefined ? most : Math.min(most, megabytes * 1_000_000);
}
