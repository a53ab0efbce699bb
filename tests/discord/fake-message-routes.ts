import * as spec from 'discord-api-spec/zod';
import {
  member,
  MEMBER,
  numbered,
  PERMISSION,
  snowflake,
  storedMessage,
  user,
  type StoredMessage,
} from './fake-objects.ts';
import {
  failure,
  MISSING_PERMISSIONS,
  refuse,
  type Answer,
  type Handler,
  type Upload,
} from './fake-answer.ts';
import { closedThread, LOCKED, threadOf } from './fake-threads.ts';
import { againstSpec, checkAttachments, checkMessage } from './fake-rules.ts';
import { botMay, checkInvariants, type InteractionRecord, type World } from './fake-world.ts';
import { asList, asText, type Json } from './json.ts';

/** An interaction's token is good for 15 minutes. */
const TOKEN_LIFE = 15 * 60_000;
const UNKNOWN_MESSAGE = failure(404, 10008, 'Unknown Message');
const UNKNOWN_WEBHOOK = failure(404, 10015, 'Unknown Webhook');

/** GET /channels/…: a channel visible to the bot. */
export const readChannel: Handler = (world, [channelId = '']) => {
  const guild = world.guilds.find(({ channels }) => channels.some(({ id }) => id === channelId));
  if (!guild) return failure(404, 10003, 'Unknown Channel');
  if (!guild.joined) return failure(403, 50001, 'Missing Access');
  return { status: 200, body: guild.channels.find(({ id }) => id === channelId) };
};

/** POST /users/@me/channels: the channel for direct messages to a person. */
export const openDirect: Handler = (world, _params, { body }) => {
  const refusal = againstSpec(spec.CreatePrivateChannelRequestSchema, body);
  if (refusal) return refuse(refusal);
  const recipient = asText(body['recipient_id']);
  const known = [...world.directs].find(([, userId]) => userId === recipient)?.[0];
  const id = known ?? snowflake();
  world.directs.set(id, recipient);
  return { status: 200, body: { id, type: 1 } };
};

export const readMember: Handler = (world, [guildId, userId = '']) => {
  const guild = world.guilds.find(({ id, joined }) => id === guildId && joined);
  if (!guild) return failure(404, 10004, 'Unknown Guild');
  if (!guild.members.has(userId)) return failure(404, 10007, 'Unknown Member');
  return { status: 200, body: member(user('Somebody', userId), MEMBER) };
};

/** POST /channels/…/messages. */
export const createMessage: Handler = (world, [channelId = ''], { body, uploads }) => {
  const guild = world.guilds.find(({ channels }) => channels.some(({ id }) => id === channelId));
  const reader = world.directs.get(channelId);
  if (!guild && reader === undefined) return failure(404, 10003, 'Unknown Channel');
  if (reader !== undefined && world.closed.has(reader))
    return failure(403, 50007, 'Cannot send messages to this user');
  if (guild && !guild.joined) return failure(403, 50001, 'Missing Access');
  const files = uploads.map(({ name }) => name);
  const forbidden = guild && notAllowed(world, channelId, body, files);
  if (forbidden) return forbidden;
  const refusal =
    againstSpec(spec.MessageCreateRequestSchema, body) ??
    checkAttachments(body, uploads) ??
    checkMessage(body, { mayBeEphemeral: false, files });
  if (refusal) return refuse(refusal);
  const target = asText((body['message_reference'] as Json | undefined)?.['message_id']);
  if (target && !live(world, target)) return failure(400, 50035, 'Invalid Form Body');
  const nonce = body['enforce_nonce'] === true ? asText(body['nonce']) : '';
  const twin = [...world.messages.values()].find(
    (message) => nonce && message.nonce === nonce && message.channel_id === channelId,
  );
  if (twin) return { status: 200, body: twin };
  checkInvariants(world, `message in ${channelId}`, body);
  const message = storedMessage(body, {
    channelId,
    ...(guild && { guildId: guild.id }),
    author: world.bot,
    files: saveFiles(world, uploads),
  });
  if (nonce) message.nonce = nonce;
  world.messages.set(message.id, message);
  world.announce('MESSAGE_CREATE', message);
  return { status: 200, body: message };
};

/** How Discord refuses what the bot may not write in a channel. */
function notAllowed(
  world: World,
  channelId: string,
  body: Json,
  files: readonly string[],
): Answer | undefined {
  const may = (permission: bigint): boolean => botMay(world, channelId, permission);
  if (!may(PERMISSION.viewChannel)) return failure(403, 50001, 'Missing Access');
  if (!may(PERMISSION.sendMessages)) return MISSING_PERMISSIONS;
  if (files.length > 0 && !may(PERMISSION.attachFiles)) return MISSING_PERMISSIONS;
  if ('message_reference' in body && !may(PERMISSION.readHistory))
    return failure(403, 160_002, 'Cannot reply without permission to read message history');
  const thread = threadOf(world, channelId);
  if (thread?.locked && !may(PERMISSION.manageThreads)) return LOCKED;
  // A message reopens a thread.
  if (thread) thread.archived = false;
  return undefined;
}

/** POST /webhooks/…: a message after the first response. */
export const followUp: Handler = (world, [application, token = ''], { body, uploads }) => {
  const record = usable(world, application, token);
  if (!record) return UNKNOWN_WEBHOOK;
  const files = uploads.map(({ name }) => name);
  const refusal =
    againstSpec(spec.IncomingWebhookRequestPartialSchema, body) ??
    checkAttachments(body, uploads) ??
    checkMessage(body, { mayBeEphemeral: true, files });
  if (refusal) return refuse(refusal);
  checkInvariants(world, `follow-up to ${record.id}`, body);
  const channelId = String(record.payload['channel_id']);
  const message = storedMessage(body, {
    channelId,
    author: world.bot,
    files: saveFiles(world, uploads),
    applicationId: world.applicationId,
  });
  world.messages.set(message.id, message);
  record.followUpIds.push(message.id);
  return { status: 200, body: message };
};

export const readMessage: Handler = (world, params) => {
  const found = find(world, params);
  if ('status' in found) return found;
  const isFor = found.author.id === world.bot.id || found.mentions.some(({ id }) => id === world.bot.id);
  return { status: 200, body: isFor || params[1] ? found : { ...found, ...WITHHELD } };
};

/** What is visible of other people's messages without the message-content intent. */
const WITHHELD = { content: '', embeds: [], attachments: [], components: [] };

export const changeMessage: Handler = (world, params, { body, uploads }) => {
  const found = find(world, params);
  if ('status' in found) return found;
  if (uploads.length > 0 && !botMay(world, found.channel_id, PERMISSION.attachFiles))
    return MISSING_PERMISSIONS;
  if (found.author.id !== world.bot.id)
    return failure(403, 50005, 'Cannot edit a message authored by another user');
  const closed = closedThread(world, found.channel_id);
  if (closed) return closed;
  const schema = params[1]
    ? spec.IncomingWebhookUpdateRequestPartialSchema
    : spec.MessageEditRequestPartialSchema;
  const kept = keptAttachments(found, body);
  const files = [...uploads.map(({ name }) => name), ...kept.map(({ filename }) => filename)];
  const refusal =
    againstSpec(schema, body) ??
    checkAttachments(body, uploads, found.attachments) ??
    checkMessage(body, { mayBeEphemeral: found.ephemeral, files, edits: found.flags ?? 0 });
  if (refusal) return refuse(refusal);
  checkInvariants(world, `edit of ${found.id}`, body);
  showMessage(world, found, body, saveFiles(world, uploads));
  return { status: 200, body: found };
};

export const removeMessage: Handler = (world, params) => {
  const found = find(world, params);
  if ('status' in found) return found;
  found.deleted = true;
  return { status: 204 };
};

/** Applies an edit: changes only what the body names, and never leaves Components V2. */
export function showMessage(world: World, message: StoredMessage, body: Json, files: readonly Json[]): void {
  if ('content' in body) message.content = asText(body['content']);
  if ('components' in body)
    message.components = numbered(body['components']) as unknown as NonNullable<StoredMessage['components']>;
  const added = files as unknown as StoredMessage['attachments'];
  message.attachments = [...keptAttachments(message, body), ...added];
  message.flags = (message.flags ?? 0) | Number(body['flags'] ?? 0);
  message.edits += 1;
  message.edited_timestamp = new Date().toISOString();
  if (!message.ephemeral) world.announce('MESSAGE_UPDATE', message);
}

/** The attachments after an edit: all when it names none, else those it names by id. */
export function keptAttachments(
  { attachments }: Pick<StoredMessage, 'attachments'>,
  body: Json,
): StoredMessage['attachments'] {
  if (!('attachments' in body)) return attachments;
  const named = new Set(asList(body['attachments']).map(({ id }) => asText(id)));
  return attachments.filter(({ id }) => named.has(id));
}

/** Stores uploads, with URLs like those of Discord's CDN. */
export function saveFiles(world: World, uploads: readonly Upload[]): Json[] {
  return uploads.map(({ name, type, data }) => {
    const id = snowflake();
    world.files.set(`${id}/${name}`, { type, data });
    const url = `http://127.0.0.1:${world.port}/api/attachments/${id}/${encodeURIComponent(name)}`;
    return { id, filename: name, size: data.length, url, proxy_url: url, content_type: type };
  });
}

/** The message of a path: `[application, token, @original or id]`, or `[channel, '', id]`. */
function find(
  world: World,
  [place = '', token = '', name = '']: readonly (string | undefined)[],
): StoredMessage | Answer {
  if (token === '') {
    const message = live(world, name);
    return message?.channel_id === place ? message : UNKNOWN_MESSAGE;
  }
  const record = usable(world, place, token);
  if (!record) return UNKNOWN_WEBHOOK;
  const id = name === '@original' ? record.originalId : name;
  const own = id !== undefined && (id === record.originalId || record.followUpIds.includes(id));
  return (own ? live(world, id) : undefined) ?? UNKNOWN_MESSAGE;
}

function usable(world: World, application: string | undefined, token: string): InteractionRecord | undefined {
  const record = world.interactions.get(token);
  const valid =
    record?.response && application === world.applicationId && performance.now() - record.sentAt < TOKEN_LIFE;
  return valid ? record : undefined;
}

function live(world: World, id: string): StoredMessage | undefined {
  const message = world.messages.get(id);
  return message?.deleted ? undefined : message;
}
