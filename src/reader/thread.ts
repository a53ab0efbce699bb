import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { CatalogueMessage } from '../words/message.ts';
import type { ReaderMessage, Result, Setup, ReaderTask } from './worker/task.ts';

export type ThreadOptions = Readonly<{
  setup: Omit<Setup, 'stopping'>;
  /** The thread's program. */
  script: URL;
  onReady(): void;
  /** It can never work here. */
  onUnusable(reason: CatalogueMessage, cause: string): void;
  /** It ended unexpectedly; another starts after `wait` milliseconds. */
  onDead(cause: string, wait: number): void;
  /** Only this task failed. */
  onFailed(cause: string): void;
  /**
   * A longer task hangs, and its thread is ended. Default: far more than the largest batch takes on a busy slow machine, because ending a
   * thread in the middle of native work may abort the whole program. Milliseconds.
   */
  hangsAfter?: number;
}>;

/** A worker thread that is restarted when it ends. */
export type Thread = Readonly<{
  /** Runs one task; undefined when it fails or the thread ends. Call it for one task at a time, and only when ready. */
  run(task: ReaderTask): Promise<Result | undefined>;
  close(): Promise<void>;
}>;

/** First and longest wait before a restart; it doubles each time. Milliseconds. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 300_000;
/** After a life of this length the next wait is the first again. Milliseconds. */
const SOUND_AFTER = 600_000;
const HANGS_AFTER = 300_000;
/**
 * Closing waits this long for the native library, which aborts the whole program when its thread ends in the middle of its work. One input
 * takes 20 to 80 milliseconds, but where other programs keep the machine busy this nice thread may get a twentieth of it. Milliseconds.
 */
const GRACE = 8000;
/** For the vocabulary and one request; the weights are outside the heap. Megabytes. */
const HEAP_MB = 96;

/** Starts the thread at once. */
export function startThread(options: ThreadOptions): Thread {
  let worker: Worker | undefined;
  let settle: ((result: Result | undefined) => void) | undefined;
  let restart: NodeJS.Timeout | undefined;
  let ends = 0;
  let closed = false;
  const stopping = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  /** Settles when the thread neither loads nor does a task. */
  let idle: Promise<unknown> = Promise.resolve();

  function start(): void {
    const started = performance.now();
    const loading = Promise.withResolvers<void>();
    idle = loading.promise;
    const current = newWorker(options, stopping);
    worker = current;
    let cause = 'the thread ended';
    current.on('message', (message: ReaderMessage) => {
      loading.resolve();
      hear(message, current);
    });
    current.on('error', (error) => (cause = described(error)));
    current.on('exit', () => {
      loading.resolve();
      if (worker !== current) return;
      worker = undefined;
      settle?.(undefined);
      if (closed) return;
      ends = performance.now() - started > SOUND_AFTER ? 0 : ends;
      const wait = Math.min(FIRST_WAIT * 2 ** ends, LONGEST_WAIT);
      ends += 1;
      restart = setTimeout(start, wait).unref();
      options.onDead(cause, wait);
    });
  }

  function hear(message: ReaderMessage, from: Worker): void {
    if (message.state === 'done') return settle?.(message.result);
    if (message.state === 'failed') {
      if (!closed) options.onFailed(message.cause);
      return settle?.(undefined);
    }
    // Keeps the program alive while loading; later only tasks do.
    from.unref();
    if (message.state === 'ready') return options.onReady();
    closed = true;
    void from.terminate();
    options.onUnusable(message.reason, message.cause);
  }

  function run(task: ReaderTask): Promise<Result | undefined> {
    const current = worker;
    if (!current) return Promise.resolve(undefined);
    const { promise, resolve } = Promise.withResolvers<Result | undefined>();
    const hangs = setTimeout(() => void current.terminate(), options.hangsAfter ?? HANGS_AFTER);
    settle = (result) => {
      settle = undefined;
      clearTimeout(hangs);
      current.unref();
      resolve(result);
    };
    current.ref();
    current.postMessage(task, []);
    idle = promise;
    return promise;
  }

  start();
  return {
    run,
    async close() {
      closed = true;
      clearTimeout(restart);
      Atomics.store(stopping, 0, 1);
      await Promise.race([idle, sleep(GRACE, undefined, { ref: false })]);
      await worker?.terminate();
    },
  };
}

const described = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** A worker without environment variables, so that it has no token. What it prints is dropped. */
function newWorker({ script, setup }: ThreadOptions, stopping: Int32Array): Worker {
  const worker = new Worker(script, {
    workerData: { ...setup, stopping } satisfies Setup,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}
