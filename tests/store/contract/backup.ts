import * as fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import { restoreStore } from '../../../src/store/safety/restore.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';

/** Backup, restore and check, the same for both stores; a backup of one can be restored into the other. */
export function backupContract(makePlace: MakePlace): void {
  let place: Place;
  let store: Store;
  let file: string;
  beforeEach(async () => {
    place = await makePlace();
    store = await place.open();
    file = path.join(place.dataDir, 'backup.sqlite');
  });
  afterEach(() => place.remove());

  const add = (id: string, text: string) => store.guild('1').add([{ draft: draft({ id, text }) }], EDITOR);
  const restore = async () => {
    await store.close();
    const restoration = await restoreStore(place, file);
    store = await place.open();
    return restoration;
  };

  test('a backup made in use brings everything back', async () => {
    await add('a', 'One.');
    await store.guild('1').correct(draft({ id: 'a', text: 'Two.' }), EDITOR);
    await store.guild('2').add([{ draft: draft() }], EDITOR);
    await store.guild('1').settings.set({ deskChannel: '5' });
    await store.guild('1').gaps.record({ question: 'Who?', unknown: [], nearest: [], userId: '1' });
    const before = [
      await store.guild('1').articles(),
      await store.guild('2').articles(),
      await store.guild('1').gaps.list(9),
    ];
    const adding = add('later', 'Later.');
    await store.backup(file);
    await adding;
    await add('later-still', 'Later still.');
    expect(await restore()).toMatchObject({ damaged: [], problems: [], retractions: 0 });
    const after = [
      await store.guild('1').articles(),
      await store.guild('2').articles(),
      await store.guild('1').gaps.list(9),
    ];
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(await store.guild('1').article('a')).toMatchObject({
      stored: { article: { revision: 2, text: 'Two.' } },
    });
    expect(await store.guild('1').revision('a', 1)).toMatchObject({ stored: { article: { text: 'One.' } } });
    expect(await store.guild('1').article('later-still')).toEqual({ state: 'unknown' });
    expect((await store.guild('1').settings.get()).deskChannel).toBe('5');
    expect(await add('next', 'Next.')).toMatchObject([{ outcome: 'added' }]);
  });

  test('what was retracted after the backup stays retracted', async () => {
    await add('a', 'One.');
    await add('b', 'Bee.');
    await store.backup(file);
    await store.guild('1').correct(draft({ id: 'a', text: 'Two.' }), EDITOR);
    await store.guild('1').retract('a', 'Wrong.', '9');
    await add('new', 'New.');
    await store.guild('1').retract('new', 'Wrong too.', '9');
    const tombstones = await store.guild('1').tombstones();
    expect(await restore()).toMatchObject({ articles: 1, retractions: 2 });
    expect(await store.guild('1').tombstones()).toEqual(tombstones);
    expect(await store.guild('1').revision('a', 1)).toMatchObject({ state: 'retracted' });
    expect(await store.guild('1').revision('a', 2)).toMatchObject({ state: 'retracted' });
    expect(await store.guild('1').article('b')).toMatchObject({ state: 'live' });
    expect(await add('again', 'One.')).toMatchObject([{ outcome: 'retracted' }]);
    expect((await store.verify()).problems).toEqual([]);
  });

  test('a retracted text does not come back through an article that was brought back with another', async () => {
    await add('a', 'One.');
    await add('b', 'Bee.');
    await store.guild('1').correct(draft({ id: 'b', text: 'Bee, corrected.' }), EDITOR);
    await store.backup(file);
    for (const id of ['a', 'b']) await store.guild('1').retract(id, 'Wrong.', '9');
    await store.guild('1').restore(draft({ id: 'a', text: 'Three.' }), EDITOR);
    await store.guild('1').restore(draft({ id: 'b', text: 'Bee, corrected.' }), EDITOR);
    await restore();
    expect(await store.guild('1').article('a')).toMatchObject({
      state: 'retracted',
      tombstone: { reason: 'Wrong.' },
    });
    expect(await store.guild('1').revision('b', 1)).toMatchObject({ state: 'retracted' });
    expect(await store.guild('1').article('b')).toMatchObject({ state: 'live' });
    expect((await store.verify()).problems).toEqual([]);
  });

  test('a backup is one whole file for its owner, and never overwrites another', async () => {
    await add('a', 'One.');
    await store.backup(file);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    const names = fs
      .readdirSync(place.dataDir)
      .filter((name) => name.startsWith('backup') || name.startsWith('.'));
    expect(names).toEqual(['backup.sqlite']);
    await expect(store.backup(file)).rejects.toThrow(/exists already: give the backup another name/u);
    await expect(store.backup(path.join(place.dataDir, 'nowhere', 'b'))).rejects.toThrow(
      /cannot be written: check that the folder exists/u,
    );
  });

  test('F22 what is no backup, or a newer one, is refused and the store stays as it is', async () => {
    await add('a', 'One.');
    await store.backup(file);
    const newer = new DatabaseSync(file);
    newer.exec(`INSERT INTO migration VALUES (99, 'from the future')`);
    newer.close();
    await store.close();
    await expect(restoreStore(place, file)).rejects.toMatchObject({ fault: 'newer' });
    fs.writeFileSync(file, 'no database at all, but long enough to look at '.repeat(200));
    await expect(restoreStore(place, file)).rejects.toThrow(/is not a backup that Pullquote can read/u);
    await expect(restoreStore(place, `${file}.missing`)).rejects.toThrow(/There is no backup/u);
    store = await place.open();
    expect(await store.guild('1').article('a')).toMatchObject({ state: 'live' });
    expect(fs.readdirSync(place.dataDir).filter((name) => name.startsWith('.restoring'))).toEqual([]);
  });

  test('the check counts every text and finds nothing wrong', async () => {
    await add('a', 'One.');
    await store.guild('1').correct(draft({ id: 'a', text: 'Two.' }), EDITOR);
    await add('b', 'Bee.');
    await store.guild('1').retract('b', 'Wrong.', '9');
    expect(await store.verify()).toEqual({ articles: 1, revisions: 2, damaged: [], problems: [] });
  });
}
