import type { Log } from '../desk/ports.ts';
import type { Time } from './time.ts';

/** How often a new session may begin. Milliseconds. */
export type IdentifyPace = Readonly<{
  /** Between two sessions; it doubles with each session that ended early. */
  gap: number;
  longest: number;
  /** A session that lasted this long did not end early. */
  lasting: number;
}>;

export const IDENTIFY_PACE: IdentifyPace = { gap: 60_000, longest: 600_000, lasting: 300_000 };

/** Discord resets the token of a bot that uses up its 1,000 sessions a day, so this many are kept in reserve. */
const KEPT_BACK = 50;

/** How many sessions Discord still grants; `reset_after` in milliseconds. */
export type SessionBudget = Readonly<{ remaining: number; reset_after: number }>;

/**
 * Limits how often sessions begin, so that sessions that Discord keeps ending do not use up the day's allowance (F4): at most one a
 * minute, fewer after sessions that ended early, none while fewer than 50 are left. One throttle is shared by all connections.
 */
export function identifyThrottle(pace: IdentifyPace, time: Time, log: Log) {
  let last = Number.NEGATIVE_INFINITY;
  /** Sessions in a row that ended early. */
  let hasty = 0;

  return {
    /** Resolves when a session may begin. Rejects when the signal aborts. */
    async turn(signal: AbortSignal): Promise<void> {
      const since = time.now() - last;
      const gap = Math.min(pace.longest, pace.gap * 2 ** hasty) * (1 + Math.random() / 4);
      const wait = gap - since;
      if (wait <= 0 || since >= pace.lasting) return;
      log.warn({ seconds: Math.ceil(wait / 1000) }, 'waiting before a new session with Discord');
      await time.sleep(wait, signal);
    },
    /** When few sessions are left today, waits until Discord grants more. Rejects when the signal aborts. */
    async budget({ remaining, reset_after }: SessionBudget, signal: AbortSignal): Promise<void> {
      if (remaining >= KEPT_BACK) return;
      log.error(
        { remaining, minutes: Math.ceil(reset_after / 60_000) },
        'Discord grants few more sessions today: waiting until there are new ones',
      );
      await time.sleep(reset_after, signal);
    },
    /** Records that a session begins now. Attempts that never get this far do not count. */
    identified(): void {
      const now = time.now();
      hasty = now - last < pace.lasting ? hasty + 1 : 0;
      last = now;
    },
  };
}
