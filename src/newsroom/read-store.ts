import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Store, StoreOptions } from '../store/archive.ts';
import type { KnownGuild } from '../store/safety/housekeeping.ts';
import { SQLITE_FILE } from '../store/db/sqlite-connections.ts';
import { mayQuote } from '../store/articles/stored.ts';
import type { Article } from '../article/article.ts';

/** Where the store is. */
export type StorePlace = Pick<StoreOptions, 'dataDir' | 'databaseUrl'>;

/** The articles of the server that `choose` picks, as everybody in it may read them; none where there is no archive yet. */
export async function readAdded(
  place: StorePlace,
  choose: (known: readonly KnownGuild[]) => string | undefined,
  now: Date,
): Promise<readonly Article[]> {
  if (place.databaseUrl === undefined && !existsSync(path.join(place.dataDir, SQLITE_FILE))) return [];
  return reading(place, async (store) => {
    const guildId = choose(await store.housekeeping.guilds());
    if (guildId === undefined) return [];
    const { articles } = await store.guild(guildId).articles();
    return articles.filter(({ visibility }) => mayQuote(visibility, [], now)).map(({ article }) => article);
  });
}

/** Opens the store to read from it, also beside a running bot. Throws StoreError, and whatever `work` throws. */
export async function reading<Result>(
  place: StorePlace,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  // Loaded here: without a store, questions in the terminal are answered sooner.
  const { openStore } = await import('../store/archive.ts');
  const store = await openStore({ ...place, readOnly: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
