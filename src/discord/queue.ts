import { errorReply } from '../reply/error-reply.ts';
import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { runText, say } from '../reply/say.ts';
import type { Language } from '../words/spoken.ts';
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

/** Work was given up before it began, because there is more than can be done in time. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/** Sent to everyone whose question was given up. */
export const BUSY_REPLY: Reply = errorReply(say('busy.later'));

/** The start of {@link BUSY_REPLY} in English, for programs that count such replies. */
export const BUSY = runText(say('busy.later'));

/** {@link BUSY_REPLY} in a language. Built once per language, because very many get it. */
export function busyIn(language: Language): Reply {
  const reply = busy.get(language) ?? inLanguage(BUSY_REPLY, language);
  busy.set(language, reply);
  return reply;
}

const busy = new Map<Language, Reply>();

/** The reply for work that was given up. Rethrows any other error. */
export function busyReply(error: unknown): Reply {
  if (error instanceof BusyError) return BUSY_REPLY;
  throw error;
}

/**
 * Runs work in turn; `age` is how old it is already, in milliseconds. Rejects with a {@link BusyError} when the work is given up, or
 * with the work's own error.
 */
export type RunInTurn = <T>(server: string, work: () => Promise<T>, age?: number) => Promise<T>;

type Waiting = Readonly<{ since: number; run(): Promise<void>; giveUp(): void }>;
/** One server's work, oldest first. */
type Queue = { waiting: Waiting[]; running: number };

/**
 * Makes a queue. Servers with waiting work take turns, one piece meanGap, so that a busy server does not hold up the others (T22). Within a
 * server the newest work runs first: under overload some of it is then done in time, where oldest first would do all of it too late.
 * Only as much may wait as is likely to be done within the patience; everything else is given up at once. Yields to the event loop
 * regularly.
 */
export function createAnswerQueue(limits: QueueLimits, time: Pick<Time, 'now'>): RunInTurn {
  // A Map keeps insertion order: a server that had its turn moves to the end.
  const queues = new Map<string, Queue>();
  let waiting = 0;
  let scheduled = false;
  let sliceEnds = 0;
  /** Average milliseconds between the ends of two pieces of work while others wait, smoothed; undefined until measured. */
  let meanGap: number | undefined;
  let lastEnd: number | undefined;
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
    for (const [server, queue] of queues) {
      const job = queue.running < limits.atOnce ? queue.waiting.pop() : undefined;
      if (!job) continue;
      waiting -= 1;
      queues.delete(server);
      queues.set(server, queue);
      queue.running += 1;
      void job.run().finally(() => {
        queue.running -= 1;
        measure();
        forgetIfIdle(server, queue);
        if (time.now() < sliceEnds) begin();
        schedule();
      });
      return true;
    }
    return false;
  }

  function measure(): void {
    const now = time.now();
    if (lastEnd !== undefined) {
      const took = Math.min(now - lastEnd, limits.patience);
      meanGap = meanGap === undefined ? took : meanGap + (took - meanGap) * SMOOTHING;
    }
    lastEnd = waiting > 0 ? now : undefined;
  }

  /** How many may wait now; only `limits.waiting` counts until the pace of work is known. */
  const most = (): number => {
    if (meanGap === undefined) return limits.waiting;
    return Math.min(limits.waiting, Math.max(limits.atOnce, Math.floor(limits.patience / meanGap)));
  };

  function forgetIfIdle(server: string, { waiting: left, running }: Queue): void {
    if (left.length === 0 && running === 0) queues.delete(server);
  }

  /** Gives up the oldest `count` pieces of a queue. */
  function giveUp(server: string, queue: Queue, count: number): void {
    if (count === 0) return;
    waiting -= count;
    for (const job of queue.waiting.splice(0, count)) job.giveUp();
    forgetIfIdle(server, queue);
  }

  /** Gives up work that waited too long, and schedules the next sweep while any waits. */
  function sweep(): void {
    const tooOld = time.now() - limits.patience;
    for (const [server, queue] of queues) {
      const young = queue.waiting.findIndex(({ since }) => since > tooOld);
      giveUp(server, queue, young === -1 ? queue.waiting.length : young);
    }
    if (waiting > 0)
      sweeping ??= setTimeout(() => {
        sweeping = undefined;
        sweep();
      }, limits.patience / 4).unref();
  }

  /** Gives up the oldest work of the server with most waiting. */
  function makeRoom(): void {
    let longest: [string, Queue] | undefined;
    for (const entry of queues)
      if (!longest || entry[1].waiting.length > longest[1].waiting.length) longest = entry;
    if (longest) giveUp(...longest, 1);
  }

  return (server, work, age = 0) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(server) ?? { waiting: [], running: 0 };
      queues.set(server, queue);
      queue.waiting.push({
        since: time.now() - Math.max(0, age - FRESH),
        run: () => work().then(resolve, reject),
        giveUp: () => reject(new BusyError('More is asked than can be answered in time.')),
      });
      waiting += 1;
      while (waiting > most()) makeRoom();
      schedule();
    });
}
