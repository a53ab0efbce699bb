import type { Document } from '../article/article.ts';
import type { StoreChange } from '../store/changes.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import { openGuildIndex, type GuildIndex, type MakeVectors } from './guild-index.ts';

/** What {@link createGuildIndexes} needs. */
export type GuildIndexesOptions = Readonly<{
  archiveOf(guildId: string): GuildArchive;
  house: readonly Document[];
  makeVectors: MakeVectors;
  /** Limit of the total indexed text in UTF-16 units; the index used last may exceed it. */
  limit: number;
  onTrouble(error: unknown, guildId: string): void;
}>;

/** The indexes of all guilds. Each is opened on first use; the least recently used are closed when the limit is exceeded. */
export type GuildIndexes = Readonly<{
  /** A guild's index, which may still be opening; without a guild, that of the house articles. */
  of(guildId: string | undefined): GuildIndex;
  /** Applies a change to the open indexes; resolves when they show it. Never rejects. */
  apply(change: StoreChange): Promise<void>;
  /** UTF-16 units of text in all open indexes. */
  size(): number;
  /** Number of open indexes. */
  count(): number;
  /** Ends all background work. */
  close(): void;
}>;

/** Key of the index without a guild; the id of a guild is never empty. */
const NO_GUILD = '';

/** Creates the indexes; none is open at first. */
export function createGuildIndexes({
  archiveOf,
  house,
  makeVectors,
  limit,
  onTrouble,
}: GuildIndexesOptions): GuildIndexes {
  // A Map keeps insertion order: inserting an index again makes it the most recently used.
  const open = new Map<string, GuildIndex>();

  function of(guildId: string = NO_GUILD): GuildIndex {
    const guildIndex = open.get(guildId) ?? begin(guildId);
    open.delete(guildId);
    open.set(guildId, guildIndex);
    return guildIndex;
  }

  function begin(guildId: string): GuildIndex {
    const guildIndex = openGuildIndex(
      guildId === NO_GUILD ? undefined : archiveOf(guildId),
      house,
      makeVectors,
    );
    guildIndex.opened.then(makeRoom, (error: unknown) => drop(guildId, guildIndex, error));
    return guildIndex;
  }

  /** Closes an index. One that cannot be updated must not be used; the next use opens it again. */
  function drop(guildId: string, guildIndex: GuildIndex, error?: unknown): void {
    guildIndex.close();
    if (open.get(guildId) === guildIndex) open.delete(guildId);
    if (error !== undefined) onTrouble(error, guildId);
  }

  function makeRoom(): void {
    let used = 0;
    for (const [place, [guildId, guildIndex]] of [...open].toReversed().entries()) {
      used += guildIndex.size();
      if (used > limit && place > 0) drop(guildId, guildIndex);
    }
  }

  async function apply(change: StoreChange): Promise<void> {
    if (change.kind === 'purged') {
      const guildIndex = open.get(change.guildId);
      if (guildIndex) drop(change.guildId, guildIndex);
      return;
    }
    const touched = change.kind === 'missed' ? [...open] : [...open].filter(([id]) => id === change.guildId);
    await Promise.all(
      touched.map(([guildId, guildIndex]) =>
        (change.kind === 'missed' ? guildIndex.refresh() : guildIndex.apply(change)).catch((error: unknown) =>
          drop(guildId, guildIndex, error),
        ),
      ),
    );
    makeRoom();
  }

  return {
    of,
    apply,
    size: () => [...open.values()].reduce((sum, guildIndex) => sum + guildIndex.size(), 0),
    count: () => open.size,
    close() {
      for (const guildIndex of open.values()) guildIndex.close();
    },
  };
}
