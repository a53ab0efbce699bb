import { causeOf } from '../desk/cause.ts';
import type { Log } from '../desk/ports.ts';

/** Something to repeat in the background. */
export type RepeatedTask = Readonly<{
  /** Milliseconds between two starts. */
  every: number;
  run(): Promise<void>;
  /** Log message when a run fails; the task is repeated all the same. */
  failure: string;
  /** Also runs immediately. Default: first after `every`. */
  atStart?: boolean;
}>;

/**
 * Repeats tasks until the returned function is called, which resolves when no task is running any more. A task does not start again
 * while it is running. The timers do not keep the process alive.
 */
export function schedule(tasks: readonly RepeatedTask[], log: Log): () => Promise<void> {
  const running = new Map<RepeatedTask, Promise<void>>();

  function start(task: RepeatedTask): void {
    if (running.has(task)) return;
    const run = task
      .run()
      .catch((error: unknown) => log.warn({ cause: causeOf(error) }, task.failure))
      .finally(() => running.delete(task));
    running.set(task, run);
  }

  for (const task of tasks) if (task.atStart === true) start(task);
  const timers = tasks.map((task) => setInterval(() => start(task), task.every).unref());
  return async () => {
    timers.forEach(clearInterval);
    await Promise.all(running.values());
  };
}
