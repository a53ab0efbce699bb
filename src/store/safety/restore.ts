import * as fs from 'node:fs';
import path from 'node:path';
import type { StoreOptions } from '../archive.ts';
import { openBackup } from './backup-file.ts';
import { tellMissed } from '../changes.ts';
import {
  clearWorkFolders,
  copyDurably,
  freeReplacedName,
  keepFiles,
  syncFile,
  syncFolder,
} from './copies.ts';
import { insertFromSqlite, tablesOf } from './copy-rows.ts';
import { LONG_PATIENCE_MS, StoreError, type Db, type Sql } from '../db/db.ts';
import { migrate } from '../db/migrate.ts';
import { openPostgres } from '../db/postgres.ts';
import { readLedger } from './retraction-ledger.ts';
import { foldLog, lockFolder, SQLITE_FILE } from '../db/sqlite-connections.ts';
import { openSqlite } from '../db/sqlite.ts';
import { verifyStore, type Verification } from './verify.ts';
import { readWithheld, replayWithheld, type Withheld } from '../articles/withheld.ts';

export type RestoreOptions = Pick<StoreOptions, 'dataDir' | 'databaseUrl'> &
  Readonly<{
    /**
     * Called when the backup has fewer live articles than the archive. If it throws, the restore stops, and the archive stays
     * as it is. Default: continues.
     */
    onFewer?(counts: Readonly<{ archive: number; backup: number }>): Promise<void>;
  }>;

/** Result of a restore. */
export type Restoration = Verification &
  Readonly<{
    /** Articles whose retraction was reapplied. */
    retractions: number;
    /** File with the replaced archive, if there was one. */
    kept?: string;
  }>;

/**
 * Replaces the store with a backup, and reapplies later retractions. A SQLite archive must not be in use (StoreError
 * `locked`); a PostgreSQL archive is replaced in one transaction, and other processes reload everything. The replaced
 * archive is kept in DATA_DIR until the next retraction. Throws StoreError when the backup is missing, of a newer version
 * or not a backup, and when the disk is full; the store is then unchanged.
 */
export async function restoreStore(options: RestoreOptions, file: string): Promise<Restoration> {
  const { dataDir, databaseUrl } = options;
  let work: string | undefined;
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    clearWorkFolders(dataDir);
    work = fs.mkdtempSync(path.join(dataDir, '.restoring-'));
    return databaseUrl === undefined
      ? await intoSqlite(options, work, file)
      : await intoPostgres(options, databaseUrl, work, file);
  } catch (error) {
    throw faultOf(error, dataDir);
  } finally {
    if (work !== undefined) fs.rmSync(work, { recursive: true, force: true });
  }
}

async function intoSqlite(
  { dataDir, onFewer = async () => undefined }: RestoreOptions,
  work: string,
  file: string,
): Promise<Restoration> {
  const current = path.join(dataDir, SQLITE_FILE);
  const release = lockFolder(dataDir);
  try {
    if (isSame(file, current))
      throw new StoreError('failed', `${file} is the archive itself: name a backup of it.`);
    const retracted = readLedger(dataDir);
    const backup = await openBackup(work, file);
    const verification = await finished(backup, () => withoutRetracted(backup, retracted));
    const counts = { archive: await articlesIn(dataDir), backup: verification.articles };
    if (counts.backup < counts.archive) await onFewer(counts);
    const kept = await replaceFile(current, path.join(work, SQLITE_FILE));
    return { ...verification, retractions: retracted.length, ...(kept !== undefined && { kept }) };
  } finally {
    release();
  }
}

async function intoPostgres(
  { dataDir, onFewer = async () => undefined }: RestoreOptions,
  url: string,
  work: string,
  file: string,
): Promise<Restoration> {
  const backup = await openBackup(work, file);
  const db = openPostgres({ url, patienceMs: LONG_PATIENCE_MS });
  return finished(backup, () =>
    finished(db, async () => {
      await migrate(db, async () => undefined);
      const { articles } = await withoutRetracted(backup, await readWithheld(db));
      const counts = { archive: await liveArticles(db), backup: articles };
      if (counts.backup < counts.archive) await onFewer(counts);
      const outcome = await replaceRows(db, backup, dataDir);
      await db.scrub();
      return { ...(await verifyStore(db)), ...outcome };
    }),
  );
}

/** Replaces all rows in one transaction. */
function replaceRows(
  db: Db,
  backup: Db,
  dataDir: string,
): Promise<Pick<Restoration, 'retractions' | 'kept'>> {
  return db.transaction(async (tx) => {
    // Every writer of articles locks a row of this table first, so none writes in between.
    await tx.all('LOCK TABLE guild IN EXCLUSIVE MODE');
    const withheld = await readWithheld(tx);
    const holdsAnything = (await tx.all('SELECT id FROM guild LIMIT 1')).length > 0;
    const kept = holdsAnything ? freeReplacedName(dataDir) : undefined;
    if (kept !== undefined) await copyDurably(db, kept);
    for (const table of await tablesOf(backup)) {
      await tx.all(`DELETE FROM ${table}`);
      await insertFromSqlite(backup, tx, table);
    }
    await replayWithheld(tx, withheld);
    await tellMissed(tx);
    return { retractions: withheld.length, ...(kept !== undefined && { kept }) };
  });
}

/** Removes later retractions from the opened backup, and verifies the rest. */
async function withoutRetracted(backup: Db, retracted: readonly Withheld[]): Promise<Verification> {
  await backup.transaction((tx) => replayWithheld(tx, retracted));
  await backup.scrub();
  return verifyStore(backup);
}

async function liveArticles(sql: Sql): Promise<number> {
  const rows = await sql.all<{ n: number }>(`SELECT count(*) AS n FROM article WHERE state = 'live'`);
  return rows.reduce((sum, { n }) => sum + n, 0);
}

/** Live articles of a SQLite archive; 0 when it is missing or unreadable, since a restore then loses nothing. */
async function articlesIn(dataDir: string): Promise<number> {
  try {
    const current = openSqlite({ dataDir, readOnly: true });
    return await finished(current, () => liveArticles(current));
  } catch (error) {
    if (error instanceof StoreError) return 0;
    throw error;
  }
}

async function finished<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await db.close();
  }
}

/** Replaces the old file atomically and keeps a copy of it. Returns the copy's path. */
async function replaceFile(current: string, fresh: string): Promise<string | undefined> {
  const folder = path.dirname(current);
  let kept: string | undefined;
  if (fs.existsSync(current)) {
    // Makes the old file complete without its log, which is removed below.
    foldLog(current);
    kept = freeReplacedName(folder);
    await keepFiles(current, kept);
  }
  syncFile(fresh);
  // SQLite would apply an old log to the new file.
  for (const end of ['-wal', '-shm']) fs.rmSync(`${current}${end}`, { force: true });
  fs.renameSync(fresh, current);
  syncFolder(folder);
  return kept;
}

function isSame(file: string, current: string): boolean {
  return fs.existsSync(file) && fs.existsSync(current) && fs.realpathSync(file) === fs.realpathSync(current);
}

/** Turns errors of the file system into StoreErrors. */
function faultOf(error: unknown, dataDir: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isLocal = error instanceof StoreError && error.fault === 'full' && error.message.includes(dataDir);
  if (code === 'ENOSPC' || isLocal) {
    const remedy = 'make room there and restore again; the archive is as it was';
    return new StoreError('full', `There is no room in ${dataDir} to restore: ${remedy}.`, error);
  }
  if (error instanceof StoreError || typeof code !== 'string') return error;
  return new StoreError(
    'failed',
    `The backup cannot be restored (${code}): the archive is as it was.`,
    error,
  );
}
