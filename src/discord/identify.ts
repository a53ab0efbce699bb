import type { Log } from '../desk/ports.ts';
import type { Time } from './time.ts';

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
export type SessionBudget = Readonly<{ remaining: number; reset_after: number }>;

/**
 * Holds sessions back, so that one that Discord ends again and again does not use up the day's (F4): one a minute at most,
 * slower with each that did not last, none while only 50 are left. One throttle outlives all connections.
 */
export function identifyThrottle(pace: IdentifyPace, time: Time, log: Log) {
  let last = Number.NEGATIVE_INFINITY;
  /** Sessions in a row that did not last. */
  let hasty = 0;

  return {
    /** Resolves when a session may be begun. Rejects when the signal aborts. */
    async turn(signal: AbortSignal): Promise<void> {
      const since = time.now() - last;
      const gap = Math.min(pace.longest, pace.gap * 2 ** hasty) * (1 + Math.random() / 4);
      const wait = gap - since;
      if (wait <= 0 || since >= pace.lasting) return;
      log.warn({ seconds: Math.ceil(wait / 1000) }, 'waiting before a new session with Discord');
      await time.sleep(wait, signal);
    },
    /** Waits until Discord grants more sessions where few are left today. Rejects when the signal aborts. */
    async budget({ remaining, reset_after }: SessionBudget, signal: AbortSignal): Promise<void> {
      if (remaining >= KEPT_BACK) return;
      log.error(
        { remaining, minutes: Math.ceil(reset_after / 60_000) },
        'Discord grants few more sessions today: waiting until there are new ones',
      );
      await time.sleep(reset_after, signal);
    },
    /** A session is begun now. Attempts that never come to this do not count. */
    identified(): void {
      const now = time.now();
      hasty = now - last < pace.lasting ? hasty + 1 : 0;
      last = now;
    },
  };
}
