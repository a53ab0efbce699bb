import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers';
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import type { IntakeMessage, IntakeTask } from '../../../src/intake/worker/task.ts';

/** Replaces the reading thread and fails in the way that its text says. */
parentPort?.on('message', (task: IntakeTask) => {
  const [fault = '', argument = ''] = new TextDecoder().decode(task.bytes).split(' ');
  say({ state: 'reading' });
  void FAULTS[fault]?.(argument);
});

const say = (message: IntakeMessage): void => parentPort?.postMessage(message, []);
const done = (): void => say({ state: 'done', value: { id: 'done', headline: 'Done', text: 'Done.' } });

const FAULTS: Readonly<Record<string, (argument: string) => unknown>> = {
  hang: () => {
    for (;;);
  },
  wait: async (milliseconds) => {
    await delay(Number(milliseconds));
    done();
  },
  'throw-late': (milliseconds) => {
    done();
    setTimeout(() => {
      throw new Error('a late fault');
    }, Number(milliseconds));
  },
  silence: () => undefined,
  exit: () => process.exit(3),
  throw: () => {
    throw new Error('a fault');
  },
  // In few steps, because on a busy machine a slow increase would hit the time limit instead.
  heap: () => {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 1_000_000 }, () => 0.5));
  },
  buffers: async () => {
    const kept = new Uint8Array(200_000_000);
    await delay(60_000);
    return kept;
  },
  recursion: () => {
    const down = (depth: number): number => 1 + down(depth + 1);
    down(0);
  },
  'exit-once': (marker) => {
    if (existsSync(marker)) done();
    else {
      writeFileSync(marker, '');
      process.exit(1);
    }
  },
  'mark-exit': (marks) => {
    appendFileSync(marks, 'x');
    process.exit(1);
  },
  environment: () =>
    say({ state: 'refused', code: 'damaged', told: JSON.stringify(Object.keys(process.env)) }),
};
