import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import type { GuildArchive } from '../../../src/store/guild-archive.ts';
import type { MakePlace, Place } from '../stores.ts';

/** A store, and what it keeps for the desk of one server. */
export type OpenDesk = {
  place: Place;
  store: Store;
  desk: GuildArchive;
  /** The time of the store; it stands still. */
  clock: Date;
  /** Closes the store, and opens it again. */
  restart(): Promise<void>;
};

/** For each test an empty store. */
export function deskForEach(makePlace: MakePlace): OpenDesk {
  const at = {
    async restart() {
      await at.store.close();
      await open();
    },
  } as OpenDesk;
  async function open(): Promise<void> {
    at.store = await at.place.open({ now: () => at.clock });
    at.desk = at.store.guild('1');
  }
  beforeEach(async () => {
    at.clock = new Date('2026-03-01T10:00:00.000Z');
    at.place = await makePlace();
    await open();
  });
  afterEach(() => at.place.remove());
  return at;
}
