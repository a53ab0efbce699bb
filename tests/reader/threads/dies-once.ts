import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/** A reader's thread that dies during its first task and, when restarted, finds nothing in windows. */
const { models } = workerData as { models: string };
const died = join(models, 'died');
const say = (message: unknown): void => parentPort?.postMessage(message, []);

say({ state: 'ready' });
parentPort?.on('message', () => {
  if (existsSync(died)) return say({ state: 'done', result: [] });
  writeFileSync(died, '');
  throw new Error('dies over its first task');
});
