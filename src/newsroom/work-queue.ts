import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../article/steps.ts';

/** Work yields to the event loop after this long, so that questions are answered meanwhile. Milliseconds. */
const TURN = 5;
/** A round of the event loop longer than this was busy, and the next one may be, too. Milliseconds. */
const BUSY = 1;
/** Work continues after yielding this long, however busy the event loop is. Milliseconds. */
const LONGEST_WAIT = 50;

const PRIORITIES = ['urgent', 'later'] as const;
type Priority = (typeof PRIORITIES)[number];

/** Runs tasks one at a time, urgent ones first; each promise settles with its task. */
export type WorkQueue = Readonly<{
  urgent(work: Work): Promise<void>;
  later(work: Work): Promise<void>;
  /** Drops waiting and future tasks; their promises never settle. */
  close(): void;
}>;

type Work = () => void | Promise<void>;
type Task = Readonly<{ work: Work; done: () => void; failed: (error: unknown) => void }>;

/** Yields to the event loop until one of its rounds is short. */
async function othersFirst(): Promise<void> {
  const began = performance.now();
  for (let round = began, now = began; ; round = now) {
    await setImmediate();
    now = performance.now();
    if (now - round < BUSY || now - began > LONGEST_WAIT) return;
  }
}

/** Runs steps, and yields to the event loop whenever they have taken {@link TURN}. */
export async function withPauses<Result>(steps: Steps<Result>): Promise<Result> {
  for (let turn = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - turn < TURN) continue;
    await othersFirst();
    turn = performance.now();
  }
}

/** An empty queue. */
export function createWorkQueue(): WorkQueue {
  const tasks: Readonly<Record<Priority, Task[]>> = { urgent: [], later: [] };
  // The index of each next task: shifting a list of thousands would be slow.
  const next = { urgent: 0, later: 0 };
  let running = false;
  let closed = false;

  function take(priority: Priority): Task | undefined {
    const task = tasks[priority][next[priority]];
    next[priority] += 1;
    if (task) return task;
    tasks[priority].length = next[priority] = 0;
    return undefined;
  }

  async function run(): Promise<void> {
    running = true;
    let turn = performance.now();
    for (let task = take('urgent') ?? take('later'); task; task = take('urgent') ?? take('later')) {
      try {
        await task.work();
        task.done();
      } catch (error) {
        task.failed(error);
      }
      if (performance.now() - turn < TURN) continue;
      await othersFirst();
      turn = performance.now();
    }
    running = false;
  }

  function put(priority: Priority, work: Work): Promise<void> {
    if (closed) return new Promise(() => undefined);
    const settled = new Promise<void>((done, failed) => tasks[priority].push({ work, done, failed }));
    if (!running) void run();
    return settled;
  }

  return {
    urgent: (work) => put('urgent', work),
    later: (work) => put('later', work),
    close() {
      closed = true;
      for (const priority of PRIORITIES) tasks[priority].length = next[priority] = 0;
    },
  };
}
