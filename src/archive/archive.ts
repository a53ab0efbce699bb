import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { changeOf, type Change } from './changes.ts';
import type { Db } from './db.ts';
import { guildArchive, type GuildArchive } from './guild-archive.ts';
import { migrate, requireCurrent } from './migrate.ts';
import { openSqlite } from './sqlite.ts';

export type StoreOptions = Readonly<{
  /** Folder of the SQLite file, of copies made before an update, and of the retraction log. */
  dataDir: string;
  /** For questions and backups beside a running bot. Default false. */
  readOnly?: boolean;
  /** Ids of house articles, which a guild's new article does not take. Default: none. */
  reserved?(id: string): boolean;
  /** Default: the system's clock. */
  now?(): Date;
}>;

/** The newsroom's store: every guild's archive, each reached by its guild id alone. */
export type Store = Readonly<{
  kind: Db['kind'];
  guild(guildId: string): GuildArchive;
  /** Hears what changed, here and in other processes on the same store. Returns how to stop. */
  onChange(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
}>;

/** Opens the store and brings its schema up to date. Throws StoreError, whose `exitCode` ends the program. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, readOnly = false, reserved = () => false, now = () => new Date() } = options;
  const db = openSqlite({ dataDir, readOnly });
  try {
    if (readOnly) await requireCurrent(db);
    else await migrate(db, (version) => copyBefore(db, dataDir, version));
  } catch (error) {
    await db.close();
    throw error;
  }
  return {
    kind: db.kind,
    guild: (guildId) => guildArchive({ db, now, reserved }, guildId),
    onChange: (listener) => db.listen((message) => listener(changeOf(message))),
    close: () => db.close(),
  };
}

/** The store as it was before an update of the schema; a retraction removes it, since it may hold the text. */
async function copyBefore(db: Db, dataDir: string, version: number): Promise<void> {
  const file = path.join(dataDir, `before-update-of-schema-${version}.sqlite`);
  rmSync(file, { force: true });
  await db.copyTo(file);
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
