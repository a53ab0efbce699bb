import { setTimeout as delay } from 'node:timers/promises';

/** The clock and the timer. Tests inject one whose time does not really pass. Milliseconds. */
export type Time = Readonly<{
  /** Monotonic: unaffected by changes to the system clock (F6). */
  now(): number;
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}>;

export const REAL_TIME: Time = {
  now: () => performance.now(),
  sleep: async (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
};
