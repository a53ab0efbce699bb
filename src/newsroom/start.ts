import { join } from 'node:path';
import { openStore, type Store, type StoreOptions } from '../store/archive.ts';
import { fetchAttachment } from '../intake/net/fetch-attachment.ts';
import { fetchUrl } from '../intake/net/fetch-url.ts';
import { intakePool } from '../intake/worker/pool.ts';
import type { Document } from '../article/article.ts';
import type { Asker, Desk } from '../desk/ports.ts';
import type { Posted } from '../desk/posted.ts';
import type { Published } from '../desk/published.ts';
import type { SearchEngineSetup } from './engine/large-archive.ts';
import { EngineError } from '../search/index/opensearch/engine-error.ts';
import { announcementsOf } from './announcements.ts';
import { startFeeder } from './engine/feeder.ts';
import { fileTextReader } from './file-text.ts';
import { guildKeeper, type GuildKeeper } from './guilds.ts';
import { feedRunner } from './feed-runner.ts';
import { jobRunner } from './job-runner.ts';
import { openNewsroom, type NewsroomOptions } from './newsroom.ts';
import type { Outlet } from './outlet.ts';
import { startBackground } from './background.ts';
import { publishedIn, receiptLinks } from './published.ts';
import { sourceReader, type Fetchers } from './read-source.ts';
import { vectorFiles, VECTORS_FOLDER } from './vector-files.ts';
import { causeOf } from '../desk/cause.ts';

/** A newsroom with its store and its readers. */
export type RunningNewsroom = Readonly<{
  deskFor(asker: Asker): Promise<Desk>;
  /** Starts posting and editing messages through this outlet, including all that are waiting. */
  attach(outlet: Outlet): void;
  /** Opens a server's archive before its first question; resolves when it is completely indexed. */
  open(guildId: string): Promise<void>;
  /** Records which servers the bot is in. */
  guilds: Omit<GuildKeeper, 'purge'>;
  /** Records what a message of the bot quotes, to edit it after changes and to show it again. Rejects with a StoreError. */
  posted(posted: Posted): Promise<void>;
  /** Articles for the public pages. */
  published: Published;
  /** Saves work where it can, because more is asked than can be answered. */
  onOverload(): void;
  /** The servers that people chose for use outside of a server. Rejects with a StoreError. */
  chosen: Store['chosen'];
  /** Counts the contents of the store and its waiting work. Rejects with a StoreError. */
  figures: Store['figures'];
  /** Resolves if questions can be answered; rejects with a StoreError or EngineError otherwise. */
  healthy(): Promise<void>;
  /** Waits for the current work, then closes the store. */
  close(): Promise<void>;
}>;

export type StartOptions = Omit<
  NewsroomOptions,
  'store' | 'carryOut' | 'checkFeed' | 'engine' | 'vectorFiles' | 'receiptLink'
> &
  Readonly<{
    store: Pick<StoreOptions, 'dataDir' | 'databaseUrl' | 'mostText'>;
    /** The search engine for the servers' articles. Default: none, they are indexed in this process. */
    searchEngine?: SearchEngineSetup;
    /** Maximum number of messages about followed things per hour for a channel or person. */
    followPerHour: number;
    /** Public base address of the pages of quotes, to which replies link. Default: no links. */
    receiptBase?: string;
    /** How long to collect further news before posting. Milliseconds. Default: some seconds. */
    followGather?: number;
    /** Default: the public internet and Discord's attachments. */
    fetchers?: Fetchers;
  }>;

/** Opens the store and starts the work that waits in it. Throws StoreError, whose `exitCode` is the program's. */
export async function startNewsroom(options: StartOptions): Promise<RunningNewsroom> {
  const { common, fetchers, receiptBase, searchEngine } = options;
  const { now, log } = common;
  const house = new Map(options.house.map((document) => [document.article.id, document]));
  const store = await storeOf(options, house);
  const pool = intakePool();
  const runner = jobRunner(store, sourceReader(pool, fetchers), log);
  const publishing = { store, house, now };
  const announcements = announcementsOf({
    ...options,
    ...publishing,
    png: common.png,
    log,
    receiptLink: receiptLinks(publishing, receiptBase),
    work: () => void runner.work(),
  });
  const feeds = feedRunner({
    store,
    tools: { now, fetch: fetchers?.page ?? fetchUrl, pool },
    news: announcements.news,
    log,
  });
  const feeder =
    searchEngine && startFeeder({ ...searchEngine, store, place: searchEngine.client.place, now, log });
  const files = vectorFiles(join(options.store.dataDir, VECTORS_FOLDER));
  const newsroom = openNewsroom({
    ...options,
    ...(receiptBase !== undefined && { receiptLink: receiptLinks(publishing, receiptBase) }),
    common: { ...common, textOfFile: fileTextReader(pool, fetchers?.file ?? fetchAttachment) },
    store,
    vectorFiles: files,
    carryOut: runner.carryOut,
    checkFeed: (guildId) => (feed, onRead) => feeds.check(guildId, feed, onRead),
    ...(feeder && { engine: feeder.state }),
  });
  const { memberships } = store;
  const guilds = guildKeeper({ memberships, open: newsroom.open, elapsed: () => performance.now(), log });
  const background = startBackground({ store, runner, announcements, feeds, guilds, files, now, log });
  return {
    ...newsroom,
    guilds,
    published: publishedIn(publishing),
    onOverload: () => options.reader.stepAside(),
    chosen: store.chosen,
    figures: () => store.figures(),
    async healthy() {
      await store.figures();
      const state = await feeder?.state();
      if (state?.building) throw new EngineError('building');
      if (state?.problem !== undefined) throw new EngineError('down', state.problem);
    },
    attach: background.attach,
    async close() {
      const ended = [background.stop(), runner.close(), feeds.close(), ...(feeder ? [feeder.close()] : [])];
      await pool.close();
      await Promise.all(ended);
      newsroom.close();
      await options.reader.close();
      await searchEngine?.client.close();
      await store.close();
    },
  };
}

/** Opens the store, which refuses new articles with the id of a house article. */
const storeOf = (
  { store, searchEngine, common: { now, log } }: StartOptions,
  house: ReadonlyMap<string, Document>,
): Promise<Store> =>
  openStore({
    ...store,
    searchEngine: searchEngine !== undefined,
    reserved: (id) => house.has(id),
    now,
    onTrouble: (error) => log.warn({ cause: causeOf(error) }, 'the store reported a failure'),
  });
