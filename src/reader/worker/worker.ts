import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { message } from '../../words/message.ts';
import { ModelError } from '../model-files.ts';
import { openInference, type Inference } from './inference.ts';
import { loadRuntime } from './network.ts';
import type { ReaderMessage, Result, Setup, ReaderTask } from './task.ts';

/** Answering has priority over reading: this thread's nice value is higher than the program's by this much (at most 19). */
const NICER = 5;
// On Linux each thread has its own priority, which the network's threads inherit. Raising the nice value needs no privilege.
if (process.platform === 'linux') setPriority(0, Math.min(19, getPriority(0) + NICER));

/** The reader's thread: loads the weights, then runs tasks one by one. */
const opened = open(workerData as Setup);
opened.then(
  () => say({ state: 'ready' }),
  (error: unknown) => say(unusable(error)),
);
parentPort?.on('message', (task: ReaderTask) => void perform(task).then(say));

function say(told: ReaderMessage): void {
  parentPort?.postMessage(told, []);
}

async function open({ models, threads, stopping }: Setup): Promise<Inference> {
  const runtime = await loadRuntime(threads).catch((error: unknown) => {
    const { platform, arch } = process;
    throw new ModelError(message('reader.no-library', { platform, processor: arch }), { cause: error });
  });
  return openInference(runtime, models, () => Atomics.load(stopping, 0) !== 0);
}

async function perform(task: ReaderTask): Promise<ReaderMessage> {
  try {
    return { state: 'done', result: await resultOf(task, await opened) };
  } catch (error) {
    return { state: 'failed', cause: causeOf(error) };
  }
}

const resultOf = (task: ReaderTask, inference: Inference): Promise<Result> =>
  task.kind === 'read' ? inference.read(task.question, task.windows) : inference.embed(task.texts, task.role);

function unusable(error: unknown): ReaderMessage {
  const reason = error instanceof ModelError ? error.told : message('reader.no-weights');
  return { state: 'unusable', reason, cause: causeOf(error instanceof ModelError ? error.cause : error) };
}

const causeOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
