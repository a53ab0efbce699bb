import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import { restoreStore } from '../../../src/store/safety/restore.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';

/** Vectors of sentences, the same for every store. */
export function vectorsContract(makePlace: MakePlace): void {
  let place: Place;
  let store: Store;
  const made = {
    madeOf: 'an encoder and two sentences',
    vectors: Uint8Array.from({ length: 768 }, (_, n) => n % 256),
  };
  const found = { madeOf: made.madeOf, vectors: expect.objectContaining({ length: 768 }) as Uint8Array };
  const kept = (guild = '1') => store.guild(guild).vectors.get('council-vote');

  beforeEach(async () => {
    place = await makePlace();
    store = await place.open();
    await store.guild('1').add([{ draft: draft() }], EDITOR);
    await store.guild('1').vectors.put('council-vote', 1, made);
  });
  afterEach(() => place.remove());

  test('vectors are read back unchanged, even after a restart, and only by their own guild', async () => {
    await store.close();
    store = await place.open();
    expect(Uint8Array.from((await kept())?.vectors ?? [])).toEqual(made.vectors);
    expect(await kept('2')).toBeUndefined();
  });

  test('storing vectors again replaces the old ones', async () => {
    await store
      .guild('1')
      .vectors.put('council-vote', 1, { madeOf: 'another', vectors: Uint8Array.of(1, 255) });
    expect(await kept()).toMatchObject({ madeOf: 'another' });
    expect(Uint8Array.from((await kept())?.vectors ?? [])).toEqual(Uint8Array.of(1, 255));
  });

  test('a correction deletes the vectors, and those of the old revision are no longer stored', async () => {
    await store.guild('1').correct(draft({ text: 'It did not vote.' }), EDITOR);
    expect(await kept()).toBeUndefined();
    await store.guild('1').vectors.put('council-vote', 1, made);
    expect(await kept()).toBeUndefined();
    await store.guild('1').vectors.put('council-vote', 2, made);
    expect(await kept()).toEqual(found);
  });

  test('T27 a retraction deletes the vectors, and neither a restore nor a late put brings them back', async () => {
    const backup = path.join(place.dataDir, 'backup.sqlite');
    await store.backup(backup);
    await store.guild('1').retract('council-vote', 'Wrong.', '9');
    expect(await kept()).toBeUndefined();
    await store.guild('1').vectors.put('council-vote', 1, made);
    expect(await kept()).toBeUndefined();
    await store.close();
    await restoreStore(place, backup);
    store = await place.open();
    expect(await store.guild('1').article('council-vote')).toMatchObject({ state: 'retracted' });
    expect(await kept()).toBeUndefined();
  });

  test('a backup contains the vectors', async () => {
    const backup = path.join(place.dataDir, 'backup.sqlite');
    await store.backup(backup);
    await store.close();
    await restoreStore(place, backup);
    store = await place.open();
    expect(Uint8Array.from((await kept())?.vectors ?? [])).toEqual(made.vectors);
  });

  test('F21 purging a guild deletes its vectors', async () => {
    await store.memberships.left('app', '1');
    await store.memberships.letGo('app', '1');
    expect(await kept()).toBeUndefined();
  });
}
