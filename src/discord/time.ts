import { setTimeout as delay } from 'node:timers/promises';

/** How time is told and waited for; tests hand in a time that does not really pass. Milliseconds. */
export type Time = Readonly<{
  /** Never goes back, whatever happens to the clock on the wall (F6). */
  now(): number;
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}>;

export const REAL_TIME: Time = {
  now: () => performance.now(),
  sleep: async (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
};
