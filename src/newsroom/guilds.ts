import type { Store } from '../store/archive.ts';
import type { Log } from '../desk/ports.ts';

/** What is kept of a server that the bot was removed from stays this long, so that an invitation brings it back (F21). Days. */
const KEPT_DAYS = 30;
/** Archives opened at a start before anyone asks; with more servers each is opened by its first question. */
const OPENED_AT_START = 5;
const DAY_MS = 86_400_000;

export type GuildKeeperOptions = Readonly<{
  housekeeping: Store['housekeeping'];
  /** Opens a server's archive. */
  open(guildId: string): Promise<void>;
  now(): Date;
  log: Log;
}>;

/** Keeps account of the servers that the bot is in, and lets go of those it was removed from. Nothing here throws. */
export function guildKeeper({ housekeeping, open, now, log }: GuildKeeperOptions) {
  const here = new Set<string>();

  async function quietly(work: () => Promise<unknown>, what: string): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.warn({ cause: String(error) }, what);
    }
  }

  async function compare(): Promise<void> {
    for (const { guildId, leftAt } of await housekeeping.guilds()) {
      if (here.has(guildId)) {
        if (leftAt !== undefined) await housekeeping.joined(guildId);
      } else await housekeeping.left(guildId);
    }
    for (const guildId of [...here].slice(0, OPENED_AT_START)) await open(guildId);
  }

  return {
    /** All servers that the bot is in; it may have been removed from others while it was away. */
    async present(guildIds: readonly string[]): Promise<void> {
      here.clear();
      for (const guildId of guildIds) here.add(guildId);
      await quietly(compare, 'the servers of the archive could not be compared with those of the bot');
    },
    async joined(guildId: string): Promise<void> {
      if (here.has(guildId)) return;
      here.add(guildId);
      log.info({ guildId }, 'the bot is in a new server');
      await quietly(() => housekeeping.joined(guildId), 'a server that the bot came into could not be noted');
    },
    async left(guildId: string): Promise<void> {
      here.delete(guildId);
      log.info(
        { guildId, days: KEPT_DAYS },
        'the bot was removed from a server: its articles are kept for now',
      );
      await quietly(() => housekeeping.left(guildId), 'a server that the bot left could not be noted');
    },
    /** Removes what belongs to servers that were left long enough ago. */
    async purge(): Promise<void> {
      const before = new Date(now().getTime() - KEPT_DAYS * DAY_MS);
      await quietly(async () => {
        const purged = await housekeeping.purgeLeftBefore(before);
        if (purged.length > 0) log.info({ purged }, 'servers left long ago were removed from the archive');
      }, 'servers left long ago could not be removed');
    },
  };
}

export type GuildKeeper = ReturnType<typeof guildKeeper>;
