import { expect, test } from 'vitest';
import { floodGate } from '../../src/discord/flood.ts';
import { takeTurns } from '../../src/discord/turns.ts';

test('T22 servers take turns: one question does not wait for all of a busy server', async () => {
  const turns = takeTurns();
  const order: string[] = [];
  const work = (server: string) => turns(server, () => Promise.resolve(void order.push(server)));
  await Promise.all([...Array.from({ length: 100 }, () => work('busy')), work('quiet'), work('third')]);
  expect(order.indexOf('quiet')).toBeLessThan(5);
  expect(order.indexOf('third')).toBeLessThan(5);
  expect(order).toHaveLength(102);
});

test('work that waits for something does not hold up other servers, and failures reach who asked', async () => {
  const turns = takeTurns();
  const { promise, resolve } = Promise.withResolvers<string>();
  const stuck = Array.from({ length: 20 }, () => turns('stuck', () => promise));
  await expect(turns('other', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  resolve('done');
  expect(await Promise.all(stuck)).toEqual(Array.from({ length: 20 }, () => 'done'));
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
