import { makeWordingKey } from './articles/retracted-wording.ts';
import { changeOf, type StoreChange } from './changes.ts';
import { clearWorkFolders, copyBeforeUpdate, writeBackup } from './safety/copies.ts';
import type { Db, StoreError } from './db/db.ts';
import { chosenGuilds, type ChosenGuilds } from './desk/chosen-guilds.ts';
import { eraser } from './safety/eraser.ts';
import { feedQueue, type FeedQueue } from './desk/feed-queue.ts';
import { gated } from './db/gate.ts';
import { guildArchive, type GuildArchive } from './guild-archive.ts';
import { housekeeping, type Housekeeping } from './safety/housekeeping.ts';
import { storeFigures, type StoreFigures } from './safety/figures.ts';
import { memberships, type Memberships, type Serving } from './safety/memberships.ts';
import { jobQueue, type JobQueue } from './desk/jobs.ts';
import { migrate, requireCurrent } from './db/migrate.ts';
import { tellingOf, type Telling } from './desk/follow-news.ts';
import { outboxOf, type Outbox } from './outbox.ts';
import { openPostgres } from './db/postgres.ts';
import { retractionLedger } from './safety/retraction-ledger.ts';
import { openSqlite } from './db/sqlite.ts';
import { textRoom } from './articles/text-room.ts';
import { verifyStore, type Verification } from './safety/verify.ts';

export type StoreOptions = Readonly<{
  /** Folder of the SQLite file, of copies made before an update, and of the retraction log. */
  dataDir: string;
  /** A PostgreSQL URL; when set, the archive is there instead of in `dataDir`. */
  databaseUrl?: string;
  /** For questions and backups beside a running bot. Default false. */
  readOnly?: boolean;
  /** Ids of house articles, which a guild's new article does not take. Default: none. */
  reserved?(id: string): boolean;
  /** Characters that a guild's newest texts may hold together before nothing more is added (F17). Default: no limit. */
  mostText?: number;
  /** A search engine is told of each change of an article: changes wait in {@link Store.outbox}. Default false. */
  searchEngine?: boolean;
  /** How long a PostgreSQL statement may take, in milliseconds. Default: so short that Discord's three seconds suffice (F18). */
  patienceMs?: number;
  /** Default: the system's clock. */
  now?(): Date;
  /** Hears of a lost connection, and of what failed after a write was done, for the log. Default: nobody does. */
  onTrouble?(error: StoreError): void;
}>;

/** The newsroom's store: every guild's archive, each reached by its guild id alone. */
export type Store = Readonly<{
  kind: Db['kind'];
  guild(guildId: string): GuildArchive;
  /** Hears what changed, here and in other processes on the same store. Returns how to stop. */
  onChange(listener: (change: StoreChange) => void): () => void;
  /** Intake's work of all guilds. */
  jobs: JobQueue;
  feeds: FeedQueue;
  housekeeping: Housekeeping;
  /** What the search engine has yet to be told; nothing is added to it without {@link StoreOptions.searchEngine}. */
  outbox: Outbox;
  /** Where something that is followed, or a digest, is to be told. */
  telling: Telling;
  /** Which bots are in which servers. */
  memberships: Memberships;
  /** Which server people read outside of any. */
  chosen: ChosenGuilds;
  /** Counts what the store holds and what waits in it. */
  figures(): Promise<StoreFigures>;
  /** Writes a backup while the store is in use; `file` must not exist. Throws StoreError. */
  backup(file: string): Promise<void>;
  /** Computes every fingerprint again and checks the tables; changes nothing. */
  verify(): Promise<Verification>;
  close(): Promise<void>;
}>;

/**
 * Opens the store and brings its schema up to date. Throws StoreError, whose `exitCode` ends the program; a
 * PostgreSQL that is down is no reason to: statements fail with the reason until it is back.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const {
    dataDir,
    readOnly = false,
    reserved = () => false,
    now = () => new Date(),
    searchEngine = false,
  } = options;
  const room = textRoom(options.mostText ?? Number.POSITIVE_INFINITY);
  const onTrouble = options.onTrouble ?? (() => undefined);
  const plain = openDb(options);
  const prepare = async (): Promise<void> => {
    if (readOnly) return requireCurrent(plain);
    await migrate(plain, (version) => copyBeforeUpdate(plain, dataDir, version));
    await makeWordingKey(plain);
  };
  try {
    if (!readOnly) clearWorkFolders(dataDir);
    const db = await gated(plain, prepare);
    const ledger = db.kind === 'sqlite' && !readOnly ? retractionLedger(db, dataDir) : undefined;
    await ledger?.keep();
    const serving: Serving = { application: '' };
    const jobs = jobQueue({ db, now }, serving);
    // Nobody else works on a SQLite store: what was begun was left behind by a process that is gone.
    if (ledger) await jobs.releaseAll();

    const { withheld, purged, stop } = eraser(db, dataDir, ledger, onTrouble);
    return {
      kind: db.kind,
      guild: (guildId) => guildArchive({ db, now, reserved, room, outbox: searchEngine, withheld }, guildId),
      onChange: (listener) => db.listen((message) => listener(changeOf(message))),
      jobs,
      feeds: feedQueue({ db, now }),
      housekeeping: housekeeping({ db }),
      memberships: memberships({ db, now, outbox: searchEngine }, serving, purged),
      chosen: chosenGuilds({ db }),
      outbox: outboxOf(db),
      telling: tellingOf(db),
      figures: () => storeFigures({ db, now }),
      backup: (file) => writeBackup(db, file),
      verify: () => verifyStore(db),
      close() {
        stop();
        return db.close();
      },
    };
  } catch (error) {
    await plain.close();
    throw error;
  }
}

function openDb({ dataDir, databaseUrl, readOnly = false, patienceMs, onTrouble }: StoreOptions): Db {
  if (databaseUrl === undefined) return openSqlite({ dataDir, readOnly });
  return openPostgres({
    url: databaseUrl,
    readOnly,
    ...(patienceMs !== undefined && { patienceMs }),
    ...(onTrouble && { onTrouble }),
  });
}
