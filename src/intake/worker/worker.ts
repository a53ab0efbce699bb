import { parentPort } from 'node:worker_threads';
import { loadReader } from '../extract.ts';
import { IntakeError } from '../intake-error.ts';
import type { IntakeMessage, IntakeTask } from './task.ts';

/** Reads one file, page or feed at a time; the pool ends this thread when it exceeds its time or memory limit. */
parentPort?.on('message', (task: IntakeTask) => {
  void read(task).then(say);
});

function say(message: IntakeMessage): void {
  parentPort?.postMessage(message, []);
}

async function read({ kind, bytes, hint, subject }: IntakeTask): Promise<IntakeMessage> {
  try {
    const reader = kind === 'feed' ? (await import('../feed/read-feed.ts')).readFeed : await loadReader(kind);
    say({ state: 'reading' });
    return { state: 'done', value: await reader(bytes, hint, subject) };
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    const { code, told, cause } = error;
    return {
      state: 'refused',
      code,
      told,
      ...(cause instanceof Error && { detail: cause.stack ?? cause.message }),
    };
  }
}
