import { afterAll } from 'vitest';
import { openReader } from '../../src/reader/open-reader.ts';
import type { Reader } from '../../src/reader/reader.ts';

/** Deadline for the reader in tests, where nobody waits. Milliseconds. */
const AN_HOUR = { begin: 60 * 60 * 1000, end: 60 * 60 * 1000 };

/** The real reader with the project's weights, closed after the file's tests. */
export async function openTestReader(): Promise<Reader> {
  const reader = openReader({
    mode: 'on',
    threads: 1,
    notice: () => {},
    patience: { embed: AN_HOUR, read: AN_HOUR, again: AN_HOUR },
  });
  afterAll(() => reader.close());
  await reader.opened;
  return reader;
}
