import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Store, StoreOptions } from '../store/archive.ts';
import type { KnownGuild } from '../store/safety/housekeeping.ts';
import { SQLITE_FILE } from '../store/db/sqlite-connections.ts';
import type { StoredVectors } from '../store/articles/vectors.ts';
import { mayQuote } from '../store/articles/stored.ts';
import type { Article } from '../article/article.ts';

/** The location of the store. */
export type StorePlace = Pick<StoreOptions, 'dataDir' | 'databaseUrl'>;

/** An added article with its stored vectors. */
export type AddedArticle = Readonly<{ article: Article; vectors: StoredVectors | undefined }>;

/** The articles that everybody in the server picked by `choose` may read; none if there is no archive yet. */
export async function readAdded(
  place: StorePlace,
  choose: (known: readonly KnownGuild[]) => string | undefined,
  now: Date,
): Promise<readonly AddedArticle[]> {
  if (place.databaseUrl === undefined && !existsSync(path.join(place.dataDir, SQLITE_FILE))) return [];
  return reading(place, async (store) => {
    const guildId = choose(await store.housekeeping.guilds());
    if (guildId === undefined) return [];
    const archive = store.guild(guildId);
    const { articles } = await archive.articles();
    const added: AddedArticle[] = [];
    for (const { article, visibility } of articles) {
      if (!mayQuote(visibility, [], now)) continue;
      added.push({ article, vectors: await archive.vectors.get(article.id) });
    }
    return added;
  });
}

/** Opens the store for reading, also beside a running bot. Throws StoreError, and whatever `work` throws. */
export async function reading<Result>(
  place: StorePlace,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  // Loaded on demand, so that questions in the terminal without a store are answered sooner.
  const { openStore } = await import('../store/archive.ts');
  const store = await openStore({ ...place, readOnly: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
