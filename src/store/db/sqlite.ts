import { StoreError, type Db, type Tx } from './db.ts';
import { openConnections, SQLITE_FILE, type Connection } from './sqlite-connections.ts';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

export type SqliteOptions = Readonly<{
  /** Created if it does not exist. */
  dataDir: string;
  /** Takes no lock and cannot write; for questions and backups beside a running bot. Default false. */
  readOnly?: boolean;
}>;

/** A transaction that waits for its turn, and what is told of its outcome once it is on the disk. */
type Waiting = Readonly<{
  work: (tx: Tx) => Promise<unknown>;
  end(result: unknown): void;
  fail(error: unknown): void;
}>;

/**
 * Opens or creates the archive in `dataDir`. Only one process may write: throws {@link StoreError} `locked` (exit code 75)
 * when another one does. Reads use their own connection and see committed data only.
 */
export function openSqlite({ dataDir, readOnly = false }: SqliteOptions): Db {
  const file = path.join(dataDir, SQLITE_FILE);
  const { reader, writer, close } = openConnections(dataDir, readOnly);
  const listeners = new Set<(message: string | undefined) => void>();
  const waiting: Waiting[] = [];
  let working: Promise<void> | undefined;

  /** Carries out what waits, all that waits at one moment with one commit: a commit waits for the disk and blocks the event loop. */
  async function workOff(): Promise<void> {
    while (waiting.length > 0) {
      await turn();
      const together = waiting.splice(0);
      try {
        const ended = await committed(together);
        for (const each of ended) each();
      } catch (error) {
        for (const { fail } of together) fail(error);
      }
    }
    working = undefined;
  }

  /** Runs works one after the other in one transaction, a failing one without effect. Returns what tells their outcomes. */
  async function committed(works: readonly Waiting[]): Promise<readonly (() => void)[]> {
    if (!writer) throw new StoreError('readonly', `The archive in ${dataDir} was opened for reading only.`);
    const outcomes: (() => void)[] = [];
    writer.run('BEGIN IMMEDIATE');
    try {
      for (const each of works) outcomes.push(await alone(each, writer));
      writer.run('COMMIT');
      return outcomes;
    } finally {
      if (writer.inTransaction()) writer.run('ROLLBACK');
    }
  }

  async function alone({ work, end, fail }: Waiting, connection: Connection): Promise<() => void> {
    const told: string[] = [];
    connection.run('SAVEPOINT work');
    try {
      const result = await work({
        async all(sql, values) {
          // SQLite rolls back by itself when the disk is full; later statements must not run outside the transaction.
          if (!connection.inTransaction())
            throw new StoreError('failed', `The transaction on ${file} was rolled back.`);
          return connection.run(sql, values);
        },
        notify: async (message) => void told.push(message),
      });
      connection.run('RELEASE work');
      return () => {
        for (const message of told) for (const listener of listeners) listener(message);
        end(result);
      };
    } catch (error) {
      // What was rolled back by itself took the other works along.
      if (!connection.inTransaction()) throw error;
      connection.run('ROLLBACK TO work');
      connection.run('RELEASE work');
      return () => fail(error);
    }
  }

  return {
    kind: 'sqlite',
    place: file,
    all: async (sql, values) => reader.run(sql, values),
    transaction: (work) =>
      new Promise((end, fail) => {
        waiting.push({ work, end: end as Waiting['end'], fail });
        working ??= workOff();
      }),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async scrub() {
      // secure_delete has overwritten the pages with zeros, but the log beside the file may still hold the old ones.
      await working;
      const [row] = writer?.run<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)') ?? [];
      if (row?.busy !== 1) return;
      throw new StoreError(
        'locked',
        `Another program reads ${file}: deleted text stays in its log until that ends.`,
      );
    },
    copyTo: async (copy) => void reader.run('VACUUM INTO ?', [copy]),
    async close() {
      await working;
      close();
    },
  };
}
