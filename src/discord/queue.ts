import { BusyError } from './busy.ts';
import { serverQueues } from './server-queues.ts';
import type { Time } from './time.ts';

/** How much work may wait, and for how long. */
export type QueueLimits = Readonly<{
  /** Pieces of work of one server that run at the same time; some of them may be waiting for something else. */
  atOnce: number;
  /** Pieces of work of all servers that wait. */
  waiting: number;
  /** Work that waited this long is given up. Milliseconds. */
  patience: number;
}>;

/**
 * Discord gives up after three seconds, so work that waited for more than one has little chance, and its asker is better told early. No
 * machine answers more than 500 questions in that second.
 */
export const QUEUE_LIMITS: QueueLimits = { atOnce: 8, waiting: 500, patience: 1000 };

/** Work older than this when it arrives has already waited in the connection, which counts as waiting here. Milliseconds. */
const FRESH = 1000;
/** Weight of the newest measurement in the running average of how long work takes. */
const SMOOTHING = 0.2;

/** Short work runs back to back for this long before the event loop turns. Milliseconds. */
const SLICE = 10;

/**
 * Runs work in turn; `age` is how old it is already, in milliseconds. Rejects with a {@link BusyError} when the work is given up, or
 * with the work's own error.
 */
export type RunInTurn = <T>(server: string, work: () => Promise<T>, age?: number) => Promise<T>;

/**
 * Makes a queue. Servers with waiting work take turns, one piece each, so that a busy server does not hold up the others (T22). Within a
 * server the newest work runs first: under overload some of it is then done in time, where oldest first would do all of it too late.
 * Only as much may wait as is likely to be done within the patience; everything else is given up at once. Yields to the event loop
 * regularly. Calls `onGivenUp` for each piece of work that is given up.
 */
export function createAnswerQueue(
  limits: QueueLimits,
  time: Pick<Time, 'now'>,
  onGivenUp: () => void = () => undefined,
): RunInTurn {
  const queues = serverQueues(limits.atOnce);
  const pace = measuredPace(limits, time);
  let scheduled = false;
  let sliceEnds = 0;
  let sweeping: NodeJS.Timeout | undefined;

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(next);
  }

  function next(): void {
    scheduled = false;
    sweep();
    sliceEnds = time.now() + SLICE;
    if (begin()) schedule();
  }

  /** Begins the newest work of the next server; false when no work may begin. */
  function begin(): boolean {
    const job = queues.take();
    if (!job) return false;
    void job.run().finally(() => {
      job.ended();
      pace.ended(queues.waiting() > 0);
      if (time.now() < sliceEnds) begin();
      schedule();
    });
    return true;
  }

  /** Gives up work that waited too long, and schedules the next sweep while any waits. */
  function sweep(): void {
    queues.giveUpSince(time.now() - limits.patience);
    if (queues.waiting() > 0)
      sweeping ??= setTimeout(() => {
        sweeping = undefined;
        sweep();
      }, limits.patience / 4).unref();
  }

  return (server, work, age = 0) =>
    new Promise((resolve, reject) => {
      queues.add(server, {
        since: time.now() - Math.max(0, age - FRESH),
        run: () => work().then(resolve, reject),
        giveUp: () => {
          onGivenUp();
          reject(new BusyError('More is asked than can be answered in time.'));
        },
      });
      while (queues.waiting() > pace.most()) queues.giveUpOne();
      schedule();
    });
}

/** Measures how fast work is done, to tell how much of it can be done in time. */
function measuredPace(limits: QueueLimits, time: Pick<Time, 'now'>) {
  /** Average milliseconds between the ends of two pieces of work while others wait, smoothed; undefined until measured. */
  let meanGap: number | undefined;
  let lastEnd: number | undefined;
  return {
    /** Records that a piece of work ended, and whether others wait. */
    ended(othersWait: boolean): void {
      const now = time.now();
      if (lastEnd !== undefined) {
        const took = Math.min(now - lastEnd, limits.patience);
        meanGap = meanGap === undefined ? took : meanGap + (took - meanGap) * SMOOTHING;
      }
      lastEnd = othersWait ? now : undefined;
    },
    /** How many may wait now. No limit but `limits.waiting` until the pace of work is known. */
    most(): number {
      if (meanGap === undefined) return limits.waiting;
      return Math.min(limits.waiting, Math.max(limits.atOnce, Math.floor(limits.patience / meanGap)));
    },
  };
}
