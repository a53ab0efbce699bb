import * as fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/archive.ts';
import { writeBackup } from '../../../src/store/safety/copies.ts';
import { StoreError, type Db } from '../../../src/store/db/db.ts';
import { restoreStore } from '../../../src/store/safety/restore.ts';
import { LOCK_FILE, SQLITE_FILE } from '../../../src/store/db/sqlite-connections.ts';
import { canMount, onSmallDisk, restoreAndKill } from '../interrupted.ts';
import { draft, EDITOR, type MakePlace } from '../stores.ts';
import { useBackupPlace } from './backup-place.ts';

/** Backups that cannot be made or restored, and those that are interrupted; the same for both stores. */
export function brokenBackupContract(makePlace: MakePlace): void {
  const here = useBackupPlace(makePlace);
  const { add, restore, left } = here;

  /** Runs SQL on the closed file. */
  const execute = (sql: string): void => {
    const db = new DatabaseSync(here.file);
    db.exec(sql);
    db.close();
  };

  test.each<[string, RegExp, () => void]>([
    ['a missing file', /There is no backup/u, () => fs.rmSync(here.file)],
    ['an empty file', /is not a backup/u, () => fs.writeFileSync(here.file, '')],
    ['a text', /is not a backup/u, () => fs.writeFileSync(here.file, 'No database, but long. '.repeat(400))],
    [
      'a folder',
      /is not a backup/u,
      () => {
        fs.rmSync(here.file);
        fs.mkdirSync(here.file);
      },
    ],
    [
      'a database of another program',
      /is not a backup/u,
      () => {
        fs.rmSync(here.file);
        execute('CREATE TABLE song (title TEXT)');
      },
    ],
    [
      'an empty database',
      /is not a backup/u,
      () => {
        fs.rmSync(here.file);
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
      () => fs.truncateSync(here.file, Math.floor(fs.statSync(here.file).size / 2)),
    ],
    [
      'one that lacks its last page',
      /is not a backup/u,
      () => fs.truncateSync(here.file, fs.statSync(here.file).size - 4096),
    ],
    ['one that was cut off at once', /is not a backup/u, () => fs.truncateSync(here.file, 100)],
    [
      'one of a newer Pullquote',
      /was written by a newer Pullquote/u,
      () => execute(`INSERT INTO migration VALUES (99, 'from the future')`),
    ],
  ])('F22 %s is no backup: refused, and the store stays as it is', async (_name, sentence, spoil) => {
    for (let n = 0; n < 30; n += 1) await add(`a${n}`, `Text ${n}. ${'It rained. '.repeat(400)}`);
    await here.store.backup(here.file);
    const before = await here.store.guild('1').articles();
    await here.store.close();
    spoil();
    await expect(restoreStore(here.place, here.file)).rejects.toThrow(sentence);
    expect(left()).toEqual([]);
    here.store = await here.place.open();
    expect(await here.store.guild('1').articles()).toEqual(before);
  });

  test('F22 a restore refuses the archive of a running bot and the archive itself', async () => {
    await add('a', 'One.');
    const folder = path.join(here.place.dataDir, 'elsewhere');
    const other = await openStore({ dataDir: folder });
    await other.guild('1').add([{ draft: draft({ id: 'there', text: 'There.' }) }], EDITOR);
    here.file = path.join(folder, SQLITE_FILE);
    await here.store.close();
    await expect(restoreStore(here.place, here.file)).rejects.toMatchObject({
      fault: 'locked',
      message: expect.stringContaining('make a backup of it') as string,
    });
    await other.close();
    expect(await restore()).toMatchObject({ articles: 1 });
    expect(await here.store.guild('1').article('there')).toMatchObject({ state: 'live' });
    here.file = path.join(here.place.dataDir, SQLITE_FILE);
    await here.store.close();
    const refused = here.place.databaseUrl === undefined ? /is the archive itself/u : /There is no backup/u;
    await expect(restoreStore(here.place, here.file)).rejects.toThrow(refused);
  });

  test('F10 a failed backup leaves no file', async () => {
    const db: Pick<Db, 'copyTo'> = {
      copyTo: async (part) => {
        for (const end of ['', '-journal']) fs.writeFileSync(`${part}${end}`, 'half');
        throw new StoreError('full', 'The disk is full.');
      },
    };
    await expect(writeBackup(db as Db, here.file)).rejects.toThrow(
      /check that the folder exists and has room/u,
    );
    expect(left()).toEqual([]);
  });

  test.runIf(canMount)('F10 on a full disk neither a backup nor a restore leaves a file', async () => {
    for (let n = 0; n < 60; n += 1) await add(`a${n}`, `${n}. ${'It rained. '.repeat(2000)}`);
    await here.store.backup(here.file);
    const before = await here.store.guild('1').articles();
    const disk = path.join(here.place.dataDir, 'disk');
    await onSmallDisk(disk, 500, async () => {
      await expect(here.store.backup(path.join(disk, 'backup.sqlite'))).rejects.toThrow(/has room/u);
      expect(fs.readdirSync(disk)).toEqual([]);
      await expect(restoreStore({ ...here.place, dataDir: disk }, here.file)).rejects.toMatchObject({
        fault: 'full',
      });
      expect(fs.readdirSync(disk).filter((name) => name !== LOCK_FILE)).toEqual([]);
    });
    expect(await here.store.guild('1').articles()).toEqual(before);
  });

  test('F11 a restore that is killed halfway leaves the complete old or the complete new archive', async () => {
    for (let n = 0; n < 40; n += 1) await add(`old${n}`, `Old ${n}. ${'It rained. '.repeat(900)}`);
    const old = (await here.store.guild('1').articles()).articles;
    await here.store.close();
    const elsewhere = await openStore({ dataDir: path.join(here.place.dataDir, 'elsewhere') });
    const drafts = Array.from({ length: 40 }, (_, n) => ({
      draft: draft({ id: `new${n}`, text: `New ${n}. ${'It snowed. '.repeat(900)}` }),
    }));
    await elsewhere.guild('1').add(drafts, EDITOR);
    await elsewhere.backup(here.file);
    await elsewhere.close();
    const ended: string[] = [];
    for (const milliseconds of [0, 15, 30, 60, 120]) {
      ended.push(await restoreAndKill(here.place, here.file, milliseconds));
      here.store = await here.place.open();
      const { articles, damaged } = await here.store.guild('1').articles();
      const ids = articles.map(({ article }) => article.id);
      expect([damaged, ids.length, new Set(ids.map((id) => id.slice(0, 3))).size]).toEqual([[], 40, 1]);
      expect((await here.store.verify()).problems).toEqual([]);
      await here.store.close();
    }
    expect(old).toHaveLength(40);
    expect(ended).toContain('SIGKILL');
    const abandoned = left().find((name) => name.startsWith('.restoring-'));
    if (abandoned !== undefined) fs.utimesSync(path.join(here.place.dataDir, abandoned), 0, 0);
    here.store = await here.place.open();
    expect(left()).not.toContain(abandoned);
  }, 60_000);
}
