import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing, waitAskedFor } from './faults.ts';

/** How long to keep trying. Milliseconds unless said otherwise. */
export type Patience = Readonly<{
  /** Number of tries when Discord or the network fails. */
  tries: number;
  /** Wait before the second try; it doubles with each further try. */
  pause: number;
  /** Longest total wait that Discord may ask for. */
  longest: number;
}>;

export const PATIENT: Patience = { tries: 3, pause: 500, longest: 60_000 };

/**
 * Sends something that may safely be sent twice (F1, F2). Temporary faults are retried after a growing, random pause. When Discord asks
 * us to wait, we wait, and that does not count as a try. `send` gets the milliseconds waited so far. Rejects with the last error.
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
