import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store, type StoreOptions } from '../../src/store/archive.ts';
import type { RealPostgres } from './real-postgres.ts';
import type { Draft } from '../../src/store/articles/stored.ts';

/** An empty folder for a test's data, and a function that removes it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'pullquote-store-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A store that can be opened, closed and opened again. */
export type Place = Readonly<{
  dataDir: string;
  databaseUrl?: string;
  open(options?: Partial<StoreOptions>): Promise<Store>;
  /** Closes what is open and removes everything. */
  remove(): Promise<void>;
}>;

export type MakePlace = () => Promise<Place>;

/** A SQLite store in a folder of its own. */
export async function sqlitePlace(): Promise<Place> {
  const { folder, remove } = temporaryFolder();
  return placeOf({ dataDir: folder }, remove);
}

/** A store on a PostgreSQL server, separate from every other. */
export async function postgresPlace(server: RealPostgres): Promise<Place> {
  const { folder, remove } = temporaryFolder();
  return placeOf({ dataDir: folder, databaseUrl: await server.schema() }, remove);
}

function placeOf(base: StoreOptions, remove: () => void | Promise<void>): Place {
  const opened: Store[] = [];
  return {
    ...base,
    async open(options) {
      const store = await openStore({ ...base, ...options });
      opened.push(store);
      return store;
    },
    async remove() {
      for (const store of opened) await store.close();
      await remove();
    },
  };
}

/** An article to add, with defaults for everything else. */
export function draft(fields: Partial<Draft> = {}): Draft {
  return {
    id: 'council-vote',
    headline: 'Council votes',
    text: 'The council met on Monday. It voted.',
    ...fields,
  };
}

export const EDITOR = { by: '100000000000000001' } as const;
