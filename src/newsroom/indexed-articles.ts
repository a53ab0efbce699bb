import type { Document } from '../article/article.ts';
import { storedDocumentSteps } from '../desk/find/stored-document.ts';
import type { MutableSearchIndex } from '../search/index/search-index.ts';
import { isEverywhere, type Damage, type Lookup, type StoredArticle } from '../store/articles/stored.ts';
import type { VectorMaker } from './vector-maker.ts';
import { withPauses } from './work-queue.ts';

/** The articles in a guild's index: the house articles, and the guild's own in place of those with the same id. */
export type IndexedArticles = Readonly<{
  /** The guild's own articles as the store has them, by id. */
  stored: ReadonlyMap<string, StoredArticle>;
  /** Articles among `stored` that are limited to channels or under an embargo. */
  restricted: ReadonlyMap<string, StoredArticle>;
  /** Articles whose text no longer matches its fingerprint; they are not in the index. */
  damaged: ReadonlyMap<string, Damage>;
  /** UTF-16 units of text in the index. */
  size(): number;
  /** Indexes a house article, unless the guild has an article with its id. */
  addHouse(document: Document): void;
  /** Applies the current state of an article in the store. A long article is indexed with pauses, and dropped if it changes meanwhile. */
  show(id: string, found: Lookup | undefined): Promise<void>;
  remove(id: string): void;
  /** Removes an article, and keeps it out until {@link release}. */
  withhold(id: string): void;
  release(id: string): void;
}>;

/** Adds articles to an index, and asks `maker` for their vectors. */
export function indexedArticles(
  index: MutableSearchIndex,
  maker: VectorMaker,
  house: readonly Document[],
): IndexedArticles {
  const houseById = new Map(house.map((document) => [document.article.id, document]));
  const stored = new Map<string, StoredArticle>();
  const restricted = new Map<string, StoredArticle>();
  const damaged = new Map<string, Damage>();
  const withheld = new Set<string>();
  let size = 0;

  function placeHouse(document: Document): void {
    drop(document.article.id);
    index.add(document);
    maker.want(document);
    size += document.article.text.length;
  }

  function drop(id: string): void {
    const document = index.document(id);
    if (document) size -= document.article.text.length;
    index.remove(id);
    maker.forget(id);
  }

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

  function remove(id: string): void {
    damaged.delete(id);
    restricted.delete(id);
    if (!stored.delete(id)) return;
    drop(id);
    const instead = houseById.get(id);
    if (instead) placeHouse(instead);
  }

  return {
    stored,
    restricted,
    damaged,
    size: () => size,
    addHouse(document) {
      if (!stored.has(document.article.id)) placeHouse(document);
    },
    async show(id, found) {
      if (found?.state === 'live') return put(found.stored);
      remove(id);
      if (found?.state === 'damaged') damaged.set(id, found.damage);
    },
    remove,
    withhold(id) {
      withheld.add(id);
      remove(id);
    },
    release: (id) => void withheld.delete(id),
  };
}
