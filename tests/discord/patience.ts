import { vi } from 'vitest';

/** How long a test waits for an expected event, even on busy machines. Milliseconds. */
export const PATIENCE = 60_000;

/** Waits until `find` returns something, and returns it. */
export const eventually = <T>(find: () => T): Promise<Awaited<NonNullable<Exclude<T, false>>>> =>
  vi.waitUntil(find, { timeout: PATIENCE, interval: 10 }) as Promise<Awaited<NonNullable<Exclude<T, false>>>>;
