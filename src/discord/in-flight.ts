import { setTimeout as sleep } from 'node:timers/promises';
import { causeOf } from '../desk/cause.ts';
import type { Log } from '../desk/ports.ts';

/** Keeps track of work that nobody waits for. */
export function workInFlight(log: Log) {
  const inFlight = new Set<Promise<unknown>>();
  return {
    /** Logs a failure, with the event that the work is for. */
    track(event: string, work: Promise<unknown>): void {
      const seen = work.catch((error: unknown) =>
        log.error({ event, cause: causeOf(error) }, 'an event failed'),
      );
      inFlight.add(seen);
      void seen.finally(() => inFlight.delete(seen));
    },
    /** Resolves when all has ended, also what comes meanwhile, and after so many milliseconds at the latest. */
    async ended(within: number): Promise<void> {
      await Promise.race([allDone(inFlight), sleep(within, undefined, { ref: false })]);
    },
  };
}

async function allDone(inFlight: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (inFlight.size > 0) await Promise.allSettled(inFlight);
}
