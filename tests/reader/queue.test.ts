import { expect, test, vi } from 'vitest';
import { createReaderQueue } from '../../src/reader/queue.ts';

/** Patience until a job begins; its result may take any time. */
const within = (begin: number) => ({ begin, end: 1_000_000 });

/** A queue whose jobs end when the test says so. */
function manual() {
  const begun: string[] = [];
  const ends: ((result: string) => void)[] = [];
  let overdue = 0;
  const queue = createReaderQueue<string, string>({
    run: (job) => {
      begun.push(job);
      return new Promise((resolve) => ends.push(resolve));
    },
    size: (job) => job.length,
    onOverdue: () => (overdue += 1),
  });
  const end = async (): Promise<void> => {
    ends.shift()?.('done');
    await vi.advanceTimersByTimeAsync(0);
  };
  return { queue, begun, end, overdue: () => overdue };
}

test('the shortest question goes first, and sentences go when no question waits', async () => {
  vi.useFakeTimers();
  const { queue, begun, end } = manual();
  queue.open(true);
  for (const job of ['s1', 's2']) void queue.later(job);
  for (const job of ['long', 'q']) void queue.urgent(job, within(1000));
  for (let job = 0; job < 4; job++) await end();
  expect(begun).toEqual(['s1', 'q', 'long', 's2']);
  vi.useRealTimers();
});

test('a question that cannot begin in time is given up, but one that has begun is not', async () => {
  vi.useFakeTimers();
  const { queue, end, overdue } = manual();
  queue.open(true);
  const first = queue.urgent('q1', within(700));
  const second = queue.urgent('q2', within(700));
  await vi.advanceTimersByTimeAsync(701);
  await expect(second).resolves.toBeUndefined();
  await end();
  await expect(first).resolves.toBe('done');
  expect(overdue()).toBe(1);
  vi.useRealTimers();
});

test('a question whose reading does not end in time is given up, and one that would not is not begun', async () => {
  vi.useFakeTimers();
  const { queue, begun, end, overdue } = manual();
  queue.open(true);
  const slow = queue.urgent('q1', { begin: 400, end: 1500 });
  await vi.advanceTimersByTimeAsync(1501);
  await expect(slow).resolves.toBeUndefined();
  // What is late is expected to take as long again.
  await expect(queue.urgent('q2', { begin: 400, end: 1500 })).resolves.toBeUndefined();
  await vi.advanceTimersByTimeAsync(499);
  await end();
  // It took two seconds for two characters: one takes one, four take four.
  await expect(queue.urgent('long', { begin: 400, end: 1500 })).resolves.toBeUndefined();
  const short = queue.urgent('q', { begin: 400, end: 1500 });
  await end();
  await expect(short).resolves.toBe('done');
  expect([begun, overdue()]).toEqual([['q1', 'q'], 3]);
  vi.useRealTimers();
});

test('nothing begins while the queue is closed, and dropping resolves waiting jobs', async () => {
  const { queue, begun } = manual();
  const waiting = [queue.urgent('q', within(10_000)), queue.later('s')];
  expect(begun).toEqual([]);
  queue.drop();
  await expect(Promise.all(waiting)).resolves.toEqual([undefined, undefined]);
});

test('a job that fails has no result, and the next one goes', async () => {
  const queue = createReaderQueue<string, string>({
    run: async (job) => {
      if (job === 'bad') throw new Error('fails');
      return job;
    },
    size: () => 1,
    onOverdue: () => undefined,
  });
  queue.open(true);
  await expect(Promise.all([queue.later('bad'), queue.later('good')])).resolves.toEqual([undefined, 'good']);
});

test('a question whose turn would come too late is given up on arrival', async () => {
  vi.useFakeTimers();
  const { queue, begun, end, overdue } = manual();
  queue.open(true);
  void queue.urgent('q0', within(700));
  await vi.advanceTimersByTimeAsync(200);
  await end();
  // A job takes 200 milliseconds, so after the running one three more begin within 700.
  const asked = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((job) => queue.urgent(job, within(700)));
  await expect(Promise.all(asked.slice(4))).resolves.toEqual([undefined, undefined]);
  expect(overdue()).toBe(2);
  for (let job = 0; job < 4; job++) {
    await vi.advanceTimersByTimeAsync(200);
    await end();
  }
  expect(begun).toEqual(['q0', 'q1', 'q2', 'q3', 'q4']);
  const next = queue.urgent('q7', within(700));
  await end();
  await expect(next).resolves.toBe('done');
  vi.useRealTimers();
});

test('jobs that take longer count for more', async () => {
  vi.useFakeTimers();
  const { queue, end } = manual();
  queue.open(true);
  void queue.urgent('1', within(700));
  await vi.advanceTimersByTimeAsync(100);
  await end();
  void queue.urgent('12345678', within(700));
  // A job of eight units takes 800 milliseconds.
  await expect(queue.urgent('1', within(700))).resolves.toBeUndefined();
  queue.drop();
  vi.useRealTimers();
});

test('a question hears that its job begins, unless it is refused or given up before', async () => {
  vi.useFakeTimers();
  const { queue, end } = manual();
  const heard: string[] = [];
  const ask = (job: string) =>
    queue.urgent(job, { begin: 400, end: 1500 }, () => heard.push(job)).catch(() => undefined);
  queue.open(true);
  void ask('q1');
  void ask('given up');
  await vi.advanceTimersByTimeAsync(800);
  expect(heard).toEqual(['q1']);
  await end();
  void ask('q2');
  void ask('refused, since it would take far too long');
  expect(heard).toEqual(['q1', 'q2']);
  await end();
  vi.useRealTimers();
});
