import type { Worker } from 'node:worker_threads';
import { IntakeError } from '../intake-error.ts';
import { runTask, startWorker } from './run-task.ts';
import type { IntakeTask } from './task.ts';

/** Threads that are started on demand and reused. */
export type Threads = Readonly<{
  /** Runs a task in an idle thread or a new one. Throws as `runTask`. */
  run: (task: IntakeTask) => Promise<unknown>;
  close: () => Promise<void>;
}>;

type Resting = Readonly<{ worker: Worker; timer: NodeJS.Timeout }>;

/** An idle thread is ended after this time to free its memory. Milliseconds. */
const IDLE_MS = 30_000;

/** Creates threads that run `script`, with time limits multiplied by `patience`. */
export function threads(script: URL, patience: number): Threads {
  const resting = new Set<Resting>();
  const running = new Set<Worker>();

  const take = (): Worker => {
    const [spare] = resting;
    if (spare === undefined) return startWorker(script);
    clearTimeout(spare.timer);
    resting.delete(spare);
    return spare.worker;
  };

  const rest = (worker: Worker): void => {
    const timer = setTimeout(() => {
      resting.delete(spare);
      void worker.terminate();
    }, IDLE_MS).unref();
    const spare = { worker, timer };
    resting.add(spare);
  };

  const run = async (task: IntakeTask): Promise<unknown> => {
    const worker = take();
    running.add(worker);
    let usable = true;
    try {
      return await runTask(worker, task, patience);
    } catch (error) {
      usable = error instanceof IntakeError;
      throw error;
    } finally {
      running.delete(worker);
      if (usable) rest(worker);
      else await worker.terminate();
    }
  };

  const close = async (): Promise<void> => {
    const all = [...running, ...[...resting].map(({ worker }) => worker)];
    for (const { timer } of resting) clearTimeout(timer);
    resting.clear();
    await Promise.all(all.map((worker) => worker.terminate()));
  };
  return { run, close };
}
