import { expect, test } from 'vitest';
import { createWorkQueue } from '../../src/newsroom/work-queue.ts';

function spin(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

test('urgent tasks run before the others, and a failed task affects no other', async () => {
  const queue = createWorkQueue();
  const done: string[] = [];
  const later = ['a', 'b'].map((name) => queue.later(() => void done.push(name)));
  const failing = queue.urgent(() => Promise.reject(new Error('broken')));
  const urgent = queue.urgent(() => void done.push('urgent'));
  await expect(failing).rejects.toThrow('broken');
  await Promise.all([...later, urgent]);
  expect(done).toEqual(['a', 'urgent', 'b']);
});

test('F16 tasks yield to answers, but continue after a limited time', async () => {
  const queue = createWorkQueue();
  let pieces = 0;
  const all = Promise.all(
    Array.from({ length: 40 }, () =>
      queue.later(() => {
        spin(6);
        pieces += 1;
      }),
    ),
  );
  // An answer takes a few turns of the event loop.
  const before = pieces;
  await new Promise<void>((resolve) => {
    const step = (left: number): void => {
      spin(2);
      if (left === 0) resolve();
      else setImmediate(() => step(left - 1));
    };
    setImmediate(() => step(5));
  });
  expect(pieces - before).toBeLessThan(5);

  let asking = true;
  const ask = (): void => {
    spin(2);
    if (asking) setImmediate(ask);
  };
  ask();
  await all;
  asking = false;
  expect(pieces).toBe(40);
});

test('waiting tasks are dropped when the queue closes', async () => {
  const queue = createWorkQueue();
  let ran = false;
  const first = queue.later(() => queue.close());
  void queue.later(() => void (ran = true));
  await first;
  await new Promise((resolve) => setImmediate(resolve));
  expect(ran).toBe(false);
});
