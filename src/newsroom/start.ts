import { join } from 'node:path';
import { openStore, type Store, type StoreOptions } from '../store/archive.ts';
import { fetchAttachment } from '../intake/net/fetch-attachment.ts';
import { fetchUrl } from '../intake/net/fetch-url.ts';
import { intakePool } from '../intake/worker/pool.ts';
import type { Asker, Desk } from '../desk/ports.ts';
import type { Posted } from '../desk/posted.ts';
import type { Published } from '../desk/published.ts';
import type { SearchEngineSetup } from './engine/large-archive.ts';
import { EngineError } from '../search/index/opensearch/engine-error.ts';
import { startFeeder } from './engine/feeder.ts';
import { fileTextReader } from './file-text.ts';
import { briefingsOf } from './briefing/briefings.ts';
import { followingOf } from './follow/following.ts';
import { guildKeeper, type GuildKeeper, type IsMember } from './guilds.ts';
import { feedRunner } from './feed-runner.ts';
import { jobRunner } from './job-runner.ts';
import { openNewsroom, type NewsroomOptions } from './newsroom.ts';
import type { Outlet } from './outlet.ts';
import { publishedIn, receiptLinks } from './published.ts';
import { sourceReader, type Fetchers } from './read-source.ts';
import { schedule } from './schedule.ts';
import { tellOf } from './tell.ts';
import { vectorFiles, VECTORS_FOLDER } from './vector-files.ts';
import { causeOf } from '../desk/cause.ts';

/** A newsroom with its store and its readers. */
export type RunningNewsroom = Readonly<{
  deskFor(asker: Asker): Promise<Desk>;
  /** Messages can be reached from now on: what waits to be edited or told is. */
  attach(outlet: Outlet): void;
  /** Opens a server's archive before the first question; resolves when all of it is in the index. */
  open(guildId: string): Promise<void>;
  /** Keeps account of the servers that the bot is in. */
  guilds: Omit<GuildKeeper, 'purge'>;
  /** Keeps what a message of the bot quotes, to edit it when that changes and to show it again. Rejects with a StoreError. */
  posted(posted: Posted): Promise<void>;
  /** What anybody may read who has a receipt. */
  published: Published;
  /** Which server people read outside of any. Rejects with a StoreError. */
  chosen: Store['chosen'];
  /** Counts what the store holds and what waits in it. Rejects with a StoreError. */
  figures: Store['figures'];
  /** Rejects with a StoreError or EngineError while questions cannot be answered. */
  healthy(): Promise<void>;
  /** Ends what is under way, then the store. */
  close(): Promise<void>;
}>;

export type StartOptions = Omit<
  NewsroomOptions,
  'store' | 'carryOut' | 'checkFeed' | 'engine' | 'vectorFiles' | 'receiptLink'
> &
  Readonly<{
    store: Pick<StoreOptions, 'dataDir' | 'databaseUrl' | 'mostText'>;
    /** The search engine that holds the index. Default: none, articles are searched in this process. */
    searchEngine?: SearchEngineSetup;
    /** Messages about what it follows that a channel or person gets within an hour at most. */
    followPerHour: number;
    /** Where the pages of quotes are reached from outside; replies lead to them. Default: none do. */
    receiptBase?: string;
    /** How long is waited for more of it to come. Milliseconds. Default: some seconds. */
    followGather?: number;
    /** Default: the public internet and Discord's attachments. */
    fetchers?: Fetchers;
  }>;

/** Interval of looking for waiting jobs and due feeds. Milliseconds. */
const WORK_MS = 30_000;
/** Interval of looking for messages that could not be edited at once. Milliseconds. */
const SWEEP_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long finished jobs are kept: /status lists them, and their ids prevent duplicate announcements. Milliseconds. */
const JOBS_KEPT_MS = 30 * 86_400_000;
/** How long a reply for somebody alone can be shared or exported; Discord shows it until its app is started again. Milliseconds. */
const PRIVATE_KEPT_MS = 7 * 86_400_000;

/** Opens the store and starts to work off what waits in it. Throws StoreError, whose `exitCode` ends the program. */
export async function startNewsroom(options: StartOptions): Promise<RunningNewsroom> {
  const { house, common, fetchers } = options;
  const houseIds = new Set(house.map(({ article }) => article.id));
  const store = await openStore({
    ...options.store,
    searchEngine: options.searchEngine !== undefined,
    reserved: (id) => houseIds.has(id),
    now: common.now,
    onTrouble: (error) => common.log.warn({ cause: causeOf(error) }, 'the store reported a failure'),
  });
  const pool = intakePool();
  const runner = jobRunner(store, sourceReader(pool, fetchers), common.log);
  const { now, log } = common;
  const houseById = new Map(house.map((document) => [document.article.id, document]));
  const work = (): void => void runner.work();
  const publishing = { store, house: houseById, now };
  const receiptLink = receiptLinks(publishing, options.receiptBase);
  const tell = tellOf({ store, house: houseById, png: common.png, receiptLink, now, log, work });
  const fetchPage = fetchers?.page ?? fetchUrl;
  const feeds = feedRunner({ store, tools: { now, fetch: fetchPage, pool }, news: tell.news, log });
  const telling = { store, now, log, work, receiptLink };
  const following = followingOf({
    ...telling,
    perHour: options.followPerHour,
    ...(options.followGather !== undefined && { gather: options.followGather }),
  });
  const briefings = briefingsOf(telling);
  runner.also(following.look);
  const checkFeed: NewsroomOptions['checkFeed'] = (guildId) => (feed, onRead) =>
    feeds.check(guildId, feed, onRead);
  const files = vectorFiles(join(options.store.dataDir, VECTORS_FOLDER));
  const { searchEngine } = options;
  const feeder =
    searchEngine && startFeeder({ ...searchEngine, store, place: searchEngine.client.place, now, log });
  const textOfFile = fileTextReader(pool, fetchers?.file ?? fetchAttachment);
  const newsroom = openNewsroom({
    ...options,
    ...(options.receiptBase !== undefined && { receiptLink }),
    common: { ...common, textOfFile },
    store,
    vectorFiles: files,
    carryOut: runner.carryOut,
    checkFeed,
    ...(feeder && { engine: feeder.state }),
  });
  const stopTelling = store.onChange((change) => {
    void tell.changed(change);
    work();
  });
  const before = (milliseconds: number): Date => new Date(now().getTime() - milliseconds);
  const forgetOld = async (): Promise<void> => {
    await store.housekeeping.dropJobsEndedBefore(before(JOBS_KEPT_MS));
    await store.housekeeping.dropPrivatePostsBefore(before(PRIVATE_KEPT_MS));
  };
  const guilds = guildKeeper({
    memberships: store.memberships,
    open: newsroom.open,
    elapsed: () => performance.now(),
    log,
  });
  let isMember: IsMember = () => Promise.reject(new Error('Discord is not connected yet'));
  const stopTasks = schedule(
    [
      { every: WORK_MS, atStart: true, run: async () => work(), failure: 'could not start waiting jobs' },
      { every: WORK_MS, atStart: true, run: () => following.plan(), failure: 'could not plan messages' },
      { every: WORK_MS, atStart: true, run: () => briefings.plan(), failure: 'could not plan digests' },
      { every: WORK_MS, atStart: true, run: () => feeds.work(), failure: 'could not read due feeds' },
      { every: SWEEP_MS, run: () => tell.sweep(), failure: 'could not look for messages to edit' },
      { every: SWEEP_MS, run: () => following.sweep(), failure: 'could not look for news to follow' },
      { every: HOUR_MS, run: () => guilds.purge(isMember), failure: 'could not purge servers' },
      { every: HOUR_MS, run: forgetOld, failure: 'could not delete old jobs and replies' },
      {
        every: DAY_MS,
        atStart: true,
        run: () => files.prune(now()),
        failure: 'could not delete old vectors',
      },
    ],
    log,
  );
  return {
    deskFor: newsroom.deskFor,
    open: newsroom.open,
    guilds,
    published: publishedIn(publishing),
    chosen: store.chosen,
    figures: () => store.figures(),
    async healthy() {
      await store.figures();
      const state = await feeder?.state();
      if (state?.building) throw new EngineError('building');
      if (state?.problem !== undefined) throw new EngineError('down', state.problem);
    },
    posted: newsroom.posted,
    attach(outlet) {
      isMember = outlet.isMember;
      for (const kinds of [tell.kinds(outlet), following.kinds(outlet), briefings.kinds(outlet)])
        runner.also(kinds);
      void Promise.all([tell.sweep(), following.sweep()]).then(work);
    },
    async close() {
      const tasks = stopTasks();
      following.close();
      stopTelling();
      const ended = [tasks, runner.close(), feeds.close(), ...(feeder ? [feeder.close()] : [])];
      await pool.close();
      await Promise.all(ended);
      newsroom.close();
      await options.reader.close();
      await searchEngine?.client.close();
      await store.close();
    },
  };
}
