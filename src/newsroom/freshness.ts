import type { GuildArchive } from '../store/guild-archive.ts';
import type { Freshness } from '../desk/ports.ts';
import type { SearchIndex } from '../search/index/search-index.ts';

/** Feeds are read every 15 minutes; after this time without success, a feed is late. Milliseconds. */
const LATE = 3_600_000;
/** How long the state of a server's feeds is cached. Milliseconds. */
const KEPT = 60_000;

type Known = Readonly<{ at: number; feeds: number; succeededAt: string | undefined }>;

/** Tells how fresh each server's articles are. Queries the store at most once a minute per server. */
export function freshnessKeeper(now: () => Date) {
  const known = new Map<string, Known>();

  async function read(archive: GuildArchive): Promise<void> {
    const feeds = await archive.feeds.list();
    // A feed that never succeeded is late from the time it was added.
    const succeeded = feeds.map(({ succeededAt, addedAt }) => succeededAt ?? addedAt).toSorted();
    known.set(archive.guildId, { at: now().getTime(), feeds: feeds.length, succeededAt: succeeded[0] });
  }

  return {
    /** Undefined if there are no feeds or the store fails. */
    async of(archive: GuildArchive, index: SearchIndex): Promise<Freshness | undefined> {
      const before = known.get(archive.guildId);
      if (!before) await read(archive).catch(() => undefined);
      else if (now().getTime() - before.at > KEPT) void read(archive).catch(() => undefined);
      const { feeds = 0, succeededAt } = known.get(archive.guildId) ?? {};
      if (feeds === 0) return undefined;
      const late = succeededAt !== undefined && now().getTime() - Date.parse(succeededAt) > LATE;
      const date = index.newest();
      return { ...(date !== undefined && { newest: date }), ...(late && { lateSince: succeededAt }) };
    },
    /** Drops the cache of a server. */
    forget: (guildId: string): void => void known.delete(guildId),
  };
}
