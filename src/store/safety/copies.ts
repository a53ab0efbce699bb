import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { StoreError, type Db } from '../db/db.ts';

/** Names of copies that the program makes by itself in DATA_DIR. They may contain a text that is retracted later. */
const OWN_COPY =
  /^(?:before-update-of-schema-\d+|replaced-by-restore(?:-\d+)?)\.sqlite(?:-wal|-shm|\.[\w-]+\.part)?$/u;

/** Names of temporary folders in which a copy is made. */
const WORK_FOLDER = /^\.(?:restoring|copy)-/u;
/** A temporary folder older than this was abandoned by a process that has ended. Milliseconds. */
const ABANDONED_MS = 3_600_000;

/** A free name for the archive that a restore replaces. It is kept until the next retraction; later restores do not overwrite it. */
export function freeReplacedName(dataDir: string): string {
  for (let n = 1; ; n += 1) {
    const file = path.join(dataDir, `replaced-by-restore${n === 1 ? '' : `-${n}`}.sqlite`);
    if (!fs.existsSync(file)) return file;
  }
}

/** Copies the store before its schema changes, so that an update can be undone. */
export async function copyBeforeUpdate(db: Db, dataDir: string, version: number): Promise<void> {
  fs.mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, `before-update-of-schema-${version}.sqlite`);
  fs.rmSync(file, { force: true });
  await copyDurably(db, file);
}

/** Removes the program's own copies; called on each retraction. */
export function removeOwnCopies(dataDir: string): void {
  if (!fs.existsSync(dataDir)) return;
  for (const name of fs.readdirSync(dataDir)) {
    if (OWN_COPY.test(name)) fs.rmSync(path.join(dataDir, name), { force: true });
  }
  clearWorkFolders(dataDir);
}

/** Removes temporary folders of processes that ended while making a copy. */
export function clearWorkFolders(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    if (!WORK_FOLDER.test(name)) continue;
    const found = fs.statSync(path.join(folder, name), { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS)
      fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Writes a backup to `file` while the store is in use: one SQLite file, whichever database the store is in.
 * It appears complete or not at all, readable by its owner only. Throws StoreError when `file` exists or cannot be written.
 */
export async function writeBackup(db: Db, file: string): Promise<void> {
  if (fs.existsSync(file)) {
    throw new StoreError(
      'failed',
      `${file} exists already: give the backup another name, or remove that file.`,
    );
  }
  try {
    clearWorkFolders(path.dirname(file));
    await copyDurably(db, file);
  } catch (error) {
    if (error instanceof StoreError && error.fault !== 'failed' && error.fault !== 'full') throw error;
    throw new StoreError(
      'failed',
      `The backup ${file} cannot be written: check that the folder exists and has room.`,
      error,
    );
  }
}

/** Writes a copy of the store; it is durable when this resolves. A failed copy leaves no file. */
export async function copyDurably(db: Db, file: string): Promise<void> {
  await durably(file, (part) => db.copyTo(part));
}

/** Copies a closed SQLite archive, and its log if it has one; both are durable when this resolves. */
export async function keepFiles(from: string, to: string): Promise<void> {
  // Copies the log first: a crash in between must not leave a file that looks complete without it.
  for (const end of ['-wal', '']) {
    if (fs.existsSync(`${from}${end}`))
      await durably(`${to}${end}`, async (part) => fs.copyFileSync(`${from}${end}`, part));
  }
}

async function durably(file: string, write: (part: string) => Promise<void>): Promise<void> {
  // The name is unique because two processes may make the same copy at once.
  const part = `${file}.${randomUUID()}.part`;
  try {
    await write(part);
    fs.chmodSync(part, 0o600);
    syncFile(part);
    fs.renameSync(part, file);
    syncFolder(path.dirname(file));
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) fs.rmSync(`${part}${end}`, { force: true });
  }
}

/** Flushes a file to disk. */
export function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

/** Flushes a folder's entries to disk; does nothing on systems where a folder cannot be opened. */
export function syncFolder(folder: string): void {
  try {
    syncFile(folder);
  } catch {
    // Windows cannot open folders, and keeps entries durable without it.
  }
}
