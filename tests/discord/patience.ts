import { vi } from 'vitest';

/** How long a test waits for what must happen; machines that run tests may be busy. Milliseconds. */
export const PATIENCE = 60_000;

/** Waits until something is there, or holds, and answers it. */
export const eventually = <T>(find: () => T): Promise<Awaited<NonNullable<Exclude<T, false>>>> =>
  vi.waitUntil(find, { timeout: PATIENCE, interval: 10 }) as Promise<Awaited<NonNullable<Exclude<T, false>>>>;
