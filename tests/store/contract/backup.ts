import * as fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { restoreStore } from '../../../src/store/safety/restore.ts';
import { draft, EDITOR, type MakePlace } from '../stores.ts';
import { useBackupPlace } from './backup-place.ts';

/** Backups and restores that succeed, the same for both stores; a backup of one can be restored into the other. */
export function backupContract(makePlace: MakePlace): void {
  const here = useBackupPlace(makePlace);
  const { add, restore, left } = here;

  test('a backup that is made while the store is in use restores everything', async () => {
    await add('a', 'One.');
    await here.store.guild('1').correct(draft({ id: 'a', text: 'Two.' }), EDITOR);
    await here.store.guild('2').add([{ draft: draft() }], EDITOR);
    await here.store.guild('1').settings.set({ deskChannel: '5' });
    await here.store.guild('1').gaps.record({ question: 'Who?', unknown: [], nearest: [], userId: '1' });
    const before = [
      await here.store.guild('1').articles(),
      await here.store.guild('2').articles(),
      await here.store.guild('1').gaps.list(9),
    ];
    const adding = add('later', 'Later.');
    await here.store.backup(here.file);
    await adding;
    await add('later-still', 'Later still.');
    expect(await restore()).toMatchObject({ damaged: [], problems: [], retractions: 0 });
    const after = [
      await here.store.guild('1').articles(),
      await here.store.guild('2').articles(),
      await here.store.guild('1').gaps.list(9),
    ];
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(await here.store.guild('1').article('a')).toMatchObject({
      stored: { article: { revision: 2, text: 'Two.' } },
    });
    expect(await here.store.guild('1').revision('a', 1)).toMatchObject({
      stored: { article: { text: 'One.' } },
    });
    expect(await here.store.guild('1').article('later-still')).toEqual({ state: 'unknown' });
    expect((await here.store.guild('1').settings.get()).deskChannel).toBe('5');
    expect(await add('next', 'Next.')).toMatchObject([{ outcome: 'added' }]);
  });

  test('an article that was retracted after the backup stays retracted', async () => {
    await add('a', 'One.');
    await add('b', 'Bee.');
    await here.store.backup(here.file);
    await here.store.guild('1').correct(draft({ id: 'a', text: 'Two.' }), EDITOR);
    await here.store.guild('1').retract('a', 'Wrong.', '9');
    await add('new', 'New.');
    await here.store.guild('1').retract('new', 'Wrong too.', '9');
    const tombstones = await here.store.guild('1').tombstones();
    expect(await restore()).toMatchObject({ articles: 1, retractions: 2 });
    expect(await here.store.guild('1').tombstones()).toEqual(tombstones);
    expect(await here.store.guild('1').revision('a', 1)).toMatchObject({ state: 'retracted' });
    expect(await here.store.guild('1').revision('a', 2)).toMatchObject({ state: 'retracted' });
    expect(await here.store.guild('1').article('b')).toMatchObject({ state: 'live' });
    expect(await add('again', 'One.')).toMatchObject([{ outcome: 'retracted' }]);
    expect((await here.store.verify()).problems).toEqual([]);
  });

  test('a retracted text does not return when its article was restored with another text', async () => {
    await add('a', 'One.');
    await add('b', 'Bee.');
    await here.store.guild('1').correct(draft({ id: 'b', text: 'Bee, corrected.' }), EDITOR);
    await here.store.backup(here.file);
    for (const id of ['a', 'b']) await here.store.guild('1').retract(id, 'Wrong.', '9');
    await here.store.guild('1').restore(draft({ id: 'a', text: 'Three.' }), EDITOR);
    await here.store.guild('1').restore(draft({ id: 'b', text: 'Bee, corrected.' }), EDITOR);
    await restore();
    expect(await here.store.guild('1').article('a')).toMatchObject({
      state: 'retracted',
      tombstone: { reason: 'Wrong.' },
    });
    expect(await here.store.guild('1').revision('b', 1)).toMatchObject({ state: 'retracted' });
    expect(await here.store.guild('1').article('b')).toMatchObject({ state: 'live' });
    expect((await here.store.verify()).problems).toEqual([]);
  });

  test('a backup is one complete file that only its owner can read, and never overwrites another', async () => {
    await add('a', 'One.');
    await here.store.backup(here.file);
    expect(fs.statSync(here.file).mode & 0o777).toBe(0o600);
    const names = fs
      .readdirSync(here.place.dataDir)
      .filter((name) => name.startsWith('backup') || name.startsWith('.'));
    expect(names).toEqual(['backup.sqlite']);
    await expect(here.store.backup(here.file)).rejects.toThrow(
      /exists already: give the backup another name/u,
    );
    await expect(here.store.backup(path.join(here.place.dataDir, 'nowhere', 'b'))).rejects.toThrow(
      /cannot be written: check that the folder exists/u,
    );
  });
  test('a backup with fewer articles is restored only if the caller agrees', async () => {
    await add('a', 'One.');
    await here.store.backup(here.file);
    await add('b', 'Two.');
    await here.store.close();
    const asked: unknown[] = [];
    const onFewer = async (counts: unknown): Promise<void> => {
      asked.push(counts);
      throw new Error('No.');
    };
    await expect(restoreStore({ ...here.place, onFewer }, here.file)).rejects.toThrow('No.');
    expect(asked).toEqual([{ archive: 2, backup: 1 }]);
    expect(left()).toEqual([]);
    here.store = await here.place.open();
    expect(await here.store.guild('1').article('b')).toMatchObject({ state: 'live' });
    // Retracted since, it is not missed.
    await here.store.guild('1').retract('b', 'Wrong.', '9');
    await here.store.close();
    expect(await restoreStore({ ...here.place, onFewer }, here.file)).toMatchObject({ articles: 1 });
    here.store = await here.place.open();
  });

  test('every replaced archive is kept and can be restored until the next retraction removes it', async () => {
    await here.store.backup(here.file);
    if (here.place.databaseUrl !== undefined) expect(await restore()).not.toHaveProperty('kept');
    fs.rmSync(here.file);
    await add('a', 'One.');
    await here.store.backup(here.file);
    await add('b', 'Two.');
    const first = (await restore()).kept ?? '';
    await add('c', 'Three.');
    const second = (await restore()).kept ?? '';
    expect(new Set([first, second]).size).toBe(2);
    expect([first, second].map((kept) => fs.statSync(kept).mode & 0o777)).toEqual([0o600, 0o600]);
    here.file = first;
    await restore();
    expect(await here.store.guild('1').article('b')).toMatchObject({ state: 'live' });
    expect(await here.store.guild('1').article('c')).toEqual({ state: 'unknown' });
    expect(left()).toHaveLength(3);
    await here.store.guild('1').retract('b', 'Wrong.', '9');
    expect(left()).toEqual([]);
  });

  test('F21 purging a server also removes replaced archives', async () => {
    await add('a', 'One.');
    await here.store.backup(here.file);
    await restore();
    expect(left()).toHaveLength(1);
    await here.store.memberships.left('app', '1');
    expect(await here.store.memberships.letGo('app', '1')).toBe(true);
    expect(left()).toEqual([]);
  });

  test('verify counts every text and finds no problem in a sound store', async () => {
    await add('a', 'One.');
    await here.store.guild('1').correct(draft({ id: 'a', text: 'Two.' }), EDITOR);
    await add('b', 'Bee.');
    await here.store.guild('1').retract('b', 'Wrong.', '9');
    expect(await here.store.verify()).toEqual({ articles: 1, revisions: 2, damaged: [], problems: [] });
  });
}
