import { message } from '../../../src/words/message.ts';
import { expect, test } from 'vitest';
import { type MakePlace } from '../stores.ts';
import { deskForEach } from './open-desk.ts';

/** What every store does with jobs. */
export function jobsContract(makePlace: MakePlace): void {
  const at = deskForEach(makePlace);

  const enqueue = (kind: string) =>
    at.desk.jobs.enqueue({ kind, payload: { text: `secret ${kind}` }, by: '7' });

  test('run in order with their progress, and have no payload afterwards', async () => {
    const id = await enqueue('first');
    at.clock = new Date(at.clock.getTime() + 1);
    await enqueue('second');
    const job = await at.store.jobs.claim();
    expect(job).toMatchObject({ guildId: '1', kind: 'first', tries: 1, payload: { text: 'secret first' } });
    expect(await at.store.jobs.claim()).toMatchObject({ kind: 'second' });
    expect(await at.store.jobs.claim()).toBeUndefined();
    expect(await at.store.jobs.beat(job!, { done: 3 })).toBe(true);
    expect(await at.desk.jobs.get(id)).toMatchObject({ state: 'running', progress: { done: 3 } });
    await at.store.jobs.finish(job!, { done: 5 });
    const ended = await at.desk.jobs.get(id);
    expect(ended).toMatchObject({ state: 'done', progress: { done: 5 } });
    expect(ended).not.toHaveProperty('payload');
    expect(await at.store.guild('2').jobs.get(id)).toBeUndefined();
    expect((await at.desk.jobs.list(10)).map(({ kind }) => kind)).toEqual(['second', 'first']);
  });

  test('of a silent worker go to another, and the first can no longer finish them', async () => {
    await enqueue('first');
    const lost = await at.store.jobs.claim();
    at.clock = new Date(at.clock.getTime() + 61_000);
    const taken = await at.store.jobs.claim();
    expect(taken).toMatchObject({ kind: 'first', tries: 2 });
    expect(await at.store.jobs.beat(lost!, {})).toBe(false);
    await at.store.jobs.fail(lost!, 'too late');
    expect(await at.desk.jobs.get(taken!.id)).toMatchObject({ state: 'running' });
  });

  test('F19 that crash the program repeatedly are put aside with the reason', async () => {
    const id = await enqueue('poison');
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await at.store.jobs.claim()).toMatchObject({ id });
      at.clock = new Date(at.clock.getTime() + 61_000);
    }
    expect(await at.store.jobs.claim()).toBeUndefined();
    expect(await at.desk.jobs.get(id)).toMatchObject({
      state: 'failed',
      problem: message('job.too-often', { times: 3 }),
    });
  });

  test('with an id are stored once, again after failure or deletion, and handed out by kind', async () => {
    const once = (n: number) =>
      at.desk.jobs.enqueueOnce({ id: 'edit:1', kind: 'edit', payload: { n }, by: 'bot' });
    await once(1);
    await once(2);
    expect(await at.store.jobs.claim(['order'])).toBeUndefined();
    const first = (await at.store.jobs.claim(['order', 'edit']))!;
    expect(first).toMatchObject({ id: 'edit:1', payload: { n: 1 } });
    await once(3);
    expect(await at.store.jobs.claim()).toBeUndefined();
    await at.store.jobs.fail(first, 'Discord is away.');
    await once(4);
    const second = (await at.store.jobs.claim())!;
    expect(second).toMatchObject({ payload: { n: 4 }, tries: 1 });
    expect(second).not.toHaveProperty('problem');
    await at.store.jobs.drop(first);
    expect(await at.desk.jobs.get('edit:1')).toMatchObject({ state: 'running' });
    await at.store.jobs.drop(second);
    expect(await at.desk.jobs.get('edit:1')).toBeUndefined();
  });

  test('returned in an orderly stop wait without counting a try', async () => {
    await enqueue('first');
    await at.store.jobs.release((await at.store.jobs.claim())!);
    expect(await at.store.jobs.claim()).toMatchObject({ tries: 1 });
  });

  test('are deleted only if they ended long ago', async () => {
    const [done, waiting] = [await enqueue('done'), await enqueue('waiting')];
    at.clock = new Date(at.clock.getTime() + 1);
    const job = await at.store.jobs.claim();
    await at.store.jobs.finish(job!, {});
    await at.store.housekeeping.dropJobsEndedBefore(at.clock);
    expect(await at.desk.jobs.list(10)).toHaveLength(2);
    await at.store.housekeeping.dropJobsEndedBefore(new Date(at.clock.getTime() + 1));
    expect((await at.desk.jobs.list(10)).map(({ id }) => id)).toEqual([
      [done, waiting].find((id) => id !== job!.id),
    ]);
  });
}
