import { existsSync } from 'node:fs';
import path from 'node:path';
import { openStore, type StoreOptions } from '../archive/archive.ts';
import type { GuildArchive } from '../archive/guild-archive.ts';
import type { KnownGuild } from '../archive/housekeeping.ts';
import type { Extracted, Hint } from '../archive/intake/extracted.ts';
import { intakePool } from '../archive/intake/worker/pool.ts';
import { restoreStore, type Restoration } from '../archive/restore.ts';
import { SQLITE_FILE } from '../archive/sqlite-connections.ts';
import { mayQuote } from '../archive/stored.ts';
import type { Verification } from '../archive/verify.ts';
import type { Article } from '../article/article.ts';
import { sourceReader } from './read-source.ts';

/** Where the store is. */
export type StorePlace = Pick<StoreOptions, 'dataDir' | 'databaseUrl'>;

/** One server's archive, opened to add many articles to it without the bot. */
export type AddingDesk = Readonly<{
  archive: GuildArchive;
  extract(bytes: Uint8Array, hint: Hint): Promise<Extracted>;
  page(url: string): Promise<Readonly<{ extracted: Extracted; host?: string }>>;
  /** Closes the store too. */
  close(): Promise<void>;
}>;

/** Threads that read; writing takes the rest of two cores. */
const READERS = 2;

/**
 * Opens the archive of the server that `choose` picks. Throws StoreError, `locked` when a bot has a SQLite store, and
 * whatever `choose` throws.
 */
export async function openToAdd(
  options: StoreOptions,
  choose: (known: readonly KnownGuild[]) => string,
): Promise<AddingDesk> {
  const store = await openStore(options);
  try {
    const archive = store.guild(choose(await store.housekeeping.guilds()));
    const pool = intakePool({ size: READERS });
    const read = sourceReader(pool);
    return {
      archive,
      extract: pool.extract,
      page: (url) => read({ from: 'page', url }),
      async close() {
        await pool.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

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

/** What is done with a whole store; each function opens it as it needs it. */
export function storeKeeper(place: StorePlace): Readonly<{
  backup(file: string): Promise<void>;
  restore(file: string): Promise<Restoration>;
  verify(): Promise<Verification>;
}> {
  return {
    backup: (file) => reading(place, (store) => store.backup(file)),
    restore: (file) => restoreStore(place, file),
    verify: () => reading(place, (store) => store.verify()),
  };
}

/** Beside a running bot, too. */
async function reading<Result>(
  place: StorePlace,
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<Result>,
): Promise<Result> {
  const store = await openStore({ ...place, readOnly: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
