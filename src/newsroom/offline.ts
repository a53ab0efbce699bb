import { openStore, type StoreOptions } from '../store/archive.ts';
import { LONG_PATIENCE_MS } from '../store/db/db.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { KnownGuild } from '../store/safety/housekeeping.ts';
import type { DraftFields } from '../article/fields.ts';
import type { Hint } from '../intake/extracted.ts';
import { intakePool } from '../intake/worker/pool.ts';
import { restoreStore, type Restoration, type RestoreOptions } from '../store/safety/restore.ts';
import type { Verification } from '../store/safety/verify.ts';
import { sourceReader } from './read-source.ts';
import { reading, type StorePlace } from './read-store.ts';
import { verifyWhole } from './verify.ts';

/** A server's archive, opened for adding articles without the bot. */
export type AddingDesk = Readonly<{
  archive: GuildArchive;
  extract(bytes: Uint8Array, hint: Hint): Promise<DraftFields>;
  page(url: string): Promise<Readonly<{ extracted: DraftFields; host?: string }>>;
  /** Also closes the store. */
  close(): Promise<void>;
}>;

/** Threads for reading; writing uses the rest of two cores. */
const READERS = 2;

/**
 * Opens the archive of the server that `choose` picks. Throws StoreError, `locked` when a bot has a SQLite store, and
 * whatever `choose` throws.
 */
export async function openToAdd(
  options: StoreOptions,
  choose: (known: readonly KnownGuild[]) => string,
): Promise<AddingDesk> {
  const store = await openStore({ ...options, patienceMs: LONG_PATIENCE_MS });
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

/** Operations on a whole store; each opens it as necessary. */
export function storeKeeper(place: StorePlace): Readonly<{
  backup(file: string): Promise<void>;
  restore(file: string, onFewer: NonNullable<RestoreOptions['onFewer']>): Promise<Restoration>;
  verify(): Promise<Verification>;
}> {
  return {
    backup: (file) => reading(place, (store) => store.backup(file)),
    restore: (file, onFewer) => restoreStore({ ...place, onFewer }, file),
    verify: () => reading(place, verifyWhole),
  };
}
