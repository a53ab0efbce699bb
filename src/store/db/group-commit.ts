import { setImmediate as turn } from 'node:timers/promises';
import { StoreError, type Db, type Tx } from './db.ts';
import type { SqliteConnection } from './sqlite-connections.ts';

/** A transaction that waits for its turn, and what is called with its outcome once it is on the disk. */
type Waiting = Readonly<{
  work: (tx: Tx) => Promise<unknown>;
  end(result: unknown): void;
  fail(error: unknown): void;
}>;

/** The transactions of a file, carried out one after the other. */
export type GroupCommit = Readonly<{
  /** Resolves once the work is on the disk. Rejects with what it threw, or with a StoreError; it then had no effect. */
  run: Db['transaction'];
  /** Resolves when none is under way. */
  ended(): Promise<void>;
}>;

/**
 * Carries out transactions; those that wait at one moment share one commit, because a commit waits for the disk and blocks the event loop
 * meanwhile. Each runs in a savepoint, so that one that fails leaves the others. `told` gets what a transaction announced, after the
 * commit. Without a `writer` all are refused.
 */
export function groupCommit(
  file: string,
  writer: SqliteConnection | undefined,
  told: (messages: readonly string[]) => void,
): GroupCommit {
  const waiting: Waiting[] = [];
  let working: Promise<void> | undefined;

  async function workOff(): Promise<void> {
    while (waiting.length > 0) {
      await turn();
      const together = waiting.splice(0);
      try {
        for (const acknowledge of await committed(together)) acknowledge();
      } catch (error) {
        for (const { fail } of together) fail(error);
      }
    }
    working = undefined;
  }

  /** Returns functions that tell each work its outcome. */
  async function committed(works: readonly Waiting[]): Promise<readonly (() => void)[]> {
    if (!writer) throw new StoreError('readonly', `The archive ${file} was opened for reading only.`);
    const outcomes: (() => void)[] = [];
    writer.run('BEGIN IMMEDIATE');
    try {
      for (const each of works) outcomes.push(await inSavepoint(each, writer));
      writer.run('COMMIT');
      return outcomes;
    } finally {
      if (writer.inTransaction()) writer.run('ROLLBACK');
    }
  }

  async function inSavepoint(
    { work, end, fail }: Waiting,
    connection: SqliteConnection,
  ): Promise<() => void> {
    const messages: string[] = [];
    connection.run('SAVEPOINT work');
    try {
      const result = await work({
        async all(sql, values) {
          // SQLite rolls back by itself when the disk is full; later statements must not run outside the transaction.
          if (!connection.inTransaction())
            throw new StoreError('failed', `The transaction on ${file} was rolled back.`);
          return connection.run(sql, values);
        },
        notify: async (message) => void messages.push(message),
      });
      connection.run('RELEASE work');
      return () => {
        told(messages);
        end(result);
      };
    } catch (error) {
      // What SQLite rolled back by itself took the other works along.
      if (!connection.inTransaction()) throw error;
      connection.run('ROLLBACK TO work');
      connection.run('RELEASE work');
      return () => fail(error);
    }
  }

  return {
    run: (work) =>
      new Promise((resolve, fail) => {
        const end = resolve as (result: unknown) => void;
        waiting.push({ work, end, fail });
        working ??= workOff();
      }),
    ended: async () => working,
  };
}
