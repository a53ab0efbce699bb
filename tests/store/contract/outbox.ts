import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';

/** The outbox for a search engine, the same for every store. */
export function outboxContract(makePlace: MakePlace): void {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await makePlace();
    store = await place.open({ searchEngine: true });
  });
  afterEach(() => place.remove());

  const add = (id: string, guild = '1') =>
    store.guild(guild).add([{ draft: draft({ id, text: `The text of ${id}.` }) }], EDITOR);
  const settleAll = async (): Promise<void> => {
    for (let batch = await store.outbox.next(100); batch; batch = await store.outbox.next(100))
      await store.outbox.settle(batch);
  };

  test('each changed article is in the outbox once until it is settled', async () => {
    await add('a');
    await add('b');
    await store.guild('1').correct(draft({ id: 'a', text: 'Another text.' }), EDITOR);
    expect(await store.outbox.next(10)).toMatchObject({ guildId: '1', ids: ['a', 'b'] });
    await settleAll();
    expect(await store.outbox.size()).toEqual({ waiting: 0 });

    const changes: [string, () => Promise<unknown>][] = [
      ['correction', () => store.guild('1').correct(draft({ id: 'a', text: 'A third text.' }), EDITOR)],
      ['visibility', () => store.guild('1').setVisibility('a', { channels: ['3'] })],
      ['retraction', () => store.guild('1').retract('a', 'wrong', '7')],
      ['restoration', () => store.guild('1').restore(draft({ id: 'a', text: 'A third text.' }), EDITOR)],
    ];
    for (const [name, change] of changes) {
      await change();
      expect([name, (await store.outbox.next(10))?.ids]).toEqual([name, ['a']]);
      await settleAll();
    }
  });

  test('changes during a batch stay in the outbox after it', async () => {
    await add('a');
    const batch = await store.outbox.next(10);
    await store.guild('1').retract('a', 'wrong', '7');
    await store.outbox.settle(batch!);
    expect(await store.outbox.next(10)).toMatchObject({ ids: ['a'] });
  });

  test('a rolled back change leaves nothing in the outbox', async () => {
    await expect(
      store.guild('1').add([{ draft: draft() }, { draft: draft({ id: 'Not a slug' }) }], EDITOR),
    ).rejects.toThrow('pattern');
    expect(await store.outbox.size()).toEqual({ waiting: 0 });
  });

  test('a purged server is one entry, before anything added to it again', async () => {
    await add('a');
    await store.memberships.left('app', '1');
    await store.memberships.letGo('app', '1');
    await add('b');
    expect(await store.outbox.next(10)).toEqual({ guildId: '1', ids: [], change: 0 });
    await store.outbox.settle({ guildId: '1', ids: [], change: 0 });
    expect(await store.outbox.next(10)).toMatchObject({ guildId: '1', ids: ['b'] });
  });

  test('a batch has articles of one server', async () => {
    await add('a', '1');
    await add('b', '2');
    const first = await store.outbox.next(10);
    await store.outbox.settle(first!);
    const second = await store.outbox.next(10);
    expect([first, second].map((batch) => [batch?.guildId, batch?.ids])).toEqual([
      ['1', ['a']],
      ['2', ['b']],
    ]);
  });

  test('without a search engine the outbox stays empty', async () => {
    await store.close();
    store = await place.open();
    await add('a');
    await store.guild('1').retract('a', 'wrong', '7');
    await store.memberships.left('app', '1');
    await store.memberships.letGo('app', '1');
    expect(await store.outbox.size()).toEqual({ waiting: 0 });
  });
}
