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
     * Called when the backup has fewer articles that can be quoted than the archive; what it throws is passed on, and the
     * archive stays as it is. Default: nothing objects.
     */
    onFewer?(counts: Readonly<{ archive: number; backup: number }>): Promise<void>;
  }>;

/** What a restore brought back. */
export type Restoration = Verification &
  Readonly<{
    /** Articles whose retraction was applied again. */
    retractions: number;
    /** The copy of what was replaced, if there was anything. */
    kept?: string;
  }>;

/**
 * Replaces the store by a backup, and applies again what was retracted since. A SQLite archive must not be in use
 * (StoreError `locked`); a PostgreSQL archive is replaced in one transaction, and other processes read everything
 * again. What is replaced is kept in DATA_DIR until the next retraction. Throws StoreError when the backup is missing,
 * of a newer version, or no backup, and when there is no room; the store is then as it was.
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

/** Replaces every row in one transaction, of which others see nothing before it is whole. */
function replaceRows(
  db: Db,
  backup: Db,
  dataDir: string,
): Promise<Pick<Restoration, 'retractions' | 'kept'>> {
  return db.transaction(async (tx) => {
    // Every writer of articles takes a row of this table first, so none writes in between.
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

/** Takes out of the opened backup what was retracted since, and checks what is left. */
async function withoutRetracted(backup: Db, retracted: readonly Withheld[]): Promise<Verification> {
  await backup.transaction((tx) => replayWithheld(tx, retracted));
  await backup.scrub();
  return verifyStore(backup);
}

async function liveArticles(sql: Sql): Promise<number> {
  const rows = await sql.all<{ n: number }>(`SELECT count(*) AS n FROM article WHERE state = 'live'`);
  return rows.reduce((sum, { n }) => sum + n, 0);
}

/** Of a SQLite archive that is missing or cannot be read any more, nothing is lost: 0. */
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

/** Puts the new file in the place of the old one at one moment, and keeps the old one. Returns where. */
async function replaceFile(current: string, fresh: string): Promise<string | undefined> {
  const folder = path.dirname(current);
  let kept: string | undefined;
  if (fs.existsSync(current)) {
    // Whatever happens from here on, the old file is whole without the log that is removed below.
    foldLog(current);
    kept = freeReplacedName(folder);
    await keepFiles(current, kept);
  }
  syncFile(fresh);
  // An old log beside the new file would be taken for the new file's own.
  for (const end of ['-wal', '-shm']) fs.rmSync(`${current}${end}`, { force: true });
  fs.renameSync(fresh, current);
  syncFolder(folder);
  return kept;
}

function isSame(file: string, current: string): boolean {
  return fs.existsSync(file) && fs.existsSync(current) && fs.realpathSync(file) === fs.realpathSync(current);
}

/** What the operating system refuses, as a sentence. */
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
