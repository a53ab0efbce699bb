import { Worker } from 'node:worker_threads';
import { IntakeError, type RefusalCode } from '../intake-error.ts';
import {
  BUFFERS_MB,
  HEAP_MB,
  LOADING_MS,
  MEASURE_MS,
  READING_MS,
  type IntakeMessage,
  type IntakeTask,
} from './task.ts';
import { type CatalogueMessage, inEnglish, message } from '../../words/message.ts';

const MB = 1_000_000;

/** A failure of the thread itself; a retry may succeed. */
export class WorkerFailure extends Error {
  override name = 'WorkerFailure';
  readonly code: Extract<RefusalCode, 'timeout' | 'memory' | 'crash'>;
  readonly reason: CatalogueMessage;

  constructor(code: WorkerFailure['code'], reason: CatalogueMessage) {
    super(inEnglish(reason));
    this.code = code;
    this.reason = reason;
  }
}

/**
 * Starts a thread that reads the tasks it is sent. It gets no environment variables, so that it cannot leak the token, and
 * the output of libraries is discarded.
 */
export function startWorker(script: URL): Worker {
  const worker = new Worker(script, {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  // Without a listener, the error of a thread that fails while being terminated would end the program.
  worker.on('error', () => undefined);
  worker.stdout.resume();
  worker.stderr.resume();
  worker.unref();
  return worker;
}

/**
 * Runs a task in a worker within the limits of time and memory. Throws {@link IntakeError} when the file is refused, and
 * {@link WorkerFailure} when the thread hung, died or grew too large; the thread is then unusable.
 */
export async function runTask(worker: Worker, task: IntakeTask, patience = 1): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const fail = (code: WorkerFailure['code'], reason: CatalogueMessage): void =>
    reject(new WorkerFailure(code, reason));
  const patient = READING_MS[task.kind] * patience;
  let timer = setTimeout(
    () => fail('timeout', message('unread.loading', { seconds: (LOADING_MS * patience) / 1000 })),
    LOADING_MS * patience,
  );
  const measure = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ external_memory: used }) =>
        used > BUFFERS_MB * MB && fail('memory', message('unread.buffers', { most: BUFFERS_MB })),
      () => undefined, // The thread has just ended, which says more.
    );
  }, MEASURE_MS);
  const onMessage = (sent: IntakeMessage): void => {
    if (sent.state === 'done') resolve(sent.value);
    else if (sent.state === 'refused') reject(new IntakeError(sent.code, sent.told, { cause: sent.detail }));
    else {
      clearTimeout(timer);
      timer = setTimeout(
        () => fail('timeout', message('unread.reading', { seconds: patient / 1000 })),
        patient,
      );
    }
  };
  const onError = (error: Error & { code?: string }): void => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      fail('memory', message('unread.memory', { most: HEAP_MB }));
    else fail('crash', message('unread.fault-told', { fault: error.message }));
  };
  const onExit = (): void => fail('crash', message('unread.fault'));
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  worker.ref();
  try {
    // Transfers a copy, so that a retry still has the bytes. A Buffer's `slice` is not a copy: small Buffers share one
    // pool of memory, which cannot be transferred.
    const bytes = new Uint8Array(task.bytes);
    worker.postMessage({ ...task, bytes }, [bytes.buffer]);
    return await promise;
  } finally {
    clearTimeout(timer);
    clearInterval(measure);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    worker.unref();
  }
}
