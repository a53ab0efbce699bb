import type { Document } from '../article/article.ts';
import type { Store } from '../store/archive.ts';
import { type Asker, type Desk, isEditor } from '../desk/ports.ts';
import type { Posted } from '../desk/posted.ts';
import { createVectors } from '../search/index/vectors.ts';
import { editorToolsOf, type EditorToolsOptions } from './editor-tools.ts';
import { largeArchives, type SearchEngineSetup } from './engine/large-archive.ts';
import { freshnessKeeper } from './freshness.ts';
import type { GuildIndex } from './guild-index.ts';
import { createGuildIndexes, type GuildIndexes } from './guild-indexes.ts';
import { indexedChanges } from './indexed-changes.ts';
import { keptMessages } from './kept-messages.ts';
import { keptVectors } from './kept-vectors.ts';
import { latencyMeter } from './latency.ts';
import { memberDesk, type DeskParts } from './member-desk.ts';
import { openedSoon } from './opened-soon.ts';
import { revisionsOf } from './revisions.ts';
import { vectorMaker, type KeptVectors } from './vector-maker.ts';
import { causeOf } from '../desk/cause.ts';

/** What {@link openNewsroom} needs. */
export type NewsroomOptions = DeskParts &
  EditorToolsOptions &
  Readonly<{
    store: Store;
    house: readonly Document[];
    /** Stores the vectors of house articles. */
    vectorFiles: KeptVectors;
    /** The search engine for the servers' articles. Default: none, they are indexed in this process. */
    searchEngine?: SearchEngineSetup;
  }>;

/** Makes the desks of all servers of one store. */
export type Newsroom = Readonly<{
  /**
   * Creates the desk for an asker, from only the asker's own server and channels, so that nothing else can be reached.
   * Rejects with a StoreError if the server's archive cannot be read.
   */
  deskFor(asker: Asker): Promise<Desk>;
  /** Opens a server's archive before its first question; resolves when it is completely indexed. */
  open(guildId: string): Promise<void>;
  /** Records what a message of the bot quotes. Rejects with a StoreError. */
  posted(posted: Posted): Promise<void>;
  close(): void;
}>;

/** For large archives, whose sentences have no vectors in memory. */
const NO_VECTORS = createVectors();

/** Opens a newsroom over a store. Closing it does not close the store. */
export function openNewsroom(options: NewsroomOptions): Newsroom {
  const { store, house, engineOver, common } = options;
  const indexes = guildIndexesOf(options);
  const large = options.searchEngine && largeArchives(options.searchEngine);
  /** With a search engine, this process indexes only the house articles. */
  const indexOf = (guildId: string | undefined): GuildIndex => indexes.of(large ? undefined : guildId);
  const changes = indexedChanges(store, indexes);
  const messages = keptMessages({
    house: new Map(house.map((document) => [document.article.id, document])),
    png: common.png,
  });
  const shared = { messages, latency: latencyMeter(), freshness: freshnessKeeper(common.now) };
  const toolsOf = editorToolsOf(options, { ...shared, shownSoon: () => changes.shownSoon() });

  return {
    async deskFor(asker) {
      const { guildId, channels: here = [] } = asker;
      const guildIndex = indexOf(guildId);
      await openedSoon(guildIndex);
      const seen = { here, at: common.now() };
      const archive = guildId === undefined ? undefined : store.guild(guildId);
      const settings = large ? await archive?.settings.get() : guildIndex.settings();
      const server = { archive, guildIndex, settings, isLarge: large !== undefined };
      const desk = await memberDesk(options, shared, server, seen);
      if (!archive) return desk;
      const tools = settings && isEditor(desk, asker) ? toolsOf(archive, settings, guildIndex) : undefined;
      const withTools = tools ? { ...desk, tools } : desk;
      if (!large) return withTools;
      const focus = large.focus({
        ...seen,
        desk,
        archive,
        house,
        engineOver: (recalled) => engineOver(recalled, NO_VECTORS),
        revisionsOver: (recalled) => revisionsOf(archive, recalled, seen),
        ...(tools && { tools }),
      });
      return { ...withTools, focus: inTurn(focus) };
    },
    async posted({ guildId, ...post }) {
      const { index } = indexOf(guildId);
      await messages.keep(post, store.guild(guildId), (id) => index.document(id));
    },
    open: (guildId) => indexOf(guildId).opened,
    close() {
      changes.stop();
      indexes.close();
    },
  };
}

function guildIndexesOf({ store, house, limit, reader, vectorFiles, common }: NewsroomOptions): GuildIndexes {
  const { log } = common;
  return createGuildIndexes({
    archiveOf: (guildId) => store.guild(guildId),
    house,
    limit,
    makeVectors: (archive, vectors) =>
      vectorMaker({
        reader,
        vectors,
        kept: keptVectors(archive, vectorFiles),
        onTrouble: (error) => log.warn({ cause: causeOf(error) }, 'could not read or store vectors'),
      }),
    onTrouble: (error, guildId) =>
      log.error({ guildId, cause: causeOf(error) }, 'dropped an index that could not be updated'),
  });
}

/** Lets a focused desk be focused again, for commands that learn only midway what to search for. */
function inTurn(focus: NonNullable<Desk['focus']>): NonNullable<Desk['focus']> {
  return async (about) => ({ ...(await focus(about)), focus: inTurn(focus) });
}
