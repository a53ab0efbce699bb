import type { APIUser } from 'discord.js';
import { INVITED, MEMBER, member, snowflake, type FakeGuild, type StoredMessage } from './fake-objects.ts';
import { flatten } from './fake-rules.ts';
import type { World } from './fake-world.ts';
import { asList, asText, type Json } from './json.ts';

/** The person and place; by default Ada, an ordinary member, in the first server's channel. */
export type Where = {
  guildId?: string;
  channelId?: string;
  user?: APIUser;
  /** The member's permissions, as a sum of bits. */
  permissions?: bigint;
  roles?: readonly string[];
  /** Only the person installed the bot: in a server it is not in, or, for `group`, in a group message. */
  outside?: 'server' | 'group';
  /** The client's language; the server has its own. */
  locale?: string;
};

/** An option's value: a file for an attachment option, otherwise of the option's type. */
export type OptionFile = { name: string; type: string; data: Uint8Array };
export type OptionValue = string | number | boolean | OptionFile;

type Option = Json & { type: number; name: string; options?: Option[] };

/** Fields of every interaction. */
export function interaction(world: World, type: number, data: Json, where: Where, more: Json = {}): Json {
  const guild = guildOf(world, where.guildId);
  const channel = guild.channels.find(({ id }) => id === where.channelId) ?? guild.channels[0];
  const permissions = where.permissions ?? MEMBER;
  return {
    id: snowflake(),
    application_id: world.applicationId,
    type,
    token: `aW50ZXJhY3Rpb24.${snowflake()}.${'t'.repeat(60)}`,
    version: 1,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    channel_id: channel?.id,
    channel: { ...channel, permissions: String(permissions) },
    member: member(where.user ?? world.people.ada, permissions, where.roles),
    app_permissions: String(world.botMay.get(channel?.id ?? '') ?? INVITED),
    locale: where.locale ?? 'en-US',
    guild_locale: guild.locale,
    entitlements: [],
    authorizing_integration_owners: { 0: guild.id },
    context: 0,
    attachment_size_limit: 10 * 1024 * 1024,
    data,
    ...more,
    ...outsideOf(world, where),
  };
}

/** The differences when only the person installed the bot. */
function outsideOf(world: World, where: Where): Json {
  const person = where.user ?? world.people.ada;
  const owners = { authorizing_integration_owners: { 1: person.id } };
  if (where.outside === undefined) return {};
  if (where.outside === 'server') return owners;
  const nothing = { guild_id: undefined, guild: undefined, guild_locale: undefined, member: undefined };
  const id = snowflake();
  return { ...owners, ...nothing, user: person, context: 2, channel_id: id, channel: { id, type: 3 } };
}

/** A choice in a message's menu. */
export function choice(world: World, message: StoredMessage, value: string, where: Where): Json {
  const all = asList(message.components).flatMap(flatten);
  const list = all.find(({ type }) => type === 3);
  if (!list) throw new Error('the message has no list');
  const data = { custom_id: list['custom_id'], component_type: 3, id: 1, values: [value] };
  return interaction(world, 3, data, { channelId: message.channel_id, ...where }, { message });
}

/** `/name` or `/name group subcommand`, with options by name, checked against the registration like the client does. */
export function slash(
  world: World,
  name: string,
  values: Record<string, OptionValue>,
  where: Where,
  typing?: string,
): Json {
  const [first = '', ...path] = name.replace(/^\//, '').split(' ');
  const command = registered(world, guildOf(world, where.guildId).id, first, 1);
  const resolved: Record<string, Json> = {};
  let declared = asList(command['options']) as Option[];
  const nesting = path.map((part) => {
    const found = declared.find((option) => option.name === part && option.type <= 2);
    if (!found) throw new Error(`/${name} has no ${part}`);
    declared = found.options ?? [];
    return found;
  });
  for (const missing of declared.filter(({ required, name: own }) => required && !(own in values)))
    if (typing === undefined) throw new Error(`/${name} needs ${missing.name}`);
  const options = Object.entries(values).map(([own, value]) => {
    const option = declared.find((candidate) => candidate.name === own);
    if (!option) throw new Error(`/${name} has no option ${own}`);
    return {
      name: own,
      type: option.type,
      value: valueFor(world, option, value, resolved),
      ...(own === typing ? { focused: true } : {}),
    };
  });
  const nested = nesting.reduceRight<Json[]>(
    (inside, { name: own, type }) => [{ name: own, type, options: inside }],
    options,
  );
  const data = { id: command['id'], name: first, type: 1, guild_id: command['guild_id'], options: nested };
  return interaction(
    world,
    typing === undefined ? 2 : 4,
    { ...data, ...(Object.keys(resolved).length > 0 ? { resolved } : {}) },
    where,
  );
}

/** Right-click on a message, Apps, and the command's name. */
export function messageCommand(world: World, name: string, message: StoredMessage, where: Where): Json {
  const command = registered(world, guildOf(world, where.guildId).id, name, 3);
  const data = {
    id: command['id'],
    name,
    type: 3,
    target_id: message.id,
    resolved: { messages: { [message.id]: message } },
  };
  return interaction(world, 2, data, { channelId: message.channel_id, ...where });
}

/** A click on the button with this label or custom_id. */
export function button(world: World, message: StoredMessage, which: string, where: Where): Json {
  const all = asList(message.components).flatMap(flatten);
  const found = all.find(
    (component) =>
      component['type'] === 2 && (component['custom_id'] === which || component['label'] === which),
  );
  return click(world, message, asText(found?.['custom_id']) || which, where);
}

/** A click with any custom_id, even of no button. */
export function click(world: World, message: StoredMessage, customId: string, where: Where): Json {
  const data = { custom_id: customId, component_type: 2, id: 1 };
  return interaction(world, 3, data, { channelId: message.channel_id, ...where }, { message });
}

/** The value of a modal's field. */
export type FieldValue = string | OptionFile;

/** A submitted modal by field name, checked against the modal like the client does. */
export function modalSubmit(
  world: World,
  modal: Readonly<{ custom_id: string; components: readonly Json[] }>,
  values: Record<string, FieldValue>,
  where: Where,
  message?: StoredMessage,
): Json {
  const attachments: Record<string, Json> = {};
  const fields = modal.components.map((label) => label['component'] as Json);
  const unknown = Object.keys(values).find((own) => !fields.some((field) => field['custom_id'] === own));
  if (unknown !== undefined) throw new Error(`the modal has no field ${unknown}`);
  const components = fields.map((field, at) => ({
    type: 18,
    id: at + 1,
    component: {
      type: field['type'],
      id: at + 100,
      custom_id: field['custom_id'],
      ...filledIn(world, field, values[asText(field['custom_id'])], attachments),
    },
  }));
  const resolved = Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {};
  const data = { custom_id: modal.custom_id, components, ...resolved };
  return interaction(world, 5, data, where, message ? { message } : {});
}

/** The value that the client sends for a field: the new one, or else the initial one. */
function filledIn(
  world: World,
  field: Json,
  given: FieldValue | undefined,
  attachments: Record<string, Json>,
): Json {
  const name = asText(field['custom_id']);
  const type = Number(field['type']);
  if (type === 19) {
    if (typeof given !== 'object') return { values: [] };
    const endings = asList(field['file_types']).map(String);
    if (!endings.some((ending) => given.name.toLowerCase().endsWith(ending)))
      throw new Error(`the field ${name} takes no ${given.name}`);
    return { values: [keepFile(world, given, attachments)] };
  }
  if (typeof given === 'object') throw new Error(`the field ${name} takes no file`);
  if (type === 4) {
    const value = given ?? asText(field['value']);
    if (value.length > Number(field['max_length'])) throw new Error(`the field ${name} takes less text`);
    if (value === '' && field['required'] !== false) throw new Error(`the field ${name} must be filled in`);
    return { value };
  }
  const options = asList(field['options']);
  const chosen = given ?? asText(options.find((option) => option['default'] === true)?.['value']);
  if (given !== undefined && !options.some(({ value }) => value === given))
    throw new Error(`the field ${name} does not offer ${given}`);
  if (type === 21) return { value: chosen === '' ? null : chosen };
  return { values: chosen === '' ? [] : [chosen] };
}

function registered(world: World, guildId: string, name: string, type: number): Json {
  const all = [...(world.commands.get(guildId) ?? []), ...(world.commands.get('global') ?? [])];
  const found = all.find((command) => command['name'] === name && (command['type'] ?? 1) === type);
  if (!found) throw new Error(`${name} is not registered`);
  return found;
}

function valueFor(world: World, option: Option, value: OptionValue, resolved: Record<string, Json>): unknown {
  const fitting =
    { 3: 'string', 4: 'number', 5: 'boolean', 10: 'number', 11: 'object' }[option.type] ?? 'string';
  if (typeof value !== fitting) throw new Error(`option ${option.name} takes a ${fitting}`);
  if (typeof value === 'string' && value.length > Number(option['max_length'] ?? 6000))
    throw new Error(`option ${option.name} is too long to be sent`);
  if (typeof value !== 'object') return value;
  const endings = asList(option['file_types']).map(String);
  if (endings.length > 0 && !endings.some((ending) => value.name.toLowerCase().endsWith(ending)))
    throw new Error(`option ${option.name} takes no ${value.name}`);
  const attachments: Record<string, Json> = (resolved['attachments'] ??= {}) as Record<string, Json>;
  return keepFile(world, value, attachments);
}

/** Stores an interaction's file and returns its id. */
function keepFile(world: World, file: OptionFile, attachments: Record<string, Json>): string {
  const id = snowflake();
  world.files.set(`${id}/${file.name}`, file);
  const url = `http://127.0.0.1:${world.port}/api/attachments/${id}/${encodeURIComponent(file.name)}`;
  attachments[id] = {
    id,
    filename: file.name,
    size: file.data.length,
    url,
    proxy_url: url,
    content_type: file.type,
    ephemeral: true,
  };
  return id;
}

/** The server with this id, or the first. */
export function guildOf(world: World, id: string | undefined): FakeGuild {
  const guild = id === undefined ? world.guilds[0] : world.guilds.find((candidate) => candidate.id === id);
  if (!guild) throw new Error(`there is no server ${id}`);
  return guild;
}
