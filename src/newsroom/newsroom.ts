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

/** What a newsroom is made of. */
export type NewsroomOptions = DeskParts &
  EditorToolsOptions &
  Readonly<{
    store: Store;
    house: readonly Document[];
    /** Keeps the vectors of house articles. */
    vectorFiles: KeptVectors;
    /** The search engine, where there is one: it then finds what is in the servers' archives, and no index is kept of them here. */
    searchEngine?: SearchEngineSetup;
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

/** Opens the newsroom over a store, which stays the caller's to close. */
export function openNewsroom(options: NewsroomOptions): Newsroom {
  const { store, house, engineOver, common } = options;
  const indexes = guildIndexesOf(options);
  const large = options.searchEngine && largeArchives(options.searchEngine);
  /** Of a large archive only the house articles are indexed here. */
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

/** What is only read in the course of a command is looked for in its turn: a focused desk can be focused again. */
function inTurn(focus: NonNullable<Desk['focus']>): NonNullable<Desk['focus']> {
  return async (about) => ({ ...(await focus(about)), focus: inTurn(focus) });
}
