import { expect, test } from 'vitest';
import { floodGate } from '../../src/discord/flood.ts';
import { agesOf } from '../../src/discord/ages.ts';
import { BusyError } from '../../src/discord/busy.ts';
import { createAnswerQueue, type QueueLimits } from '../../src/discord/queue.ts';

/** A queue with a clock that the test advances. */
function queueWith(limits: Partial<QueueLimits> = {}) {
  const time = { at: 0, now: () => time.at };
  let givenUp = 0;
  const onGivenUp = (): void => void (givenUp += 1);
  const inTurn = createAnswerQueue({ atOnce: 8, waiting: 500, patience: 1000, ...limits }, time, onGivenUp);
  return { time, inTurn, givenUp: () => givenUp };
}

test('T22 servers take turns, so a question does not wait for all of a busy server', async () => {
  const { inTurn } = queueWith();
  const order: string[] = [];
  const work = (server: string) => inTurn(server, () => Promise.resolve(void order.push(server)));
  await Promise.all([...Array.from({ length: 100 }, () => work('busy')), work('quiet'), work('third')]);
  expect(order.indexOf('quiet')).toBeLessThan(5);
  expect(order.indexOf('third')).toBeLessThan(5);
  expect(order).toHaveLength(102);
});

test('waiting work does not hold up other servers, and failures reach the asker', async () => {
  const { inTurn } = queueWith();
  const { promise, resolve } = Promise.withResolvers<string>();
  const stuck = Array.from({ length: 20 }, () => inTurn('stuck', () => promise));
  await expect(inTurn('other', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  resolve('done');
  expect(await Promise.all(stuck)).toEqual(Array.from({ length: 20 }, () => 'done'));
});

test('the newest waiting work runs first', async () => {
  const { inTurn } = queueWith();
  const order: number[] = [];
  await Promise.all([1, 2, 3].map((n) => inTurn('server', () => Promise.resolve(void order.push(n)))));
  expect(order).toEqual([3, 2, 1]);
});

test('work that waited too long is given up, even while all running work is stuck', async () => {
  const { time, inTurn } = queueWith({ atOnce: 1, patience: 20 });
  const { promise, resolve } = Promise.withResolvers<void>();
  const running = inTurn('server', () => promise);
  await new Promise(setImmediate);
  let begun = false;
  const late = inTurn('server', () => Promise.resolve(void (begun = true)));
  time.at = 20;
  await expect(late).rejects.toBeInstanceOf(BusyError);
  const fresh = inTurn('server', () => Promise.resolve('in time'));
  resolve();
  await running;
  expect(await fresh).toBe('in time');
  expect(begun).toBe(false);
});

test('when too much waits, the oldest work of the busiest server is given up, and that is told', async () => {
  const { inTurn, givenUp } = queueWith({ waiting: 3 });
  const outcomes = await Promise.allSettled(
    ['a 1', 'b 1', 'b 2', 'b 3', 'b 4'].map((name) => inTurn(name.slice(0, 1), () => Promise.resolve(name))),
  );
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(givenUp()).toBe(2);
});

test('T22 an allowance is used up, and comes back with time', () => {
  let now = 0;
  const wait = floodGate({ burst: 2, perSecond: 0.5 }, () => now);
  expect([wait('a'), wait('a'), wait('a'), wait('b')]).toEqual([0, 0, 2000, 0]);
  now = 1000;
  expect(wait('a')).toBe(1000);
  now = 2000;
  expect([wait('a'), wait('a')]).toEqual([0, 2000]);
  now = 100_000;
  expect([wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 2000]);
});

test('only as much waits as can be done in time, and the rest is given up at once', async () => {
  const { time, inTurn } = queueWith({ atOnce: 2, patience: 1000 });
  const slowly = () =>
    inTurn('server', async () => {
      await Promise.resolve();
      time.at += 100;
      return 'done';
    });
  await Promise.all(Array.from({ length: 8 }, slowly));
  const asked = time.at;
  const refusedAt: number[] = [];
  const refuse = () => void refusedAt.push(time.at);
  await Promise.all(Array.from({ length: 40 }, () => slowly().catch(refuse)));
  expect(refusedAt.filter((at) => at === asked).length).toBeGreaterThanOrEqual(29);
  expect(refusedAt.length).toBeLessThan(35);
});

test('work that is already old on arrival is given up sooner', async () => {
  const { time, inTurn } = queueWith({ atOnce: 1 });
  const { promise, resolve } = Promise.withResolvers<void>();
  const running = inTurn('server', () => promise);
  await new Promise(setImmediate);
  const [old, fresh] = [
    inTurn('server', () => Promise.resolve('old'), 1900),
    inTurn('server', () => Promise.resolve('fresh')),
  ];
  time.at = 200;
  resolve();
  await running;
  await expect(old).rejects.toBeInstanceOf(BusyError);
  expect(await fresh).toBe('fresh');
});

test('the age of an interaction is computed from its id, whatever Discord’s clock shows', () => {
  let now = 5000;
  const ages = agesOf(() => now);
  const idAt = (time: number): string => String((BigInt(time) << 22n) | 7n);
  expect(ages.of(idAt(1_000_000))).toBe(0);
  now = 6000;
  expect([ages.of(idAt(1_001_000)), ages.of(idAt(1_000_200))]).toEqual([0, 800]);
  expect(ages.of(idAt(1_001_300))).toBe(0);
  expect(ages.of(idAt(1_000_200))).toBe(1100);
  now = 2_000_000;
  expect(ages.of(idAt(2_994_900))).toBe(400);
  now = 2_700_000;
  expect(ages.of(idAt(3_694_800))).toBe(100);
});
