import { setTimeout as sleep } from 'node:timers/promises';
import type { Document } from '../article/article.ts';
import type { Store } from '../store/archive.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import { mayQuote } from '../store/articles/stored.ts';
import type { SearchEngine } from '../answer/ask.ts';
import { type Asker, type Cited, type Desk, isEditor } from '../desk/ports.ts';
import type { EditorTools, Vitals } from '../desk/editor-tools.ts';
import type { ReceiptLink } from '../desk/receipt-links.ts';
import type { Posted } from '../desk/posted.ts';
import { revisionIn } from '../desk/find/revision.ts';
import { documentOfStored } from '../desk/find/stored-document.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import type { Reader } from '../reader/reader.ts';
import { createVectors, type Vectors } from '../search/index/vectors.ts';
import type { GuildSettings } from '../store/desk/guild-settings.ts';
import { largeArchives, type SearchEngineSetup } from './engine/large-archive.ts';
import { freshnessKeeper } from './freshness.ts';
import type { GuildIndex } from './guild-index.ts';
import { againFrom, keepReply, type SeenWhere } from './kept-replies.ts';
import { latencyMeter } from './latency.ts';
import { keptNotes } from './notes.ts';
import { keptVectors } from './kept-vectors.ts';
import { pastOf } from './past.ts';
import { createGuildIndexes } from './guild-indexes.ts';
import { vectorMaker, type KeptVectors } from './vector-maker.ts';
import { visibleIn } from './visible.ts';
import { causeOf } from '../desk/cause.ts';

/** How long an editor's reply waits for the index to show what it tells. Milliseconds. */
const SHOWN_WITHIN = 2000;

/** What a newsroom is made of. */
export type NewsroomOptions = Readonly<{
  store: Store;
  house: readonly Document[];
  engineOver(index: SearchIndex, vectors: Vectors): SearchEngine;
  reader: Reader;
  /** Keeps the vectors of house articles. */
  vectorFiles: KeptVectors;
  /** UTF-16 units of article text that all servers' indexes together may hold. */
  limit: number;
  carryOut(guildId: string): EditorTools['carryOut'];
  checkFeed(guildId: string): EditorTools['checkFeed'];
  /** The search engine, where there is one: it then finds what is in the servers' archives, and no index is kept of them here. */
  searchEngine?: SearchEngineSetup;
  /** Finds the pages of quotes, where there are any. */
  receiptLink?(guildId: string | undefined): ReceiptLink;
  /** How the search engine is. */
  engine?: EditorTools['engine'];
  /** The program's own. */
  version: string;
  /** Bytes that one unit of indexed text takes. */
  bytesPerUnit: number;
  /** What is the same on every desk. */
  common: Pick<Desk, 'commands' | 'png' | 'now' | 'log' | 'textOfFile'>;
}>;

/** All servers' desks over one store. */
export type Newsroom = Readonly<{
  /**
   * The desk for one asker: built from the asker's own server and place alone, so that nothing else can be reached.
   * Rejects with a StoreError when the server's archive cannot be read.
   */
  deskFor(asker: Asker): Promise<Desk>;
  /** Opens a server's archive before the first question; resolves when all of it is in the index. */
  open(guildId: string): Promise<void>;
  /** Keeps what a message quotes. Rejects with a StoreError. */
  posted(posted: Posted): Promise<void>;
  close(): void;
}>;

/** Sentences of a large archive have no vectors in memory. */
const NO_VECTORS = createVectors();

/** A question waits while no more articles than this are missing from the index: they are in it within tenths of a second. */
const FEW = 200;
/** But never longer than this for either step, whatever the machine does. Milliseconds. */
const PATIENCE = 1000;

/** Opens the newsroom over a store, which stays the caller's to close. */
export function openNewsroom(options: NewsroomOptions): Newsroom {
  const { store, house, engineOver, limit, reader, common } = options;
  const { now, log } = common;
  const indexes = createGuildIndexes({
    archiveOf: (guildId) => store.guild(guildId),
    house,
    limit,
    makeVectors: (archive, vectors) =>
      vectorMaker({
        reader,
        vectors,
        kept: keptVectors(archive, options.vectorFiles),
        onTrouble: (error) => log.warn({ cause: causeOf(error) }, 'could not read or store vectors'),
      }),
    onTrouble: (error, guildId) =>
      log.error({ guildId, cause: causeOf(error) }, 'dropped an index that could not be updated'),
  });
  const large = options.searchEngine && largeArchives(options.searchEngine);
  /** Changes that the indexes do not show yet. */
  const pending = new Set<Promise<void>>();
  const stop = store.onChange((change) => {
    const applied = indexes.apply(change).finally(() => pending.delete(applied));
    pending.add(applied);
  });
  /** Waits until the changes heard so far can be found, so that "Added" is true; not for ever, since others may add much. */
  const shownSoon = (): Promise<unknown> =>
    Promise.race([Promise.all(pending), sleep(SHOWN_WITHIN, undefined, { ref: false })]);
  const houseById = new Map(house.map((document) => [document.article.id, document]));
  /** Messages that are being kept: whoever presses a button at once waits for it. */
  const keeping = new Map<string, Promise<void>>();
  const latency = latencyMeter();
  const freshness = freshnessKeeper(now);

  async function deskFor(asker: Asker): Promise<Desk> {
    const { guildId, channels = [] } = asker;
    const guildIndex = indexes.of(large ? undefined : guildId);
    await openedOrSoon(guildIndex);
    const at = now();
    const { index, vectors } = visibleIn(guildIndex, channels, at);
    const archive = guildId === undefined ? undefined : store.guild(guildId);
    const settings = large ? await archive?.settings.get() : guildIndex.settings();
    const opening = guildIndex.progress();
    // The newest of the house articles is not the newest there is.
    const { newest, ...late } = (archive && (await freshness.of(archive, index))) ?? {};
    const fresh = large || newest === undefined ? late : { ...late, newest };
    const desk: Desk = {
      ...common,
      index,
      ask: engineOver(index, vectors),
      notes: keptNotes(archive, log),
      editorRoles: settings?.editorRoles ?? [],
      answerChannels: settings?.answerChannels ?? [],
      revision: revisionsOf(archive, index, channels, at),
      retracted: async () =>
        ((await archive?.tombstones()) ?? [])
          .filter(({ visibility }) => mayQuote(visibility, channels, at))
          .map(({ id }) => id),
      past: archive ? pastOf(archive, index, channels, at) : () => Promise.resolve(undefined),
      again: againIn(archive, { here: channels, at }),
      answersHere: answersIn(archive, { here: channels, at }),
      took: (milliseconds) => latency.note(milliseconds),
      ...(opening && { opening }),
      ...(archive && { follows: archive.follows }),
      ...(options.receiptLink && { receiptLink: options.receiptLink(guildId) }),
      ...(Object.keys(fresh).length > 0 && { freshness: fresh }),
    };
    if (!archive) return desk;
    const tools = settings && isEditor(desk, asker) ? toolsOf(archive, settings, guildIndex) : undefined;
    const withTools = tools ? { ...desk, tools } : desk;
    if (!large) return withTools;
    const focus = large.focus({
      desk,
      archive,
      house,
      here: channels,
      at,
      engineOver: (recalled) => engineOver(recalled, NO_VECTORS),
      revisionsOver: (recalled) => revisionsOf(archive, recalled, channels, at),
      ...(tools && { tools }),
    });
    // What is only read in the course of a command is looked for in its turn.
    const again: NonNullable<Desk['focus']> = async (about) => ({ ...(await focus(about)), focus: again });
    return { ...withTools, focus: again };
  }

  /** {@link Desk.again}: what was kept of a server's messages, as it may be seen in a place. */
  function againIn(archive: GuildArchive | undefined, seen: SeenWhere): Desk['again'] {
    return async (messageId, change) => {
      await keeping.get(messageId)?.catch(() => undefined);
      const found = await archive?.posts.find(messageId);
      if (!archive || !found || found.kind === 'desk') return undefined;
      return againFrom(found, { archive, house: houseById, png: common.png }, seen, change);
    };
  }

  /** {@link Desk.answersHere}, of the first of some channels: a thread stands before its parent. */
  function answersIn(archive: GuildArchive | undefined, seen: SeenWhere): Desk['answersHere'] {
    return async (count) => {
      await Promise.allSettled(keeping.values());
      const [channelId] = seen.here;
      const found = channelId === undefined ? undefined : await archive?.posts.inChannel(channelId, count);
      if (!archive || !found) return [];
      const sources = { archive, house: houseById, png: common.png };
      return Promise.all(found.map((post) => againFrom(post, sources, seen)));
    };
  }

  async function posted({ guildId, ...post }: Posted): Promise<void> {
    const { index } = indexes.of(large ? undefined : guildId);
    const kept = keepReply(post, store.guild(guildId), (id) => index.document(id));
    keeping.set(post.messageId, kept);
    await kept.finally(() => keeping.delete(post.messageId));
  }

  function toolsOf(archive: GuildArchive, settings: GuildSettings, guildIndex: GuildIndex): EditorTools {
    const { stored, damaged } = guildIndex;
    const carryOut: EditorTools['carryOut'] = async (order, by) => {
      const outcome = await options.carryOut(archive.guildId)(order, by);
      await shownSoon();
      return outcome;
    };
    const checkFeed: EditorTools['checkFeed'] = async (feed, onRead) => {
      freshness.forget(archive.guildId);
      return options.checkFeed(archive.guildId)(feed, onRead);
    };
    const vitals = (): Vitals => vitalsOf(guildIndex, options, latency.read());
    const engine = options.engine && { engine: options.engine };
    return { archive, settings, stored, damaged, carryOut, checkFeed, vitals, ...engine };
  }

  return {
    deskFor,
    posted,
    open: (guildId) => indexes.of(large ? undefined : guildId).opened,
    close() {
      stop();
      indexes.close();
    },
  };
}

function vitalsOf(
  guildIndex: GuildIndex,
  {
    version,
    limit,
    bytesPerUnit,
    reader,
  }: Pick<NewsroomOptions, 'version' | 'limit' | 'bytesPerUnit' | 'reader'>,
  latency: Vitals['latency'],
): Vitals {
  const { articles, sentences } = guildIndex.index.within();
  const indexBytes = guildIndex.size() * bytesPerUnit;
  const reading = { ...reader.status(), articlesWithoutVectors: guildIndex.withoutVectors() };
  const mostIndexBytes = limit * bytesPerUnit;
  return {
    version,
    articles,
    sentences,
    indexBytes,
    mostIndexBytes,
    reader: reading,
    ...(latency && { latency }),
  };
}

/** Waits for an index that is nearly complete; what a larger one lacks, nobody waits for. Rejects with a StoreError. */
async function openedOrSoon(guildIndex: GuildIndex): Promise<void> {
  if (!guildIndex.progress()) return;
  const enough = new AbortController();
  const { signal } = enough;
  try {
    await Promise.race([guildIndex.counted, sleep(PATIENCE, undefined, { signal })]);
    const progress = guildIndex.progress();
    if (progress && progress.all - progress.read <= FEW)
      await Promise.race([guildIndex.opened, sleep(PATIENCE, undefined, { signal })]);
  } finally {
    enough.abort();
  }
}

/** Looks into the index first, so that newest revisions can be shown while the database is away. */
function revisionsOf(
  archive: GuildArchive | undefined,
  index: SearchIndex,
  here: readonly string[],
  at: Date,
): Desk['revision'] {
  const indexed = revisionIn(index);
  return async (articleId, n) => {
    const known = await indexed(articleId, n);
    if (known.state === 'live' || !archive) return known;
    const found = await (n === undefined ? archive.article(articleId) : archive.revision(articleId, n));
    return shown(found, here, at);
  };
}

function shown(
  found: Awaited<ReturnType<GuildArchive['article']>>,
  here: readonly string[],
  at: Date,
): Cited {
  const hidden: Cited = { state: 'unknown' };
  if (found.state === 'live') {
    const { newestRevision: newest, visibility } = found.stored;
    return mayQuote(visibility, here, at)
      ? { state: 'live', document: documentOfStored(found.stored), newest }
      : hidden;
  }
  if (found.state === 'retracted') return mayQuote(found.tombstone.visibility, here, at) ? found : hidden;
  return found;
}
