import { afterEach, expect, test, vi } from 'vitest';
import { schedule } from '../../src/newsroom/schedule.ts';

const ignore = (): void => undefined;
const quietLog = { debug: ignore, info: ignore, warn: ignore, error: ignore };

afterEach(() => vi.useRealTimers());

test('a task that fails is logged and runs again at its next time', async () => {
  vi.useFakeTimers();
  const warn = vi.fn<(fields: object, message: string) => void>();
  let runs = 0;
  const run = async (): Promise<void> => {
    runs += 1;
    throw new Error('the store is away');
  };
  const stop = schedule([{ every: 1000, run, failure: 'could not sweep', atStart: true }], {
    ...quietLog,
    warn,
  });
  await vi.advanceTimersByTimeAsync(2500);
  await stop();
  expect(runs).toBe(3);
  expect(warn).toHaveBeenCalledTimes(3);
  expect(warn).toHaveBeenLastCalledWith({ cause: expect.anything() as unknown }, 'could not sweep');
});

test('a task does not start again while it is running, and stopping waits for it', async () => {
  vi.useFakeTimers();
  const gate = Promise.withResolvers<void>();
  let runs = 0;
  const run = (): Promise<void> => {
    runs += 1;
    return gate.promise;
  };
  const stop = schedule([{ every: 1000, run, failure: 'could not run' }], quietLog);
  await vi.advanceTimersByTimeAsync(5500);
  expect(runs).toBe(1);
  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).toBe(false);
  gate.resolve();
  await stopping;
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs).toBe(1);
});
