import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { storable, StoreError, type StoreFault, type Value } from './db.ts';

/** The archive's file inside DATA_DIR. */
export const SQLITE_FILE = 'pullquote.sqlite';
/** Locked by the process that may write; the operating system releases the lock even after kill -9. */
export const LOCK_FILE = 'pullquote.lock';
/** Milliseconds that a connection waits for a lock; short, since waiting blocks the event loop. */
const BUSY_MS = 250;
/** Most prepared statements to cache. The SQL texts are a fixed set, except that lists of `?` vary in length. */
const KEPT_STATEMENTS = 200;

/** A connection; its errors are StoreErrors that name the file. */
export type SqliteConnection = Readonly<{
  run<Row>(sql: string, values?: readonly Value[]): Row[];
  inTransaction(): boolean;
  close(): void;
}>;

/** The connection that reads committed data, and the one that writes; without a writer when opened read-only. */
export type Connections = Readonly<{ reader: SqliteConnection; writer?: SqliteConnection; close(): void }>;

/** Opens the file in `dataDir`, and creates it if necessary. Throws StoreError; `locked` when another process may write to it. */
export function openConnections(dataDir: string, readOnly: boolean): Connections {
  const file = path.join(dataDir, SQLITE_FILE);
  if (readOnly) {
    if (existsSync(file)) return connectionsOf([connect(file, true)]);
    throw new StoreError(
      'failed',
      `There is no archive in ${dataDir}: add an article first, or set DATA_DIR.`,
    );
  }
  const unlock = lockFolder(dataDir);
  const opened: SqliteConnection[] = [];
  try {
    const writer = connect(file, false);
    opened.push(writer);
    writer.run('PRAGMA journal_mode = WAL');
    writer.run('PRAGMA synchronous = FULL');
    writer.run('PRAGMA secure_delete = ON');
    opened.push(connect(file, true));
    return connectionsOf(opened.toReversed(), unlock);
  } catch (error) {
    for (const connection of opened) connection.close();
    unlock();
    throw error;
  }
}

/** Keeps other writers out of `dataDir` until the returned function is called. Throws StoreError `locked`, exit code 75. */
export function lockFolder(dataDir: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(path.join(dataDir, LOCK_FILE), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock?.isOpen && lock.close();
  } catch (error) {
    lock?.close();
    if (sqliteCode(error) === BUSY) {
      const remedy = 'stop it first, or set DATABASE_URL to share a PostgreSQL store';
      throw new StoreError(
        'locked',
        `Another Pullquote is using the archive in ${dataDir}: ${remedy}.`,
        error,
      );
    }
    throw new StoreError('failed', `${dataDir} cannot be written: set DATA_DIR to a folder that can.`, error);
  }
}

/** Whether another process may write to the archive in this folder. */
export function isLocked(dataDir: string): boolean {
  if (!existsSync(path.join(dataDir, LOCK_FILE))) return false;
  try {
    lockFolder(dataDir)();
    return false;
  } catch (error) {
    return error instanceof StoreError && error.fault === 'locked';
  }
}

/**
 * Writes an archive's log (WAL) into its file, which no process may have open. A file that cannot be read is left as it
 * is, together with its log.
 */
export function foldLog(file: string): void {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: BUSY_MS });
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // The caller then copies both files.
  } finally {
    db?.close();
  }
}

function connectionsOf(
  [reader, writer]: readonly SqliteConnection[],
  unlock: () => void = () => undefined,
): Connections {
  if (!reader) throw new RangeError('A store needs a connection that reads.');
  return {
    reader,
    ...(writer && { writer }),
    close() {
      reader.close();
      writer?.close();
      unlock();
    },
  };
}

function connect(file: string, readOnly: boolean): SqliteConnection {
  const db = named(file, () => new DatabaseSync(file, { readOnly, timeout: BUSY_MS }));
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    if (statements.size >= KEPT_STATEMENTS) statements.clear();
    statements.set(sql, statement);
    return statement;
  };
  return {
    run: <Row>(sql: string, values: readonly Value[] = []) =>
      named(file, () => {
        const bound = values.map((value) => (typeof value === 'string' ? storable(value) : value));
        return prepared(sql).all(...bound) as Row[];
      }),
    inTransaction: () => db.isTransaction,
    close: () => db.isOpen && db.close(),
  };
}

const BUSY = 5;
/** SQLite's primary result codes (sqlite.org/rescode.html), with the rest of the operator's sentence, which is English only. */
const FAULTS: Readonly<Record<number, readonly [StoreFault, string]>> = {
  [BUSY]: ['locked', 'is in use by another program: try again'],
  8: ['readonly', 'cannot be written: check who owns the file'],
  11: ['damaged', 'is damaged: stop Pullquote and run “pullquote restore FILE” with your last backup'],
  13: ['full', 'cannot grow, the disk is full: make room, then add again (questions are still answered)'],
  26: ['damaged', 'is not a database: stop Pullquote and run “pullquote restore FILE” with your last backup'],
};

function sqliteCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : 0;
}

function named<Result>(file: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    const [fault, words] = FAULTS[sqliteCode(error)] ?? ['failed', 'failed; the log has the cause'];
    throw new StoreError(fault, `The archive ${file} ${words}.`, error);
  }
}
