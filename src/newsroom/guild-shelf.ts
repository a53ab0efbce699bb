import type { Article, Document } from '../article/article.ts';
import { storedDocumentSteps } from '../desk/find/stored-document.ts';
import type { StoreChange } from '../store/changes.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { GuildSettings } from '../store/desk/guild-settings.ts';
import { isEverywhere, type Damage, type Lookup, type StoredArticle } from '../store/articles/stored.ts';
import { createSearchIndex, type SearchIndex } from '../search/index/search-index.ts';
import { createVectors, type MutableVectors, type Vectors } from '../search/index/vectors.ts';
import type { VectorMaker } from './vector-maker.ts';
import { createLanes, withPauses, type Lanes } from './lanes.ts';

/** How far opening is, in articles. */
export type Progress = Readonly<{ read: number; all: number }>;

/** One guild's articles, indexed: the house articles and its own. */
export type GuildShelf = Readonly<{
  index: SearchIndex;
  /** The vectors of the articles in the index, as far as they are made. */
  vectors: Vectors;
  /** Articles whose vectors are missing still. */
  withoutVectors(): number;
  /** What the store knows of the guild's own articles, by id. */
  stored: ReadonlyMap<string, StoredArticle>;
  /** Those of them that may not be quoted everywhere at any time. */
  restricted: ReadonlyMap<string, StoredArticle>;
  /** Articles whose text lost its fingerprint; they are not in the index. */
  damaged: ReadonlyMap<string, Damage>;
  /** What the guild's editors have set; undefined until it was read once. */
  settings(): GuildSettings | undefined;
  /** Present while not all articles are in the index yet. */
  progress(): Progress | undefined;
  /** UTF-16 units of text in the index, for the memory limit. */
  size(): number;
  /** All articles are in the index. Rejects with a StoreError when they could not be read. */
  opened: Promise<void>;
  /** The progress knows how many articles there are, and the settings were read. Rejects as `opened` does. */
  counted: Promise<void>;
  /** Brings the shelf up to date; resolves when it shows the change. What must not be seen any more goes at once. */
  apply(change: Exclude<StoreChange, { kind: 'missed' }>): Promise<void>;
  /** Reads everything again and changes only what is different. */
  refresh(): Promise<void>;
  close(): void;
}>;

/** Brings the vectors of a guild's articles into `vectors`. */
export type MakeVectors = (archive: GuildArchive | undefined, vectors: MutableVectors) => VectorMaker;

/** Articles read at a time while opening. */
const PAGE = 50;
/** Changes after which a text must not be shown until it was looked at again. */
const HIDING: ReadonlySet<string> = new Set(['retracted', 'visibility', 'purged']);

/**
 * Opens a guild's shelf: the index fills in the background, the article that was added last first, and can be used
 * meanwhile. A guild's article stands in the place of a house article with the same id. Without an archive
 * only the house articles are on it.
 */
export function openShelf(
  archive: GuildArchive | undefined,
  house: readonly Document[],
  makeVectors: MakeVectors,
): GuildShelf {
  const index = createSearchIndex();
  const vectors = createVectors();
  const maker = makeVectors(archive, vectors);
  const houseById = new Map(house.map((document) => [document.article.id, document]));
  const stored = new Map<string, StoredArticle>();
  const restricted = new Map<string, StoredArticle>();
  const damaged = new Map<string, Damage>();
  const withheld = new Set<string>();
  /** Of each reading of everything that goes on, the ids that changed since it began: what it read of them is old. */
  const outdated = new Set<Set<string>>();
  const lanes = createLanes();
  const counted = Promise.withResolvers<void>();
  let settings: GuildSettings | undefined;
  let progress: Progress | undefined = { read: 0, all: house.length };
  let size = 0;

  function place(article: Article, document: Document): void {
    drop(article.id);
    index.add(document);
    maker.want(document);
    size += article.text.length;
  }

  function drop(id: string): void {
    size -= index.document(id)?.article.text.length ?? 0;
    index.remove(id);
    maker.forget(id);
  }

  /** A long article is read and indexed with pauses; whatever is said of it meanwhile holds. */
  async function put(found: StoredArticle): Promise<void> {
    const { article } = found;
    if (withheld.has(article.id)) return;
    const before = stored.get(article.id)?.article;
    stored.set(article.id, found);
    if (isEverywhere(found.visibility)) restricted.delete(article.id);
    else restricted.set(article.id, found);
    if (before?.revision === article.revision && before.sha256 === article.sha256) return;
    damaged.delete(article.id);
    drop(article.id);
    const document = await withPauses(storedDocumentSteps(found));
    if (stored.get(article.id) !== found) return;
    await withPauses(index.adding(document));
    if (index.document(article.id) !== document) return;
    maker.want(document);
    size += article.text.length;
  }

  function takeAway(id: string): void {
    damaged.delete(id);
    restricted.delete(id);
    if (!stored.delete(id)) return;
    drop(id);
    const instead = houseById.get(id);
    if (instead) place(instead.article, instead);
  }

  function markDamaged(damage: Damage): void {
    takeAway(damage.id);
    damaged.set(damage.id, damage);
  }

  /** Reads articles that have changed together, then shows them one by one as they are now. */
  async function look(ids: readonly string[], lane: Lanes['later']): Promise<void> {
    const old = new Set<string>();
    let reading: Promise<ReadonlyMap<string, Lookup>> | undefined;
    const read = async (): Promise<ReadonlyMap<string, Lookup>> => {
      outdated.add(old);
      return (await archive?.newest(ids)) ?? new Map();
    };
    const show = async (id: string): Promise<void> => {
      const found = (await (reading ??= read())).get(id);
      // What has changed since is looked at again.
      if (old.has(id)) return;
      withheld.delete(id);
      if (found?.state === 'live') await put(found.stored);
      else if (found?.state === 'damaged') markDamaged(found.damage);
      else takeAway(id);
    };
    try {
      await Promise.all(ids.map((id) => lane(() => show(id))));
    } finally {
      outdated.delete(old);
    }
  }

  async function readSettings(): Promise<void> {
    settings = await archive?.settings.get();
  }

  /**
   * Reads all articles, the one that was added last first and a few at a time, so that never all texts are held twice, and
   * places each unless it has changed meanwhile.
   */
  async function readAll(): Promise<void> {
    const old = new Set<string>();
    outdated.add(old);
    try {
      await readSettings();
      const ids = (await archive?.liveIds()) ?? [];
      const live = new Set(ids);
      for (const id of [...stored.keys(), ...damaged.keys()]) if (!live.has(id) && !old.has(id)) takeAway(id);
      if (progress) progress = { ...progress, all: progress.all + live.size };
      counted.resolve();
      for (let from = 0; from < ids.length; from += PAGE) await readPage(ids.slice(from, from + PAGE), old);
    } finally {
      outdated.delete(old);
    }
  }

  async function readPage(ids: readonly string[], old: ReadonlySet<string>): Promise<void> {
    const found = (await archive?.newest(ids)) ?? new Map<string, Lookup>();
    const show = async (id: string): Promise<void> => {
      const lookup = found.get(id);
      if (!old.has(id) && lookup?.state === 'live') await put(lookup.stored);
      if (!old.has(id) && lookup?.state === 'damaged') markDamaged(lookup.damage);
      if (progress) progress = { ...progress, read: progress.read + 1 };
    };
    await Promise.all(ids.map((id) => lanes.later(() => show(id))));
  }

  async function open(): Promise<void> {
    await Promise.all(
      house.map((document) =>
        lanes.later(() => {
          if (!stored.has(document.article.id)) place(document.article, document);
          if (progress) progress = { ...progress, read: progress.read + 1 };
        }),
      ),
    );
    await readAll();
    progress = undefined;
  }

  const opened = open();
  opened.catch(counted.reject);
  // Avoids an unhandled rejection when nobody awaits them.
  opened.catch(() => undefined);
  counted.promise.catch(() => undefined);

  return {
    index,
    vectors,
    withoutVectors: maker.missing,
    stored,
    restricted,
    damaged,
    opened,
    counted: counted.promise,
    settings: () => settings,
    progress: () => progress,
    size: () => size,
    refresh: readAll,
    async apply({ kind, ids }) {
      if (kind === 'settings') return readSettings();
      for (const id of ids) for (const old of outdated) old.add(id);
      if (HIDING.has(kind)) {
        for (const id of ids) {
          withheld.add(id);
          takeAway(id);
        }
      }
      await look(ids, kind === 'added' ? lanes.later : lanes.urgent);
    },
    close() {
      lanes.close();
      maker.close();
    },
  };
}
