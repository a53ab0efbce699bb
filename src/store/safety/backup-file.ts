import * as fs from 'node:fs';
import path from 'node:path';
import { StoreError, type Db } from '../db/db.ts';
import { migrate, schemaVersion } from '../db/migrate.ts';
import { isLocked, SQLITE_FILE } from '../db/sqlite-connections.ts';
import { openSqlite } from '../db/sqlite.ts';

/** Faults that say something about this machine or program, and nothing about the backup. */
const NOT_OF_THE_FILE: ReadonlySet<string> = new Set(['newer', 'full', 'readonly', 'locked']);

/**
 * Opens a copy of a backup, made in the folder `work`, at this program's schema; `file` itself is only read. Throws
 * StoreError for whatever is no whole backup: a folder, an empty file, another program's file, one that was cut off,
 * one of a newer version, and the archive of a running Pullquote.
 */
export async function openBackup(work: string, file: string): Promise<Db> {
  copyTo(path.join(work, SQLITE_FILE), file);
  let backup: Db | undefined;
  try {
    backup = openSqlite({ dataDir: work });
    await requireArchive(backup);
    await migrate(backup, async () => undefined);
    await requireOurTables(backup, path.join(work, 'empty'));
    return backup;
  } catch (error) {
    await backup?.close();
    if (error instanceof StoreError && NOT_OF_THE_FILE.has(error.fault)) throw error;
    throw noBackup(file, error);
  }
}

/** Copies the file, and with it the log that an archive has beside it which was not closed. */
function copyTo(copy: string, file: string): void {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (!found) throw new StoreError('failed', `There is no backup ${file}.`);
  if (!found.isFile()) throw noBackup(file, new Error('not a regular file'));
  if (path.basename(file) === SQLITE_FILE && isLocked(path.dirname(file))) {
    const remedy = 'make a backup of it with “pullquote backup FILE”, and restore that';
    throw new StoreError('locked', `${file} is the archive of a running Pullquote: ${remedy}.`);
  }
  for (const end of ['', '-wal']) {
    if (fs.existsSync(`${file}${end}`)) fs.copyFileSync(`${file}${end}`, `${copy}${end}`);
  }
}

/** An empty file is an empty SQLite database, and one that was cut off is found only by reading all of it. */
async function requireArchive(backup: Db): Promise<void> {
  if ((await schemaVersion(backup)) === 0) throw new Error('without the tables of an archive');
  const [first] = await backup.all<{ quick_check: string }>('PRAGMA quick_check(1)');
  if (first?.quick_check !== 'ok') throw new Error(first?.quick_check);
}

/** Its tables, their columns, and whatever else a database can hold, are those of a new archive. */
async function requireOurTables(backup: Db, folder: string): Promise<void> {
  const fresh = openSqlite({ dataDir: folder });
  try {
    await migrate(fresh, async () => undefined);
    if ((await shapeOf(fresh)) !== (await shapeOf(backup))) throw new Error('with other tables');
  } finally {
    await fresh.close();
  }
}

async function shapeOf(db: Db): Promise<string> {
  const rows = await db.all(
    `SELECT m.type, m.name, c.name AS column_name FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c
     WHERE m.name NOT LIKE 'sqlite_%' ORDER BY m.type, m.name, c.name`,
  );
  return JSON.stringify(rows);
}

const noBackup = (file: string, cause: unknown): StoreError =>
  new StoreError('broken', `${file} is not a backup that Pullquote can read: use another one.`, cause);
