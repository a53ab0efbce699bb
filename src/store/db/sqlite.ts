import { StoreError, type Db } from './db.ts';
import { groupCommit } from './group-commit.ts';
import { openConnections, SQLITE_FILE } from './sqlite-connections.ts';
import path from 'node:path';

export type SqliteOptions = Readonly<{
  /** Created if it does not exist. */
  dataDir: string;
  /** Takes no lock and cannot write; for questions and backups beside a running bot. Default false. */
  readOnly?: boolean;
}>;

/**
 * Opens or creates the archive in `dataDir`. Only one process may write: throws {@link StoreError} `locked` (exit code 75)
 * when another one does. Reads use their own connection and see committed data only.
 */
export function openSqlite({ dataDir, readOnly = false }: SqliteOptions): Db {
  const file = path.join(dataDir, SQLITE_FILE);
  const { reader, writer, close } = openConnections(dataDir, readOnly);
  const listeners = new Set<(message: string | undefined) => void>();
  const commits = groupCommit(file, writer, (messages) => {
    for (const message of messages) for (const listener of listeners) listener(message);
  });

  return {
    kind: 'sqlite',
    place: file,
    all: async (sql, values) => reader.run(sql, values),
    transaction: commits.run,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async scrub() {
      // secure_delete has overwritten the pages with zeros, but the log beside the file may still hold the old ones.
      await commits.ended();
      const [row] = writer?.run<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)') ?? [];
      if (row?.busy !== 1) return;
      throw new StoreError(
        'locked',
        `Another program reads ${file}: deleted text stays in its log until that ends.`,
      );
    },
    copyTo: async (copy) => void reader.run('VACUUM INTO ?', [copy]),
    async close() {
      await commits.ended();
      close();
    },
  };
}
