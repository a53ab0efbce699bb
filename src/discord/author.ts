import type { Asker } from '../desk/ports.ts';
import { channelSchema, THREADS, type Written } from './received.ts';
import type { Rest } from './rest.ts';
import type { Servers } from './servers.ts';

/** Number of channels whose parent is remembered. */
const REMEMBERED = 2000;

/** Makes a function that tells who asks with a message, and where. */
export function authorAsAsker(rest: Pick<Rest, 'channel'>, servers: Pick<Servers, 'placed' | 'localeOf'>) {
  const parentOf = parentFinder(rest);
  /** The author of a message. A message does not list their permissions, but asking needs none. */
  return async function askerOf({ author, guild_id: guildId, channel_id, member }: Written): Promise<Asker> {
    const rights = { mayEdit: false, mayModerate: false, maySpeak: true };
    if (guildId === undefined)
      return servers.placed({ userId: author.id, channels: [], roles: [], ...rights });
    const parent = await parentOf(channel_id);
    const channels = parent === undefined ? [channel_id] : [channel_id, parent];
    const guildLocale = servers.localeOf(guildId);
    return {
      userId: author.id,
      guildId,
      channels,
      roles: member?.roles ?? [],
      ...rights,
      ...(guildLocale !== undefined && { guildLocale }),
    };
  };
}

function parentFinder(rest: Pick<Rest, 'channel'>) {
  const parents = new Map<string, string | undefined>();
  /** The channel that a thread belongs to, which a message does not say. If unknown, less may be quoted, never more. */
  return async function parentOf(channelId: string): Promise<string | undefined> {
    if (parents.has(channelId)) return parents.get(channelId);
    const channel = channelSchema.safeParse(await rest.channel(channelId).catch(() => undefined)).data;
    if (!channel) return undefined;
    const parent = THREADS.has(channel.type) ? (channel.parent_id ?? undefined) : undefined;
    if (parents.size >= REMEMBERED) parents.clear();
    parents.set(channelId, parent);
    return parent;
  };
}
