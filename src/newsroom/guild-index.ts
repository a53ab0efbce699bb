import type { Document } from '../article/article.ts';
import type { StoreChange } from '../store/changes.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { GuildSettings } from '../store/desk/guild-settings.ts';
import type { Lookup } from '../store/articles/stored.ts';
import { createSearchIndex, type SearchIndex } from '../search/index/search-index.ts';
import { createVectors, type MutableVectors, type Vectors } from '../search/index/vectors.ts';
import { indexedArticles, type IndexedArticles } from './indexed-articles.ts';
import type { VectorMaker } from './vector-maker.ts';
import { createWorkQueue, type WorkQueue } from './work-queue.ts';

/** Progress of opening, in articles. */
export type Progress = Readonly<{ read: number; all: number }>;

/** The index of one guild: the house articles and its own. */
export type GuildIndex = Readonly<{
  index: SearchIndex;
  /** The vectors of the indexed articles, as far as they have been made. */
  vectors: Vectors;
  /** Number of articles whose vectors are missing. */
  withoutVectors(): number;
  stored: IndexedArticles['stored'];
  restricted: IndexedArticles['restricted'];
  damaged: IndexedArticles['damaged'];
  /** The guild's settings; undefined until they are read. */
  settings(): GuildSettings | undefined;
  /** Present until all articles are indexed. */
  progress(): Progress | undefined;
  /** UTF-16 units of indexed text, for the memory limit. */
  size(): number;
  /** Resolves when all articles are indexed. Rejects with a StoreError when they could not be read. */
  opened: Promise<void>;
  /** Resolves when `progress` has the number of articles and the settings are read. Rejects as `opened` does. */
  counted: Promise<void>;
  /** Applies a change; resolves when the index shows it. Removes articles immediately that must no longer be seen. */
  apply(change: Exclude<StoreChange, { kind: 'missed' }>): Promise<void>;
  /** Reads everything again and applies the differences. */
  refresh(): Promise<void>;
  close(): void;
}>;

/** Adds the vectors of a guild's articles to `vectors`. */
export type MakeVectors = (archive: GuildArchive | undefined, vectors: MutableVectors) => VectorMaker;

/** Articles read per statement while opening. */
const PAGE = 50;
/** Changes after which an article must not be shown until it was read again. */
const HIDING: ReadonlySet<string> = new Set(['retracted', 'visibility', 'purged']);

/**
 * Opens a guild's index. It is filled in the background, newest articles first, and can be used meanwhile. Without an
 * archive it has only the house articles.
 */
export function openGuildIndex(
  archive: GuildArchive | undefined,
  house: readonly Document[],
  makeVectors: MakeVectors,
): GuildIndex {
  const index = createSearchIndex();
  const vectors = createVectors();
  const maker = makeVectors(archive, vectors);
  const articles = indexedArticles(index, maker, house);
  const reading = articleReading(archive, articles);
  const { queue } = reading;
  const counted = Promise.withResolvers<void>();
  let settings: GuildSettings | undefined;
  let progress: Progress | undefined = { read: 0, all: house.length };
  const count = (): void => {
    if (progress) progress = { ...progress, read: progress.read + 1 };
  };

  async function readSettings(): Promise<void> {
    settings = await archive?.settings.get();
  }

  const readAll = (): Promise<void> =>
    reading.all({
      before: readSettings,
      listed(live) {
        if (progress) progress = { ...progress, all: progress.all + live };
        counted.resolve();
      },
      shown: count,
    });

  async function open(): Promise<void> {
    const addHouse = (document: Document): void => {
      articles.addHouse(document);
      count();
    };
    await Promise.all(house.map((document) => queue.later(() => addHouse(document))));
    await readAll();
    progress = undefined;
  }

  const opened = open();
  opened.catch(counted.reject);
  // Avoids unhandled rejections if nobody awaits these promises.
  opened.catch(() => undefined);
  counted.promise.catch(() => undefined);

  return {
    index,
    vectors,
    withoutVectors: maker.missing,
    stored: articles.stored,
    restricted: articles.restricted,
    damaged: articles.damaged,
    opened,
    counted: counted.promise,
    settings: () => settings,
    progress: () => progress,
    size: articles.size,
    refresh: readAll,
    async apply({ kind, ids }) {
      if (kind === 'settings') return readSettings();
      reading.markOutdated(ids);
      if (HIDING.has(kind)) for (const id of ids) articles.withhold(id);
      await reading.some(ids, kind === 'added' ? queue.later : queue.urgent);
    },
    close() {
      queue.close();
      maker.close();
    },
  };
}

/** Reads articles of an archive and shows them in `articles`, in one queue with all other work on the index. */
function articleReading(archive: GuildArchive | undefined, articles: IndexedArticles) {
  const queue = createWorkQueue();
  /** For each reading under way, the ids that changed after it started: what it has read of them is outdated. */
  const readings = new Set<Set<string>>();
  const newest = async (ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> =>
    (await archive?.newest(ids)) ?? new Map();

  return {
    queue,
    markOutdated(ids: readonly string[]): void {
      for (const id of ids) for (const outdated of readings) outdated.add(id);
    },

    /** Reads changed articles together, then shows each in its own task. */
    async some(ids: readonly string[], put: WorkQueue['later']): Promise<void> {
      const outdated = new Set<string>();
      let found: Promise<ReadonlyMap<string, Lookup>> | undefined;
      const read = (): Promise<ReadonlyMap<string, Lookup>> => {
        readings.add(outdated);
        return newest(ids);
      };
      const show = async (id: string): Promise<void> => {
        const lookup = (await (found ??= read())).get(id);
        // A later change reads the article again.
        if (outdated.has(id)) return;
        articles.release(id);
        await articles.show(id, lookup);
      };
      try {
        await Promise.all(ids.map((id) => put(() => show(id))));
      } finally {
        readings.delete(outdated);
      }
    },

    /** Reads all articles, newest first, page by page to save memory, and shows those that have not changed meanwhile. */
    async all(on: { before(): Promise<void>; listed(live: number): void; shown(): void }): Promise<void> {
      const outdated = new Set<string>();
      readings.add(outdated);
      try {
        await on.before();
        const ids = (await archive?.liveIds()) ?? [];
        const live = new Set(ids);
        for (const id of [...articles.stored.keys(), ...articles.damaged.keys()])
          if (!live.has(id) && !outdated.has(id)) articles.remove(id);
        on.listed(live.size);
        for (let from = 0; from < ids.length; from += PAGE) {
          const page = ids.slice(from, from + PAGE);
          const found = await newest(page);
          const show = async (id: string): Promise<void> => {
            const lookup = found.get(id);
            if (!outdated.has(id) && (lookup?.state === 'live' || lookup?.state === 'damaged'))
              await articles.show(id, lookup);
            on.shown();
          };
          await Promise.all(page.map((id) => queue.later(() => show(id))));
        }
      } finally {
        readings.delete(outdated);
      }
    },
  };
}
