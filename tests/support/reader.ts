import { afterAll } from 'vitest';
import { openReader } from '../../src/reader/open-reader.ts';
import type { Reader } from '../../src/reader/reader.ts';

/** Nobody waits for a test. Milliseconds. */
const AN_HOUR = 60 * 60 * 1000;

/** The real reader with the project's weights, closed when the file's tests are over. */
export async function openTestReader(): Promise<Reader> {
  const reader = openReader({ mode: 'on', threads: 1, notice: () => {}, patience: AN_HOUR });
  afterAll(() => reader.close());
  await reader.opened;
  return reader;
}
