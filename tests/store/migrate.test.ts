import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, schemaVersion } from '../../src/store/db/migrate.ts';
import { openSqlite } from '../../src/store/db/sqlite.ts';
import { temporaryFolder } from './stores.ts';
import type { Db } from '../../src/store/db/db.ts';

const STEPS = [
  { name: 'one', statements: ['CREATE TABLE a (x TEXT)'] },
  { name: 'two', statements: ['CREATE TABLE b (x TEXT)', `INSERT INTO a VALUES ('two')`] },
];

let place: ReturnType<typeof temporaryFolder>;
let db: Db;
beforeEach(() => {
  place = temporaryFolder();
  db = openSqlite({ dataDir: place.folder });
});
afterEach(async () => {
  await db.close();
  place.remove();
});

test('migrations run once and in order, and only a store with data is copied before', async () => {
  const copies: number[] = [];
  const copy = async (version: number) => void copies.push(version);
  await migrate(db, copy, STEPS.slice(0, 1));
  await migrate(db, copy, STEPS);
  await migrate(db, copy, STEPS);
  expect(copies).toEqual([1]);
  expect(await db.all('SELECT x FROM a')).toEqual([{ x: 'two' }]);
  expect(await schemaVersion(db, STEPS)).toBe(2);
});

test('F11 a migration that fails leaves the store at the previous one', async () => {
  const broken = [...STEPS, { name: 'three', statements: ['CREATE TABLE c (x TEXT)', 'NOT SQL'] }];
  await expect(migrate(db, async () => undefined, broken)).rejects.toThrow(/failed/u);
  expect(await schemaVersion(db, broken)).toBe(2);
  await expect(db.all('SELECT x FROM c')).rejects.toThrow(/failed/u);
});

test('F22 a migration does not run when the copy before it fails', async () => {
  await migrate(db, async () => undefined, STEPS.slice(0, 1));
  const refused = migrate(db, () => Promise.reject(new Error('disk full')), STEPS);
  await expect(refused).rejects.toThrow('disk full');
  expect(await schemaVersion(db, STEPS)).toBe(1);
});

test('F22 a store with unknown migrations is refused', async () => {
  await migrate(db, async () => undefined, STEPS);
  const other = [
    { name: 'one', statements: [] },
    { name: 'deux', statements: [] },
  ];
  await expect(schemaVersion(db, other)).rejects.toMatchObject({ fault: 'broken' });
});

test('a copy of a store is one file with the same contents', async () => {
  await migrate(db, async () => undefined, STEPS);
  const copies = path.join(place.folder, 'copies');
  mkdirSync(copies);
  await db.copyTo(path.join(copies, 'pullquote.sqlite'));
  expect(readdirSync(copies)).toEqual(['pullquote.sqlite']);
  const copy = openSqlite({ dataDir: copies, readOnly: true });
  expect(await copy.all('SELECT x FROM a')).toEqual([{ x: 'two' }]);
  await copy.close();
});
