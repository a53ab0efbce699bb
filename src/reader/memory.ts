import { totalmem } from 'node:os';
import { type CatalogueMessage, message } from '../words/message.ts';

/** Memory that the whole program needs with the reader: 200 MB for it, the rest for the index and intake. Bytes. */
const NEEDED = 1_000_000_000;

/** Memory that the process may use: the container's limit, or else the machine's memory. Bytes. */
export function memoryOfProcess(): number {
  const limit = process.constrainedMemory();
  // 0, or more than the machine has, means no limit.
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Most memory that both networks and their thread use; `npm run reader -- time` prints it. Bytes. */
const TAKEN = 200_000_000;

/** Memory that the reader uses; 0 when it will not run. Bytes. */
export const readerMemory = (mode: 'auto' | 'on' | 'off', memory = memoryOfProcess()): number =>
  mode === 'off' || (mode === 'auto' && enoughMemory(memory) !== undefined) ? 0 : TAKEN;

/** Undefined when there is enough memory for the reader; otherwise it says what is missing. */
export function enoughMemory(memory = memoryOfProcess()): CatalogueMessage | undefined {
  if (memory >= NEEDED) return undefined;
  return message('reader.memory', { megabytes: String(Math.floor(memory / 1_000_000)) });
}
