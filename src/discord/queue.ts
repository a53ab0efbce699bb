import { errorReply } from '../reply/error-reply.ts';
import { inLanguage } from '../reply/in-language.ts';
import type { Reply } from '../reply/reply.ts';
import { runText, say } from '../reply/say.ts';
import type { Language } from '../words/spoken.ts';
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

/** Work that was given up unbegun: there is more to do than can be done in time. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/** Notice to those whose question was given up. */
export const BUSY_REPLY: Reply = errorReply(say('busy.later'));

/** How it begins in English, for who counts such replies. */
export const BUSY = runText(say('busy.later'));

/** The same in a language; made once for each, since it is told to very many. */
export function busyIn(language: Language): Reply {
  const reply = busy.get(language) ?? inLanguage(BUSY_REPLY, language);
  busy.set(language, reply);
  return reply;
}

const busy = new Map<Language, Reply>();

/** What to reply when work was given up. Throws any other error on. */
export function busyReply(error: unknown): Reply {
  if (error instanceof BusyError) return BUSY_REPLY;
  throw error;
}

/** Runs work when it is its turn; `age` says how old it is already, in milliseconds. Rejects with a {@link BusyError} when it was given up, and with what the work throws. */
export type RunInTurn = <T>(server: string, work: () => Promise<T>, age?: number) => Promise<T>;

type Waiting = Readonly<{ since: number; run(): Promise<void>; giveUp(): void }>;
/** One server's work; what came first stands first. */
type Queue = { waiting: Waiting[]; running: number };

/**
 * Makes a queue. When several servers have work waiting, each gets one piece done after the other, so that a busy one does
 * not hold up the rest (T22). Of one server's work the newest is done first: when there is too much of it, some is done in
 * time, where the oldest first would do all of it too late. No more waits than is likely to be done within the patience, so that all others
 * are told at once. The event loop turns now and again.
 */
export function createAnswerQueue(limits: QueueLimits, time: Pick<Time, 'now'>): RunInTurn {
  // A Map keeps the order of insertion: a queue that had its turn is put back at the end.
  const queues = new Map<string, Queue>();
  let waiting = 0;
  let scheduled = false;
  let sliceEnds = 0;
  /** Milliseconds from the end of one piece to that of the next while others wait, smoothed; undefined until it was seen. */
  let each: number | undefined;
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

  /** Begins the newest piece of work of the server whose turn it is; false when there is none that may begin. */
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
      each = each === undefined ? took : each + (took - each) * TELLS;
    }
    lastEnd = waiting > 0 ? now : undefined;
  }

  /** How many may wait now. */
  const most = (): number =>
    Math.min(limits.waiting, Math.max(limits.atOnce, Math.floor(limits.patience / (each ?? 0))));

  function forgetIfIdle(server: string, { waiting: left, running }: Queue): void {
    if (left.length === 0 && running === 0) queues.delete(server);
  }

  /** Gives up the first `count` of a queue. */
  function giveUp(server: string, queue: Queue, count: number): void {
    if (count === 0) return;
    waiting -= count;
    for (const job of queue.waiting.splice(0, count)) job.giveUp();
    forgetIfIdle(server, queue);
  }

  /** Gives up what is too old, now and again when more of it will be. */
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

  /** The oldest of the server that has most waiting makes room. */
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
