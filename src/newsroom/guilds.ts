import type { Store } from '../store/archive.ts';
import type { Log } from '../desk/ports.ts';
import { causeOf } from '../desk/cause.ts';

/** What is kept of a server that the bot was removed from stays this long, so that an invitation brings it back (F21). Days. */
const KEPT_DAYS = 30;
/** Archives opened at a start before anyone asks; with more servers each is opened by its first question. */
const OPENED_AT_START = 5;
const DAY_SECONDS = 86_400;

export type GuildKeeperOptions = Readonly<{
  memberships: Store['memberships'];
  /** Opens a server's archive. */
  open(guildId: string): Promise<void>;
  /** Milliseconds since any moment, from a clock that cannot be set. */
  elapsed(): number;
  log: Log;
}>;

/** Asks Discord whether the bot is in a server; rejects when Discord does not say. */
export type IsMember = (guildId: string) => Promise<boolean>;

/** Keeps account of the servers that the bot is in, and lets go of those it was removed from. Nothing here throws. */
export function guildKeeper({ memberships, open, elapsed, log }: GuildKeeperOptions) {
  const here = new Set<string>();
  let application = '';
  let counted = elapsed();

  async function quietly(work: () => Promise<unknown>, what: string): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.warn({ cause: causeOf(error) }, what);
    }
  }

  async function count(): Promise<void> {
    // Archives that were made since belong to the bot too.
    await memberships.present(application, [...here]);
    const seconds = Math.floor((elapsed() - counted) / 1000);
    await memberships.absent(application, seconds);
    counted += seconds * 1000;
  }

  /** Nothing is removed unless Discord says once more that the bot is not there. */
  async function letGo(guildId: string, isMember: IsMember): Promise<void> {
    if (await isMember(guildId)) {
      log.warn({ guildId }, 'the bot is in a server that was thought to be left: its articles stay');
      here.add(guildId);
      return memberships.joined(application, guildId);
    }
    const removed = await memberships.letGo(application, guildId);
    log.info(
      { guildId },
      removed
        ? 'a server left long ago was removed from the archive'
        : 'a server left long ago stays for another bot',
    );
  }

  return {
    /** All servers that the bot, an application of this id, is in; it may have been removed from others while it was away. */
    async present(guildIds: readonly string[], applicationId: string): Promise<void> {
      application = applicationId;
      here.clear();
      for (const guildId of guildIds) here.add(guildId);
      await quietly(
        () => memberships.present(application, guildIds),
        'the servers of the archive could not be compared with those of the bot',
      );
      for (const guildId of [...here].slice(0, OPENED_AT_START))
        await quietly(() => open(guildId), 'an archive could not be opened');
    },
    async joined(guildId: string): Promise<void> {
      if (here.has(guildId)) return;
      here.add(guildId);
      log.info({ guildId }, 'the bot is in a new server');
      await quietly(
        () => memberships.joined(application, guildId),
        'a server that the bot came into could not be noted',
      );
    },
    async left(guildId: string): Promise<void> {
      here.delete(guildId);
      log.info(
        { guildId, days: KEPT_DAYS },
        'the bot was removed from a server: its articles are kept for now',
      );
      await quietly(
        () => memberships.left(application, guildId),
        'a server that the bot left could not be noted',
      );
    },
    /** Counts how long the bot has been away from servers, and lets go of those it left long enough ago. */
    async purge(isMember: IsMember): Promise<void> {
      if (application === '') return;
      const late = 'servers left long ago could not be looked for';
      await quietly(count, late);
      await quietly(async () => {
        for (const guildId of await memberships.overdue(application, KEPT_DAYS * DAY_SECONDS))
          await quietly(
            () => letGo(guildId, isMember),
            'a server left long ago stays until Discord confirms it',
          );
      }, late);
    },
  };
}

export type GuildKeeper = ReturnType<typeof guildKeeper>;
