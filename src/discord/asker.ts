import type { Asker } from '../desk/ports.ts';
import { THREADS, type Interaction } from './received.ts';

/** Permission bits, from Discord's documentation (*Permissions*). Administrators have every permission. */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_SERVER = 1n << 5n;
const MANAGE_MESSAGES = 1n << 13n;
const SEND_MESSAGES = 1n << 11n;
const SEND_IN_THREADS = 1n << 38n;

/** Discord's key for an installation in a server, and its context number for direct messages between people. */
const SERVER = '0';
const AMONG_OTHERS = 2;

/**
 * The person behind an interaction, and where they are. Reads only the interaction's payload, so nothing else can impersonate them
 * (T15).
 */
export function askerOf(interaction: Interaction): Asker {
  const { guild_id: guildId, channel_id: channelId, channel, member } = interaction;
  const { locale, guild_locale: guildLocale } = interaction;
  if (isOutside(interaction)) return outsider(interaction);
  const rights = member?.permissions ?? 0n;
  const may = (right: bigint): boolean => (rights & (right | ADMINISTRATOR)) !== 0n;
  const inThread = channel !== undefined && THREADS.has(channel.type);
  const parent = inThread ? channel.parent_id : undefined;
  return {
    userId: (member?.user ?? interaction.user)?.id ?? '',
    ...(guildId === undefined ? {} : { guildId }),
    channels: [channelId, parent].flatMap((id) => id ?? []),
    roles: member?.roles ?? [],
    mayEdit: may(MANAGE_SERVER),
    mayModerate: may(MANAGE_MESSAGES),
    ...(locale !== undefined && { locale }),
    ...(guildLocale !== undefined && { guildLocale }),
    maySpeak: member === undefined || may(inThread ? SEND_IN_THREADS : SEND_MESSAGES),
  };
}

/** True when only this person installed the bot: they use it in a server it is not in, or in a direct message with others. */
function isOutside({
  guild_id: guildId,
  authorizing_integration_owners: owners,
  context,
}: Interaction): boolean {
  if (guildId === undefined) return context === AMONG_OTHERS;
  return owners !== undefined && owners[SERVER] !== guildId;
}

/** Permissions, roles and channels of another server say nothing about the server whose articles are read. */
function outsider({ member, user, locale }: Interaction): Asker {
  return {
    userId: (member?.user ?? user)?.id ?? '',
    channels: [],
    roles: [],
    mayEdit: false,
    mayModerate: false,
    maySpeak: false,
    outside: true,
    ...(locale !== undefined && { locale }),
  };
}
