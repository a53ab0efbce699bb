import type { APIGuild, APIMessage, APIUser } from 'discord.js';
import { asText, type Json } from './json.ts';

let counter = 0n;
/** A new snowflake like Discord's: milliseconds since 2015 above 22 bits. */
export function snowflake(now = Date.now()): string {
  counter += 1n;
  return String((BigInt(now - 1_420_070_400_000) << 22n) | (counter & 0x3fffffn));
}

/** Permission bits for tests, by Discord's names. */
export const PERMISSION = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  manageThreads: 1n << 34n,
  sendInThreads: 1n << 38n,
} as const;

/** Permissions of an ordinary member. */
export const MEMBER =
  PERMISSION.viewChannel | PERMISSION.sendMessages | PERMISSION.sendInThreads | PERMISSION.readHistory;

/** Permissions of the bot by its invitation. */
export const INVITED = MEMBER | PERMISSION.embedLinks | PERMISSION.attachFiles;

/** A person. */
export function user(name: string, id = snowflake()): APIUser {
  return {
    id,
    username: name,
    discriminator: '0',
    global_name: name,
    avatar: null,
    primary_guild: null,
    ...({ flags: 0, public_flags: 0 } as object),
  };
}

export type Channel = {
  id: string;
  type: number;
  name: string;
  guild_id?: string;
  parent_id?: string;
  /** The state of a thread. */
  thread_metadata?: { archived: boolean; locked: boolean };
};
/** `roleId` is the role that Discord created for the bot, `members` the ids of its known members. */
export type FakeGuild = {
  /** The language that the server is set to. */
  locale: string;
  id: string;
  name: string;
  channels: Channel[];
  joined: boolean;
  roleId: string;
  members: Set<string>;
};

/** A server with one text channel. */
export function guild(name: string, id = snowflake()): FakeGuild {
  return {
    id,
    name,
    channels: [{ id: snowflake(), type: 0, name: 'general', guild_id: id }],
    joined: true,
    locale: 'en-US',
    roleId: snowflake(),
    members: new Set(),
  };
}

/** The payload of GUILD_CREATE for a server. */
export function guildCreate({ id, name, channels, roleId, locale }: FakeGuild, bot: APIUser): Json {
  const everyone = {
    id,
    name: '@everyone',
    permissions: String(MEMBER),
    position: 0,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  };
  const guildFields: Partial<Omit<APIGuild, 'system_channel_flags'>> & Json = {
    id,
    name,
    icon: null,
    owner_id: '1',
    roles: [
      everyone,
      { ...everyone, id: roleId, name: bot.username, managed: true, tags: { bot_id: bot.id } },
    ],
    emojis: [],
    stickers: [],
    features: [],
    preferred_locale: locale as APIGuild['preferred_locale'],
    afk_timeout: 300,
    premium_tier: 0,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    system_channel_flags: 0,
  };
  return {
    ...guildFields,
    channels,
    threads: [],
    members: [member(bot, MEMBER)],
    member_count: 2,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A member in an interaction. */
export function member(person: APIUser, permissions: bigint, roles: readonly string[] = []): Json {
  return {
    user: person,
    roles: [...roles],
    permissions: String(permissions),
    nick: null,
    avatar: null,
    joined_at: '2026-01-02T00:00:00.000000+00:00',
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

/** A stored message, including fields that Discord does not show to bots. */
export type StoredMessage = APIMessage & {
  guild_id?: string;
  ephemeral: boolean;
  edits: number;
  deleted: boolean;
};

/** Creates a message from the body that was sent. */
export function storedMessage(
  body: Json,
  at: {
    channelId: string;
    guildId?: string;
    author: APIUser;
    files?: readonly Json[];
    applicationId?: string;
  },
): StoredMessage {
  const flags = Number(body['flags'] ?? 0);
  const reference = body['message_reference'] as Json | undefined;
  return {
    id: snowflake(),
    channel_id: at.channelId,
    ...(at.guildId === undefined ? {} : { guild_id: at.guildId }),
    ...(at.applicationId === undefined ? {} : { application_id: at.applicationId }),
    ...(reference ? { message_reference: { type: 0, channel_id: at.channelId, ...reference } } : {}),
    author: at.author,
    content: asText(body['content']),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: (at.files ?? []) as unknown as APIMessage['attachments'],
    embeds: (body['embeds'] ?? []) as APIMessage['embeds'],
    components: numbered(body['components']) as unknown as NonNullable<APIMessage['components']>,
    pinned: false,
    type: reference ? 19 : 0,
    flags,
    ephemeral: (flags & 64) !== 0,
    edits: 0,
    deleted: false,
  };
}

/** Discord gives every component without an id one. */
export function numbered(components: unknown): Json[] {
  let next = 0;
  const number = (component: Json): Json => {
    next += 1;
    const own: Json = { id: next, ...component };
    if (Array.isArray(own['components'])) own['components'] = (own['components'] as Json[]).map(number);
    if (own['accessory']) own['accessory'] = number(own['accessory'] as Json);
    return own;
  };
  return ((components ?? []) as Json[]).map(number);
}
