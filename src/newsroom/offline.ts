import { openStore, type StoreOptions } from '../archive/archive.ts';
import type { GuildArchive } from '../archive/guild-archive.ts';
import type { KnownGuild } from '../archive/housekeeping.ts';
import type { Extracted, Hint } from '../archive/intake/extracted.ts';
import { intakePool } from '../archive/intake/worker/pool.ts';
import { restoreStore, type Restoration } from '../archive/restore.ts';
import type { Verification } from '../archive/verify.ts';
import { sourceReader } from './read-source.ts';
import { reading, type StorePlace } from './read-store.ts';
import { verifyWhole } from './verify.ts';

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

/** What is done with a whole store; each function opens it as it needs it. */
export function storeKeeper(place: StorePlace): Readonly<{
  backup(file: string): Promise<void>;
  restore(file: string): Promise<Restoration>;
  verify(): Promise<Verification>;
}> {
  return {
    backup: (file) => reading(place, (store) => store.backup(file)),
    restore: (file) => restoreStore(place, file),
    verify: () => reading(place, verifyWhole),
  };
}
