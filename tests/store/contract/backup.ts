import * as fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../../../src/store/archive.ts';
import { writeBackup } from '../../../src/store/safety/copies.ts';
import { StoreError, type Db } from '../../../src/store/db/db.ts';
import { restoreStore } from '../../../src/store/safety/restore.ts';
import { LOCK_FILE, SQLITE_FILE } from '../../../src/store/db/sqlite-connections.ts';
import { canMount, onSmallDisk, restoreAndKill } from '../interrupted.ts';
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

  /** Runs SQL on the closed file. */
  const execute = (sql: string): void => {
    const db = new DatabaseSync(file);
    db.exec(sql);
    db.close();
  };
  const left = (): string[] =>
    fs.readdirSync(place.dataDir).filter((name) => /^\.|\.part|replaced-by-restore/u.test(name));

  test.each<[string, RegExp, () => void]>([
    ['a missing file', /There is no backup/u, () => fs.rmSync(file)],
    ['an empty file', /is not a backup/u, () => fs.writeFileSync(file, '')],
    ['a text', /is not a backup/u, () => fs.writeFileSync(file, 'No database, but long. '.repeat(400))],
    [
      'a folder',
      /is not a backup/u,
      () => {
        fs.rmSync(file);
        fs.mkdirSync(file);
      },
    ],
    [
      'a database of another program',
      /is not a backup/u,
      () => {
        fs.rmSync(file);
        execute('CREATE TABLE song (title TEXT)');
      },
    ],
    [
      'an empty database',
      /is not a backup/u,
      () => {
        fs.rmSync(file);
        execute('CREATE TABLE t (a TEXT); DROP TABLE t');
      },
    ],
    ['one without articles’ table', /is not a backup/u, () => execute('DROP TABLE article')],
    ['one without its history', /is not a backup/u, () => execute('DELETE FROM migration')],
    ['one with another column', /is not a backup/u, () => execute('ALTER TABLE gap ADD COLUMN x TEXT')],
    ['one with another table', /is not a backup/u, () => execute('CREATE TABLE "a; b" (x TEXT)')],
    [
      'one that acts by itself',
      /is not a backup/u,
      () => execute('CREATE TRIGGER t AFTER INSERT ON guild BEGIN DELETE FROM article; END'),
    ],
    [
      'one that was cut off in the middle',
      /is not a backup/u,
      () => fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2)),
    ],
    [
      'one that lacks its last page',
      /is not a backup/u,
      () => fs.truncateSync(file, fs.statSync(file).size - 4096),
    ],
    ['one that was cut off at once', /is not a backup/u, () => fs.truncateSync(file, 100)],
    [
      'one of a newer Pullquote',
      /was written by a newer Pullquote/u,
      () => execute(`INSERT INTO migration VALUES (99, 'from the future')`),
    ],
  ])('F22 %s is no backup: refused, and the store stays as it is', async (_name, sentence, spoil) => {
    for (let n = 0; n < 30; n += 1) await add(`a${n}`, `Text ${n}. ${'It rained. '.repeat(400)}`);
    await store.backup(file);
    const before = await store.guild('1').articles();
    await store.close();
    spoil();
    await expect(restoreStore(place, file)).rejects.toThrow(sentence);
    expect(left()).toEqual([]);
    store = await place.open();
    expect(await store.guild('1').articles()).toEqual(before);
  });

  test('F22 the archive of a running bot is no backup, and neither is the archive itself', async () => {
    await add('a', 'One.');
    const folder = path.join(place.dataDir, 'elsewhere');
    const other = await openStore({ dataDir: folder });
    await other.guild('1').add([{ draft: draft({ id: 'there', text: 'There.' }) }], EDITOR);
    file = path.join(folder, SQLITE_FILE);
    await store.close();
    await expect(restoreStore(place, file)).rejects.toMatchObject({
      fault: 'locked',
      message: expect.stringContaining('make a backup of it') as string,
    });
    await other.close();
    expect(await restore()).toMatchObject({ articles: 1 });
    expect(await store.guild('1').article('there')).toMatchObject({ state: 'live' });
    file = path.join(place.dataDir, SQLITE_FILE);
    await store.close();
    const refused = place.databaseUrl === undefined ? /is the archive itself/u : /There is no backup/u;
    await expect(restoreStore(place, file)).rejects.toThrow(refused);
  });

  test('a backup with fewer articles is restored only when nobody objects', async () => {
    await add('a', 'One.');
    await store.backup(file);
    await add('b', 'Two.');
    await store.close();
    const asked: unknown[] = [];
    const onFewer = async (counts: unknown): Promise<void> => {
      asked.push(counts);
      throw new Error('No.');
    };
    await expect(restoreStore({ ...place, onFewer }, file)).rejects.toThrow('No.');
    expect(asked).toEqual([{ archive: 2, backup: 1 }]);
    expect(left()).toEqual([]);
    store = await place.open();
    expect(await store.guild('1').article('b')).toMatchObject({ state: 'live' });
    // Retracted since, it is not missed.
    await store.guild('1').retract('b', 'Wrong.', '9');
    await store.close();
    expect(await restoreStore({ ...place, onFewer }, file)).toMatchObject({ articles: 1 });
    store = await place.open();
  });

  test('every replaced archive is kept, can be brought back, and goes with the next retraction', async () => {
    await store.backup(file);
    if (place.databaseUrl !== undefined) expect(await restore()).not.toHaveProperty('kept');
    fs.rmSync(file);
    await add('a', 'One.');
    await store.backup(file);
    await add('b', 'Two.');
    const first = (await restore()).kept ?? '';
    await add('c', 'Three.');
    const second = (await restore()).kept ?? '';
    expect(new Set([first, second]).size).toBe(2);
    expect([first, second].map((kept) => fs.statSync(kept).mode & 0o777)).toEqual([0o600, 0o600]);
    file = first;
    await restore();
    expect(await store.guild('1').article('b')).toMatchObject({ state: 'live' });
    expect(await store.guild('1').article('c')).toEqual({ state: 'unknown' });
    expect(left()).toHaveLength(3);
    await store.guild('1').retract('b', 'Wrong.', '9');
    expect(left()).toEqual([]);
  });

  test('F21 a replaced archive goes with a server whose articles are removed', async () => {
    await add('a', 'One.');
    await store.backup(file);
    await restore();
    expect(left()).toHaveLength(1);
    await store.memberships.left('app', '1');
    expect(await store.memberships.letGo('app', '1')).toBe(true);
    expect(left()).toEqual([]);
  });

  test('the check counts every text and finds nothing wrong', async () => {
    await add('a', 'One.');
    await store.guild('1').correct(draft({ id: 'a', text: 'Two.' }), EDITOR);
    await add('b', 'Bee.');
    await store.guild('1').retract('b', 'Wrong.', '9');
    expect(await store.verify()).toEqual({ articles: 1, revisions: 2, damaged: [], problems: [] });
  });

  test('F10 a backup that fails leaves nothing behind', async () => {
    const db: Pick<Db, 'copyTo'> = {
      copyTo: async (part) => {
        for (const end of ['', '-journal']) fs.writeFileSync(`${part}${end}`, 'half');
        throw new StoreError('full', 'The disk is full.');
      },
    };
    await expect(writeBackup(db as Db, file)).rejects.toThrow(/check that the folder exists and has room/u);
    expect(left()).toEqual([]);
  });

  test.runIf(canMount)(
    'F10 on a disk that is full nothing is left of a backup, and of a restore neither',
    async () => {
      for (let n = 0; n < 60; n += 1) await add(`a${n}`, `${n}. ${'It rained. '.repeat(2000)}`);
      await store.backup(file);
      const before = await store.guild('1').articles();
      const disk = path.join(place.dataDir, 'disk');
      await onSmallDisk(disk, 500, async () => {
        await expect(store.backup(path.join(disk, 'backup.sqlite'))).rejects.toThrow(/has room/u);
        expect(fs.readdirSync(disk)).toEqual([]);
        await expect(restoreStore({ ...place, dataDir: disk }, file)).rejects.toMatchObject({
          fault: 'full',
        });
        expect(fs.readdirSync(disk).filter((name) => name !== LOCK_FILE)).toEqual([]);
      });
      expect(await store.guild('1').articles()).toEqual(before);
    },
  );

  test('F11 a restore that is ended halfway leaves the old archive or the new one, whole', async () => {
    for (let n = 0; n < 40; n += 1) await add(`old${n}`, `Old ${n}. ${'It rained. '.repeat(900)}`);
    const old = (await store.guild('1').articles()).articles;
    await store.close();
    const elsewhere = await openStore({ dataDir: path.join(place.dataDir, 'elsewhere') });
    const drafts = Array.from({ length: 40 }, (_, n) => ({
      draft: draft({ id: `new${n}`, text: `New ${n}. ${'It snowed. '.repeat(900)}` }),
    }));
    await elsewhere.guild('1').add(drafts, EDITOR);
    await elsewhere.backup(file);
    await elsewhere.close();
    const ended: string[] = [];
    for (const milliseconds of [0, 15, 30, 60, 120]) {
      ended.push(await restoreAndKill(place, file, milliseconds));
      store = await place.open();
      const { articles, damaged } = await store.guild('1').articles();
      const ids = articles.map(({ article }) => article.id);
      expect([damaged, ids.length, new Set(ids.map((id) => id.slice(0, 3))).size]).toEqual([[], 40, 1]);
      expect((await store.verify()).problems).toEqual([]);
      await store.close();
    }
    expect(old).toHaveLength(40);
    expect(ended).toContain('SIGKILL');
    const abandoned = left().find((name) => name.startsWith('.restoring-'));
    if (abandoned !== undefined) fs.utimesSync(path.join(place.dataDir, abandoned), 0, 0);
    store = await place.open();
    expect(left()).not.toContain(abandoned);
  }, 60_000);
}
