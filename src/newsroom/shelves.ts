import type { Document } from '../article/article.ts';
import type { StoreChange } from '../store/changes.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import { openShelf, type GuildShelf, type MakeVectors } from './guild-shelf.ts';

/** Where shelves get their articles from and how much they may hold. */
export type ShelvesOptions = Readonly<{
  archiveOf(guildId: string): GuildArchive;
  house: readonly Document[];
  makeVectors: MakeVectors;
  /** UTF-16 units of article text that all shelves together may index; the one in use always may. */
  limit: number;
  onTrouble(error: unknown, guildId: string): void;
}>;

/** The shelves of all guilds, each opened on first use and closed when it was used least recently and room is needed. */
export type Shelves = Readonly<{
  /** A guild's shelf, which may still be opening; without a guild the house articles alone. */
  of(guildId: string | undefined): GuildShelf;
  /** Brings the shelves that are open up to date; resolves when they show the change. Never rejects. */
  apply(change: StoreChange): Promise<void>;
  /** UTF-16 units of text on all shelves. */
  size(): number;
  /** How many are open. */
  count(): number;
  /** Ends what goes on in the background. */
  close(): void;
}>;

/** No guild's id is empty. */
const NO_GUILD = '';

/** No shelf is open at first. */
export function createShelves({ archiveOf, house, makeVectors, limit, onTrouble }: ShelvesOptions): Shelves {
  // A Map keeps the order of insertion: putting a shelf back in makes it the most recently used.
  const open = new Map<string, GuildShelf>();

  function of(guildId: string = NO_GUILD): GuildShelf {
    const shelf = open.get(guildId) ?? begin(guildId);
    open.delete(guildId);
    open.set(guildId, shelf);
    return shelf;
  }

  function begin(guildId: string): GuildShelf {
    const shelf = openShelf(guildId === NO_GUILD ? undefined : archiveOf(guildId), house, makeVectors);
    shelf.opened.then(makeRoom, (error: unknown) => drop(guildId, shelf, error));
    return shelf;
  }

  /** What cannot be brought up to date must not be shown: it is opened anew when it is needed. */
  function drop(guildId: string, shelf: GuildShelf, error?: unknown): void {
    shelf.close();
    if (open.get(guildId) === shelf) open.delete(guildId);
    if (error !== undefined) onTrouble(error, guildId);
  }

  function makeRoom(): void {
    let used = 0;
    for (const [place, [guildId, shelf]] of [...open].toReversed().entries()) {
      used += shelf.size();
      if (used > limit && place > 0) drop(guildId, shelf);
    }
  }

  async function apply(change: StoreChange): Promise<void> {
    if (change.kind === 'purged') {
      const shelf = open.get(change.guildId);
      if (shelf) drop(change.guildId, shelf);
      return;
    }
    const touched = change.kind === 'missed' ? [...open] : [...open].filter(([id]) => id === change.guildId);
    await Promise.all(
      touched.map(([guildId, shelf]) =>
        (change.kind === 'missed' ? shelf.refresh() : shelf.apply(change)).catch((error: unknown) =>
          drop(guildId, shelf, error),
        ),
      ),
    );
    makeRoom();
  }

  return {
    of,
    apply,
    size: () => [...open.values()].reduce((sum, shelf) => sum + shelf.size(), 0),
    count: () => open.size,
    close() {
      for (const shelf of open.values()) shelf.close();
    },
  };
}
