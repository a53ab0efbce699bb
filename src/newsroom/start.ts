import { openStore, type StoreOptions } from '../archive/archive.ts';
import { intakePool } from '../archive/intake/worker/pool.ts';
import type { Asker } from '../desk/command.ts';
import type { Desk } from '../desk/desk.ts';
import type { GuildArchive } from '../archive/guild-archive.ts';
import { guildKeeper, type GuildKeeper } from './guilds.ts';
import { jobRunner } from './job-runner.ts';
import { openNewsroom, type NewsroomOptions } from './newsroom.ts';
import { sourceReader, type Fetchers } from './read-source.ts';

/** A newsroom with its store and its readers. */
export type RunningNewsroom = Readonly<{
  deskFor(asker: Asker): Promise<Desk>;
  /** Opens a server's archive before the first question; resolves when all of it is in the index. */
  open(guildId: string): Promise<void>;
  /** Keeps account of the servers that the bot is in. */
  guilds: Omit<GuildKeeper, 'purge'>;
  /** Keeps what a public message of the bot quotes. Rejects with a StoreError. */
  posted(guildId: string, post: Parameters<GuildArchive['posts']['record']>[0]): Promise<void>;
  /** Ends what is under way, then the store. */
  close(): Promise<void>;
}>;

export type StartOptions = Omit<NewsroomOptions, 'store' | 'carryOut'> &
  Readonly<{
    store: Pick<StoreOptions, 'dataDir' | 'databaseUrl'>;
    /** Default: the public internet and Discord's attachments. */
    fetchers?: Fetchers;
  }>;

/** How often is looked whether anything waits to be done. Milliseconds. */
const TICK_MS = 30_000;
/** How often is looked whether a server that was left may be forgotten. Milliseconds. */
const PURGE_MS = 3_600_000;

/** Opens the store and starts to work off what waits in it. Throws StoreError, whose `exitCode` ends the program. */
export async function startNewsroom(options: StartOptions): Promise<RunningNewsroom> {
  const { house, common, fetchers } = options;
  const houseIds = new Set(house.map(({ article }) => article.id));
  const store = await openStore({
    ...options.store,
    reserved: (id) => houseIds.has(id),
    now: common.now,
    onTrouble: (error) => common.log.warn({ cause: error.message }, 'the archive has trouble'),
  });
  const pool = intakePool();
  const runner = jobRunner(store, sourceReader(pool, fetchers), common.log);
  const newsroom = openNewsroom({ ...options, store, carryOut: runner.carryOut });
  const tick = (): void => void runner.work();
  const { now, log } = common;
  const guilds = guildKeeper({ housekeeping: store.housekeeping, open: newsroom.open, now, log });
  const timers = [
    setInterval(tick, TICK_MS).unref(),
    setInterval(() => void guilds.purge(), PURGE_MS).unref(),
  ];
  tick();
  return {
    deskFor: newsroom.deskFor,
    open: newsroom.open,
    guilds,
    posted: (guildId, post) => store.guild(guildId).posts.record(post),
    async close() {
      timers.forEach(clearInterval);
      const ended = runner.close();
      await pool.close();
      await ended;
      newsroom.close();
      await store.close();
    },
  };
}
