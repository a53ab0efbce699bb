import { getHeapStatistics } from 'node:v8';

/** Memory of the program without indexes, on the heap and in total: measured with an empty archive, rounded up. Bytes. */
const BASE_HEAP = 64e6;
const BASE = 200e6;
/** Share of the remaining memory that indexes may use; the rest is for questions and uncollected garbage. */
const SHARE = 0.8;
/** Larger values mean that the process has no limit. Bytes. */
const UNLIMITED = 2 ** 50;

/** Memory limits of the process. Bytes. */
export type MemoryLimits = Readonly<{
  /** Limit of V8's heap. */
  heap: number;
  /** Limit of the container; 0 if there is none. */
  container: number;
}>;

export const memoryLimits = (): MemoryLimits => ({
  heap: getHeapStatistics().heap_size_limit,
  container: process.constrainedMemory(),
});

/**
 * Memory for the indexes of all servers: the configured size, but never more than the heap has left beside the program, and the
 * container beside program and reader (F17). So adding is refused before an archive becomes too large to open. Bytes.
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
