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
  /** Opens without write access, for questions and backups beside a running bot. Default false. */
  readOnly?: boolean;
  /** Whether a house article has this id, so that a guild's new article gets another. Default: none has. */
  reserved?(id: string): boolean;
  /** Most characters that a guild's current texts may have in total; beyond it nothing is added (F17). Default: no limit. */
  mostText?: number;
  /** Records each change of an article in {@link Store.outbox}, for the search engine. Default false. */
  searchEngine?: boolean;
  /** Timeout of a PostgreSQL statement, in milliseconds. Default: short enough for Discord's three seconds (F18). */
  patienceMs?: number;
  /** Default: the system's clock. */
  now?(): Date;
  /** Called with lost connections, and with what failed after a write was committed, for the log. Default: ignored. */
  onTrouble?(error: StoreError): void;
}>;

/** The newsroom's store: every guild's archive, each reached by its guild id alone. */
export type Store = Readonly<{
  kind: Db['kind'];
  guild(guildId: string): GuildArchive;
  /** Subscribes to changes made here and by other processes on the same store. Returns the function that unsubscribes. */
  onChange(listener: (change: StoreChange) => void): () => void;
  /** Intake jobs of all guilds. */
  jobs: JobQueue;
  feeds: FeedQueue;
  housekeeping: Housekeeping;
  /** Changes that the search engine has not received yet; stays empty without {@link StoreOptions.searchEngine}. */
  outbox: Outbox;
  /** Where something that is followed, or a digest, is to be told. */
  telling: Telling;
  /** Which bots are in which servers. */
  memberships: Memberships;
  /** Which server people read outside of any. */
  chosen: ChosenGuilds;
  /** Counts articles, feeds and waiting jobs of all guilds. */
  figures(): Promise<StoreFigures>;
  /** Writes a backup while the store is in use; `file` must not exist. Throws StoreError. */
  backup(file: string): Promise<void>;
  /** Recomputes every fingerprint and checks the tables, without changing anything. */
  verify(): Promise<Verification>;
  close(): Promise<void>;
}>;

/**
 * Opens the store and brings its schema up to date. Throws StoreError, whose `exitCode` ends the program. A
 * PostgreSQL server that is down does not throw: statements fail with the reason until it is back.
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
    // A SQLite store has one writer, so a job still marked as running was left by a process that has ended.
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
