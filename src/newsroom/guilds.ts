import type { Store } from '../store/archive.ts';
import type { Log } from '../desk/ports.ts';
import { causeOf } from '../desk/cause.ts';

/** How long the data of a server stays after the bot was removed, so that inviting it again restores everything (F21). Days. */
const KEPT_DAYS = 30;
/** Number of archives to open at the start; the others are opened by their first question. */
const OPENED_AT_START = 5;
const DAY_SECONDS = 86_400;

export type GuildKeeperOptions = Readonly<{
  memberships: Store['memberships'];
  /** Opens a server's archive. */
  open(guildId: string): Promise<void>;
  /** Milliseconds of a monotonic clock. */
  elapsed(): number;
  log: Log;
}>;

/** Asks Discord whether the bot is in a server; rejects when Discord does not answer. */
export type IsMember = (guildId: string) => Promise<boolean>;

/** Records the servers that the bot is in, and purges those it has left. Nothing here throws. */
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
    // Includes archives that were created since the last count.
    await memberships.present(application, [...here]);
    const seconds = Math.floor((elapsed() - counted) / 1000);
    await memberships.absent(application, seconds);
    counted += seconds * 1000;
  }

  return {
    /** Call with all servers of the bot and its application id; it may have left others while it was offline. */
    async present(guildIds: readonly string[], applicationId: string): Promise<void> {
      application = applicationId;
      here.clear();
      for (const guildId of guildIds) here.add(guildId);
      await quietly(
        () => memberships.present(application, guildIds),
        'could not record the servers of the bot',
      );
      for (const guildId of [...here].slice(0, OPENED_AT_START))
        await quietly(() => open(guildId), 'could not open an archive');
    },
    async joined(guildId: string): Promise<void> {
      if (here.has(guildId)) return;
      here.add(guildId);
      log.info({ guildId }, 'the bot joined a server');
      await quietly(
        () => memberships.joined(application, guildId),
        'could not record that the bot joined a server',
      );
    },
    async left(guildId: string): Promise<void> {
      here.delete(guildId);
      log.info(
        { guildId, days: KEPT_DAYS },
        'the bot was removed from a server: keeping its articles for now',
      );
      await quietly(
        () => memberships.left(application, guildId),
        'could not record that the bot left a server',
      );
    },
    /** Adds up how long the bot has been absent from servers, and purges those it left long enough ago. */
    async purge(isMember: IsMember): Promise<void> {
      if (application === '') return;
      const late = 'could not look for servers that the bot left long ago';
      await quietly(count, late);
      await quietly(async () => {
        for (const guildId of await memberships.overdue(application, KEPT_DAYS * DAY_SECONDS))
          await quietly(async () => {
            if (await letGoOf(guildId, { memberships, application, isMember, log })) here.add(guildId);
          }, 'could not purge a server: Discord did not confirm that the bot has left it');
      }, late);
    },
  };
}

/** Purges a server, but only if Discord confirms that the bot is not in it. Returns whether the bot is in it after all. */
async function letGoOf(
  guildId: string,
  {
    memberships,
    application,
    isMember,
    log,
  }: Pick<GuildKeeperOptions, 'memberships' | 'log'> & Readonly<{ application: string; isMember: IsMember }>,
): Promise<boolean> {
  if (await isMember(guildId)) {
    log.warn({ guildId }, 'the bot is in a server that it seemed to have left: keeping its articles');
    await memberships.joined(application, guildId);
    return true;
  }
  const removed = await memberships.letGo(application, guildId);
  log.info(
    { guildId },
    removed
      ? 'purged a server that the bot left long ago'
      : 'a server that the bot left stays for another bot',
  );
  return false;
}

export type GuildKeeper = ReturnType<typeof guildKeeper>;
