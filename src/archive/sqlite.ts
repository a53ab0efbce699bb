import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { storable, StoreError, type Db, type StoreFault, type Tx, type Value } from './db.ts';

/** The archive's file inside DATA_DIR. */
export const SQLITE_FILE = 'pullquote.sqlite';
/** Held for as long as a process may write; the system lets go of it even after kill -9. */
const LOCK_FILE = 'pullquote.lock';

export type SqliteOptions = Readonly<{
  /** Made when it does not exist. */
  dataDir: string;
  /** For questions and backups beside a running bot: takes no lock and cannot write. Default false. */
  readOnly?: boolean;
}>;

/**
 * Opens (or makes) the archive in `dataDir`. One process writes: throws {@link StoreError} `locked` (exit
 * code 75) when another has it. Reads go through a connection of their own and see committed data only.
 */
export function openSqlite({ dataDir, readOnly = false }: SqliteOptions): Db {
  const file = path.join(dataDir, SQLITE_FILE);
  const guard = guardFor(file);
  if (readOnly && !existsSync(file)) {
    throw new StoreError(
      'failed',
      `There is no archive in ${dataDir}: add an article first, or set DATA_DIR.`,
    );
  }
  const lock = readOnly ? undefined : takeLock(dataDir);
  const writer = readOnly ? undefined : guard(() => openWriter(file));
  const reader = guard(() => new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS }));
  const read = prepared(reader);
  const listeners = new Set<(message: string | undefined) => void>();
  let queue: Promise<unknown> = Promise.resolve();

  async function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    if (!writer) throw new StoreError('readonly', `The archive in ${dataDir} was opened for reading only.`);
    const write = prepared(writer);
    const told: string[] = [];
    guard(() => writer.exec('BEGIN IMMEDIATE'));
    try {
      const result = await work({
        all: async (sql, values) => {
          // A full disk makes SQLite roll back by itself: nothing may then be written outside the transaction.
          if (!writer.isTransaction) throw new StoreError('failed', `A transaction on ${file} has ended.`);
          return guard(() => write(sql, values));
        },
        notify: async (message) => void told.push(message),
      });
      guard(() => writer.exec('COMMIT'));
      for (const message of told) for (const listener of listeners) listener(message);
      return result;
    } finally {
      if (writer.isTransaction) writer.exec('ROLLBACK');
    }
  }

  return {
    kind: 'sqlite',
    place: file,
    all: async (sql, values) => guard(() => read(sql, values)),
    transaction(work) {
      const run = queue.then(() => inTransaction(work));
      queue = run.catch(() => undefined);
      return run;
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async scrub() {
      // With secure_delete the pages hold zeros already; the log beside the file may still hold the old ones.
      await queue;
      guard(() => writer?.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
    },
    async copyTo(copy) {
      guard(() => reader.prepare('VACUUM INTO ?').run(copy));
    },
    async close() {
      await queue;
      for (const connection of [reader, writer, lock]) if (connection?.isOpen) connection.close();
    },
  };
}

/** Milliseconds a connection waits for another before it gives up; short, since it blocks the event loop. */
const BUSY_MS = 250;

function openWriter(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_MS });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  return db;
}

function takeLock(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true });
    const lock = new DatabaseSync(path.join(dataDir, LOCK_FILE), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
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

type Run = <Row>(sql: string, values?: readonly Value[]) => Row[];

/** Statements are prepared once; the program's SQL is a fixed set, but lists of `?` come in many lengths. */
const KEPT_STATEMENTS = 200;
const preparedOf = new WeakMap<DatabaseSync, Run>();

function prepared(db: DatabaseSync): Run {
  const known = preparedOf.get(db);
  if (known) return known;
  const statements = new Map<string, StatementSync>();
  const run: Run = <Row>(sql: string, values: readonly Value[] = []) => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    if (statements.size >= KEPT_STATEMENTS) statements.clear();
    statements.set(sql, statement);
    return statement.all(
      ...values.map((value) => (typeof value === 'string' ? storable(value) : value)),
    ) as Row[];
  };
  preparedOf.set(db, run);
  return run;
}

const BUSY = 5;
/** SQLite's primary result codes (sqlite.org/rescode.html) and what each means for a newsroom. */
const FAULTS: Readonly<Record<number, readonly [StoreFault, string]>> = {
  5: ['locked', 'is in use by another program: try again'],
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

function guardFor(file: string) {
  return <Result>(run: () => Result): Result => {
    try {
      return run();
    } catch (error) {
      const [fault, words] = FAULTS[sqliteCode(error)] ?? ['failed', 'failed; the log has the cause'];
      throw new StoreError(fault, `The archive ${file} ${words}.`, error);
    }
  };
}
