import type { Asker } from '../desk/ports.ts';
import type { Rest } from './rest.ts';

/** A server as Discord describes it at start-up or when the bot joins. */
type Notice = Readonly<{
  id: string;
  name: string;
  preferred_locale?: string | undefined;
  roles: readonly Readonly<{ id: string; tags?: { bot_id?: string | undefined } | undefined }>[];
}>;
/** A server that the bot is in. */
export type Server = Readonly<{
  id: string;
  name: string;
  roleId: string | undefined;
  locale: string | undefined;
}>;

/** Remembers which server a person reads in direct messages. May reject. */
export type ChosenServers = Readonly<{
  get(userId: string, among: readonly string[]): Promise<string | undefined>;
  set(userId: string, guildId: string, among: readonly string[]): Promise<void>;
}>;
const NOBODY_REMEMBERS: ChosenServers = { get: async () => undefined, set: async () => undefined };

/** Beyond this many servers nobody is looked up: each costs a request. */
const MOST_LOOKED_AT = 20;
/** How long a person's membership of a server is cached. Milliseconds. */
const KEPT = 60_000;

/** The servers that the bot is in. */
export type Servers = ReturnType<typeof serverList>;

/** Keeps the list of servers that the bot is in. The list starts empty. */
export function serverList(
  rest: Pick<Rest, 'isMember'>,
  now: () => number,
  chosen: ChosenServers = NOBODY_REMEMBERS,
) {
  const servers = new Map<string, Server>();
  const shared = new Map<string, Readonly<{ at: number; found: Promise<readonly Server[]> }>>();

  async function look(userId: string): Promise<readonly Server[]> {
    const all = [...servers.values()].slice(0, MOST_LOOKED_AT);
    const member = await Promise.all(all.map(({ id }) => isIn(id, userId)));
    return all.filter((_, at) => member[at]);
  }

  /** Anyone whom Discord does not confirm counts as no member: less is shown then, never more. */
  function isIn(guildId: string, userId: string): Promise<boolean> {
    return rest.isMember(guildId, userId).catch(() => false);
  }

  /** The servers that this person shares with the bot. */
  function sharedWith(userId: string): Promise<readonly Server[]> {
    for (const [id, { at }] of shared) if (now() - at > KEPT) shared.delete(id);
    const known = shared.get(userId) ?? { at: now(), found: look(userId) };
    shared.set(userId, known);
    return known.found;
  }

  return {
    joined({ id, name, roles, preferred_locale: locale }: Notice, botId: string): void {
      servers.set(id, { id, name, locale, roleId: roles.find(({ tags }) => tags?.bot_id === botId)?.id });
      shared.clear();
    },
    left(guildId: string): void {
      servers.delete(guildId);
      shared.clear();
    },
    /** The bot's own role, which people mention instead of the bot. */
    roleIn: (guildId: string | undefined): string | undefined => servers.get(guildId ?? '')?.roleId,
    /** The server's language, as Discord's tag. */
    localeOf: (guildId: string | undefined): string | undefined => servers.get(guildId ?? '')?.locale,
    sharedWith,
    nameOf: (guildId: string): string => servers.get(guildId)?.name ?? guildId,
    /** Sets the server that {@link placed} uses from now on. Rejects when the choice cannot be stored. */
    async choose(userId: string, guildId: string): Promise<void> {
      const ids = (await sharedWith(userId)).map(({ id }) => id);
      await chosen.set(userId, guildId, ids);
    },
    /**
     * Places an asker in a direct message into the only server they share with the bot, or the one they chose. They get none of its
     * channels, so they read what everyone there may read. Returns the asker unchanged when they share none, or have not chosen.
     */
    async placed(asker: Asker): Promise<Asker> {
      if (asker.guildId !== undefined) return asker;
      const ids = (await sharedWith(asker.userId)).map(({ id }) => id);
      const [only] = ids;
      // If the choice cannot be read, the asker is asked again: less is shown then, never more.
      const guildId = ids.length > 1 ? await chosen.get(asker.userId, ids).catch(() => undefined) : only;
      return guildId !== undefined && ids.includes(guildId) ? { ...asker, guildId, channels: [] } : asker;
    },
  };
}
