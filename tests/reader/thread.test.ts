import { expect, test } from 'vitest';
import { startThread } from '../../src/reader/thread.ts';

test('a task that hangs has no result, and its thread is restarted later', async () => {
  const ready = Promise.withResolvers<void>();
  const waits: number[] = [];
  const thread = startThread({
    setup: { models: '', threads: 1 },
    script: new URL('threads/hangs.ts', import.meta.url),
    onReady: ready.resolve,
    onUnusable: ready.reject,
    onDead: (_cause, wait) => waits.push(wait),
    onFailed: () => undefined,
    hangsAfter: 50,
  });
  await ready.promise;
  await expect(thread.run({ kind: 'embed', texts: ['who'], role: 'question' })).resolves.toBeUndefined();
  expect(waits).toEqual([1000]);
  await thread.close();
});
