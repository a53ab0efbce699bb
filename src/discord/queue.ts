import { BusyError } from './busy.ts';
import { serverQueues } from './server-queues.ts';
import type { Time } from './time.ts';

/** How much may wait, and for how long. */
export type QueueLimits = Readonly<{
  /** Work of one server under way at the same time; work may wait for something itself. */
  atOnce: number;
  /** Work of all servers that waits. */
  waiting: number;
  /** After so long it is given up. Milliseconds. */
  patience: number;
}>;

/**
 * Discord gives up after three seconds: what waited for more than one has hardly a chance, and who asked is better told in
 * time. More than 500 waiting is more than any machine answers in that second.
 */
export const QUEUE_LIMITS: QueueLimits = { atOnce: 8, waiting: 500, patience: 1000 };

/** What is older than this when it arrives has waited elsewhere, and waits so much less here. Milliseconds. */
const FRESH = 1000;
/** How much the newest piece of work tells of how long the next ones take. */
const TELLS = 0.2;

/** Short work is done one piece after the other for so long before the event loop turns. Milliseconds. */
const SLICE = 10;

/** Runs work when it is its turn; `age` says how old it is already, in milliseconds. Rejects with a {@link BusyError} when it was given up, and with what the work throws. */
export type RunInTurn = <T>(server: string, work: () => Promise<T>, age?: number) => Promise<T>;

/**
 * Makes a queue. When several servers have work waiting, each gets one piece done after the other, so that a busy one does
 * not hold up the rest (T22). Of one server's work the newest is done first: when there is too much of it, some is done in
 * time, where the oldest first would do all of it too late. No more waits than is likely to be done within the patience, so that all others
 * are told at once. The event loop turns now and again.
 */
export function createAnswerQueue(limits: QueueLimits, time: Pick<Time, 'now'>): RunInTurn {
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

  /** Begins a piece of work; false when there is none that may begin. */
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

  /** Gives up what is too old, now and again when more of it will be. */
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
        giveUp: () => reject(new BusyError('More is asked than can be answered in time.')),
      });
      while (queues.waiting() > pace.most()) queues.giveUpOne();
      schedule();
    });
}

/** Measures how fast work is done, to tell how much of it can be done in time. */
function measuredPace(limits: QueueLimits, time: Pick<Time, 'now'>) {
  /** Milliseconds from the end of one piece to that of the next while others wait, smoothed; undefined until it was seen. */
  let each: number | undefined;
  let lastEnd: number | undefined;
  return {
    /** A piece has ended, and others wait or do not. */
    ended(othersWait: boolean): void {
      const now = time.now();
      if (lastEnd !== undefined) {
        const took = Math.min(now - lastEnd, limits.patience);
        each = each === undefined ? took : each + (took - each) * TELLS;
      }
      lastEnd = othersWait ? now : undefined;
    },
    /** How many may wait now. */
    most: (): number =>
      Math.min(limits.waiting, Math.max(limits.atOnce, Math.floor(limits.patience / (each ?? 0)))),
  };
}
