import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { changeOf, type Change } from './changes.ts';
import type { Db, StoreError } from './db.ts';
import { gated } from './gate.ts';
import { guildArchive, type GuildArchive } from './guild-archive.ts';
import { migrate, requireCurrent } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

export type StoreOptions = Readonly<{
  /** Folder of the SQLite file, of copies made before an update, and of the retraction log. */
  dataDir: string;
  /** A PostgreSQL URL; when set, the archive is there instead of in `dataDir`. */
  databaseUrl?: string;
  /** For questions and backups beside a running bot. Default false. */
  readOnly?: boolean;
  /** Ids of house articles, which a guild's new article does not take. Default: none. */
  reserved?(id: string): boolean;
  /** Default: the system's clock. */
  now?(): Date;
  /** Hears of a lost PostgreSQL connection, for the log. */
  onTrouble?(error: StoreError): void;
}>;

/** The newsroom's store: every guild's archive, each reached by its guild id alone. */
export type Store = Readonly<{
  kind: Db['kind'];
  guild(guildId: string): GuildArchive;
  /** Hears what changed, here and in other processes on the same store. Returns how to stop. */
  onChange(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
}>;

/**
 * Opens the store and brings its schema up to date. Throws StoreError, whose `exitCode` ends the program; a
 * PostgreSQL that is down is no reason to: statements fail with the reason until it is back.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, readOnly = false, reserved = () => false, now = () => new Date() } = options;
  const plain = openDb(options);
  const prepare = () =>
    readOnly ? requireCurrent(plain) : migrate(plain, (version) => copyBefore(plain, dataDir, version));
  const db = await gated(plain, prepare).catch(async (error: unknown) => {
    await plain.close();
    throw error;
  });
  return {
    kind: db.kind,
    guild: (guildId) => guildArchive({ db, now, reserved }, guildId),
    onChange: (listener) => db.listen((message) => listener(changeOf(message))),
    close: () => db.close(),
  };
}

function openDb({ dataDir, databaseUrl, readOnly = false, onTrouble }: StoreOptions): Db {
  if (databaseUrl === undefined) return openSqlite({ dataDir, readOnly });
  return openPostgres({ url: databaseUrl, readOnly, ...(onTrouble && { onTrouble }) });
}

/** The store as it was before an update of the schema; a retraction removes it, since it may hold the text. */
async function copyBefore(db: Db, dataDir: string, version: number): Promise<void> {
  const file = path.join(dataDir, `before-update-of-schema-${version}.sqlite`);
  mkdirSync(dataDir, { recursive: true });
  rmSync(file, { force: true });
  await db.copyTo(file);
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
