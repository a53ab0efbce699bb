import { StoreError } from '../store/db/db.ts';
import type { Terminal } from './terminal.ts';

/** Longest wait for the database before giving up. Milliseconds. */
const LONGEST_MS = 5 * 60_000;
/** Time between two attempts. Milliseconds. */
const PAUSE_MS = 1000;

/** Retries work while the database does not answer. */
export type UntilBack = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

/**
 * Waits for a database that is slow, restarting or not started yet, and says so once. Each attempt repeats the whole work, which must
 * therefore be safe to repeat, as adding is. Throws the database's StoreError after five minutes, or when `signal` is aborted. `now`
 * is a monotonic clock in milliseconds.
 */
export function untilBack(
  { errors }: Pick<Terminal, 'errors'>,
  now: () => number,
  pause: (milliseconds: number) => Promise<unknown>,
): UntilBack {
  return async (work, signal) => {
    for (let since: number | undefined; ;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StoreError) || error.fault !== 'unreachable' || signal?.aborted) throw error;
        if (since === undefined) errors.write(`${error.message} Waiting for it; Ctrl+C stops.\n`);
        since ??= now();
        if (now() - since > LONGEST_MS) throw error;
        await pause(PAUSE_MS);
      }
    }
  };
}
