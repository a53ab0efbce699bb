import * as fs from 'node:fs';
import path from 'node:path';
import type { StoreOptions } from '../archive.ts';
import { tellMissed } from '../changes.ts';
import { REPLACED_FILE, syncFile, syncFolder } from './copies.ts';
import { insertFromSqlite, tablesOf } from './copy-rows.ts';
import { StoreError, type Db } from '../db/db.ts';
import { migrate } from '../db/migrate.ts';
import { openPostgres } from '../db/postgres.ts';
import { readLedger } from './retraction-ledger.ts';
import { lockFolder, SQLITE_FILE } from '../db/sqlite-connections.ts';
import { openSqlite } from '../db/sqlite.ts';
import { verifyStore, type Verification } from './verify.ts';
import { readWithheld, replayWithheld, type Withheld } from '../articles/withheld.ts';

/** What a restore brought back. */
export type Restoration = Verification &
  Readonly<{ /** Articles whose retraction was applied again. */ retractions: number }>;

/**
 * Replaces the store by a backup, and applies again what was retracted since. A SQLite archive must not be in
 * use (StoreError `locked`); the file that it replaces is kept beside it until the next retraction. A
 * PostgreSQL archive is replaced in one transaction, and other processes read everything again. Throws
 * StoreError when the backup is missing, of a newer version, or no backup; the store is then as it was.
 */
export async function restoreStore(
  options: Pick<StoreOptions, 'dataDir' | 'databaseUrl'>,
  file: string,
): Promise<Restoration> {
  const { dataDir, databaseUrl } = options;
  if (!fs.existsSync(file)) throw new StoreError('failed', `There is no backup ${file}.`);
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const work = fs.mkdtempSync(path.join(dataDir, '.restoring-'));
  try {
    return databaseUrl === undefined
      ? await intoSqlite(dataDir, work, file)
      : await intoPostgres(databaseUrl, work, file);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function intoSqlite(dataDir: string, work: string, file: string): Promise<Restoration> {
  const release = lockFolder(dataDir);
  try {
    const retracted = readLedger(dataDir);
    const backup = await openBackup(work, file);
    const verification = await finished(backup, async () => {
      await backup.transaction((tx) => replayWithheld(tx, retracted));
      await backup.scrub();
      return verifyStore(backup);
    });
    replaceFile(
      path.join(dataDir, SQLITE_FILE),
      path.join(work, SQLITE_FILE),
      path.join(dataDir, REPLACED_FILE),
    );
    return { ...verification, retractions: retracted.length };
  } finally {
    release();
  }
}

async function intoPostgres(url: string, work: string, file: string): Promise<Restoration> {
  const backup = await openBackup(work, file);
  const db = openPostgres({ url });
  return finished(backup, () =>
    finished(db, async () => {
      await migrate(db, async () => undefined);
      const tables = await tablesOf(backup);
      const retracted = await db.transaction(async (tx): Promise<readonly Withheld[]> => {
        // Every writer of articles takes this row first, so none writes in between.
        await tx.all('LOCK TABLE guild IN EXCLUSIVE MODE');
        const withheld = await readWithheld(tx);
        for (const table of tables) {
          await tx.all(`DELETE FROM ${table}`);
          await insertFromSqlite(backup, tx, table);
        }
        await replayWithheld(tx, withheld);
        await tellMissed(tx);
        return withheld;
      });
      await db.scrub();
      return { ...(await verifyStore(db)), retractions: retracted.length };
    }),
  );
}

/** Opens a copy of the backup, in a folder of its own, at this program's schema. */
async function openBackup(work: string, file: string): Promise<Db> {
  fs.copyFileSync(file, path.join(work, SQLITE_FILE));
  let backup: Db | undefined;
  try {
    backup = openSqlite({ dataDir: work });
    await migrate(backup, async () => undefined);
    return backup;
  } catch (error) {
    await backup?.close();
    if (error instanceof StoreError && error.fault === 'newer') throw error;
    throw new StoreError(
      'broken',
      `${file} is not a backup that Pullquote can read: use another one.`,
      error,
    );
  }
}

async function finished<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await db.close();
  }
}

/** Puts the new file in the place of the old one at one moment, and keeps the old one. */
function replaceFile(current: string, fresh: string, replaced: string): void {
  if (fs.existsSync(current)) {
    for (const end of ['', '-wal']) {
      fs.rmSync(`${replaced}${end}`, { force: true });
      if (fs.existsSync(`${current}${end}`)) fs.copyFileSync(`${current}${end}`, `${replaced}${end}`);
    }
  }
  syncFile(fresh);
  // An old log beside the new file would be taken for the new file's own.
  for (const end of ['-wal', '-shm']) fs.rmSync(`${current}${end}`, { force: true });
  fs.renameSync(fresh, current);
  syncFolder(path.dirname(current));
}
