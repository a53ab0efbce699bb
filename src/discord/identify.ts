import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../desk/desk.ts';

/** How often a new session may be begun. Milliseconds. */
export type IdentifyPace = Readonly<{
  /** Between two; it doubles with each session that did not last. */
  gap: number;
  longest: number;
  /** A session that lasted this long was a good one. */
  lasting: number;
}>;

export const IDENTIFY_PACE: IdentifyPace = { gap: 60_000, longest: 600_000, lasting: 300_000 };

/** Discord resets the token of a bot that uses up its 1,000 sessions a day; this many are kept. */
const KEPT_BACK = 50;

/** What Discord says of the sessions that are left; `reset_after` in milliseconds. */
type Budget = Readonly<{ remaining: number; reset_after: number }>;

/**
 * Holds sessions back, so that one that Discord ends again and again does not use up the day's (F4): one a minute at most,
 * slower with each that did not last, none while only 50 are left. One throttle outlives all connections.
 */
export function identifyThrottle(pace: IdentifyPace, log: Log) {
  let last = Number.NEGATIVE_INFINITY;
  let hasty = 0;
  let waiting = 0;

  async function waitForBudget(budget: () => Promise<Budget>, signal: AbortSignal): Promise<void> {
    // When Discord cannot be asked it will not take a session either.
    const left = await budget().catch(() => undefined);
    if (!left || left.remaining >= KEPT_BACK) return;
    log.error(
      { remaining: left.remaining, minutes: Math.ceil(left.reset_after / 60_000) },
      'Discord grants few more sessions today: waiting until there are new ones',
    );
    await sleep(left.reset_after, undefined, { signal });
  }

  return {
    /** Whether a session is being held back at the moment. */
    holding: () => waiting > 0,
    /** Resolves when a session may be begun. Rejects when the signal aborts. */
    async wait(budget: () => Promise<Budget>, signal: AbortSignal): Promise<void> {
      waiting += 1;
      try {
        const since = performance.now() - last;
        hasty = since < pace.lasting ? hasty + 1 : 0;
        const gap = Math.min(pace.longest, pace.gap * 2 ** Math.max(0, hasty - 1)) * (1 + Math.random() / 4);
        if (since < gap) {
          log.warn({ seconds: Math.ceil((gap - since) / 1000) }, 'waiting before a new session with Discord');
          await sleep(gap - since, undefined, { signal });
        }
        await waitForBudget(budget, signal);
        last = performance.now();
      } finally {
        waiting -= 1;
      }
    },
  };
}

export type IdentifyThrottle = ReturnType<typeof identifyThrottle>;
