import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing, waitAskedFor } from './faults.ts';

/** How patiently something is sent. Milliseconds where not said otherwise. */
export type Patience = Readonly<{
  /** How often it is tried when Discord or the network fails. */
  tries: number;
  /** The wait before the second try; it doubles with each. */
  pause: number;
  /** The longest wait that Discord may ask for, all waits together. */
  longest: number;
}>;

export const PATIENT: Patience = { tries: 3, pause: 500, longest: 60_000 };

/**
 * Sends something that may be sent twice without harm (F1, F2). Passing faults are tried again after a growing, uneven pause; when
 * Discord asks to wait, that wait is kept and does not count as a try. `send` is told how long was waited so far.
 */
export async function withTries<T>(
  send: (waited: number) => Promise<T>,
  { tries, pause, longest }: Patience,
): Promise<T> {
  let waited = 0;
  for (let failed = 0; ;) {
    try {
      return await send(waited);
    } catch (error) {
      const asked = waitAskedFor(error);
      if (asked !== undefined) {
        waited += asked;
        if (waited > longest) throw error;
        await sleep(asked);
        continue;
      }
      failed += 1;
      if (failed >= tries || !isPassing(error)) throw error;
      await sleep(pause * 2 ** (failed - 1) * (0.75 + Math.random() / 2));
    }
  }
}
