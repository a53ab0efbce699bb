import * as fs from 'node:fs';
import path from 'node:path';
import { StoreError, type Db } from '../db/db.ts';
import { migrate, schemaVersion } from '../db/migrate.ts';
import { isLocked, SQLITE_FILE } from '../db/sqlite-connections.ts';
import { openSqlite } from '../db/sqlite.ts';

/** Faults of this machine or program, not of the backup. */
const NOT_OF_THE_FILE: ReadonlySet<string> = new Set(['newer', 'full', 'readonly', 'locked']);

/**
 * Copies a backup into the folder `work`, opens the copy and migrates it; `file` itself is only read. Throws StoreError for
 * anything but a complete backup: a folder, an empty file, another program's file, a truncated backup, one of a newer
 * version, and the archive of a running Pullquote.
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

/** Copies the file, and the log (WAL) beside it if the archive was not closed. */
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

/** Rejects empty files, which SQLite opens as empty databases, and truncated ones, which only a full check finds. */
async function requireArchive(backup: Db): Promise<void> {
  if ((await schemaVersion(backup)) === 0) throw new Error('without the tables of an archive');
  const [first] = await backup.all<{ quick_check: string }>('PRAGMA quick_check(1)');
  if (first?.quick_check !== 'ok') throw new Error(first?.quick_check);
}

/** Rejects a backup whose tables, columns, indexes, triggers or views differ from those of a new archive. */
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
