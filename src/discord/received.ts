import { z } from 'zod';
import { FILE_BYTES_MAX } from './limits.ts';

/*
 * The parts of gateway events that the bot uses. Discord adds fields at any time, so unknown ones are ignored; events that do not match
 * are dropped and counted (F9). Optional details fall back to a default (`catch`); identity, location and permissions never do.
 */

const snowflake = z.string().regex(/^\d{1,20}$/u, 'is not an id');
const user = z.object({ id: snowflake, bot: z.boolean().optional() });
const permissions = z
  .string()
  .regex(/^\d{1,30}$/u, 'are not permission bits')
  .transform(BigInt);
const member = z.object({ user: user.optional().catch(undefined), roles: z.array(snowflake).catch([]) });
/** Absent or null, which mean the same. */
const orAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => given ?? undefined, schema.optional());
const text = z.string().catch('');
const list = z.array(z.unknown()).catch([]);
/** A list without the items that do not match. */
const listOf = <Schema extends z.ZodType>(item: Schema) =>
  list.transform((given) => given.flatMap((each) => item.safeParse(each).data ?? []));
const media = z
  .object({ description: orAbsent(z.string()) })
  .optional()
  .catch(undefined);
const embed = z.object({
  title: text,
  description: text,
  fields: listOf(z.object({ name: text, value: text })),
  image: media,
  thumbnail: media,
});
const attachment = z.object({
  filename: z.string(),
  url: z.string(),
  size: z.int().min(0),
  content_type: z.string().nullish(),
  /** Alternative text of a picture. */
  description: orAbsent(z.string()).catch(undefined),
});
const poll = z.object({
  question: z.object({ text }),
  answers: listOf(z.object({ poll_media: z.object({ text }) })),
});
/** The readable content of a message or a forwarded message. */
const content = z.object({
  content: text,
  components: list,
  embeds: listOf(embed),
  attachments: listOf(attachment),
  poll: poll.optional().catch(undefined),
});
const noContent = { content: '', components: [], embeds: [], attachments: [] };
const message = content.extend({
  id: snowflake,
  channel_id: snowflake,
  author: user,
  flags: z.int().catch(0),
  type: z.int().catch(0),
  message_snapshots: z
    .array(z.object({ message: content.catch(noContent) }))
    .optional()
    .catch(undefined),
});

/** The parts of a message that the bot reads. */
export const receivedMessage = message;
export type ReceivedMessage = z.output<typeof message>;
export type ReceivedFile = z.output<typeof attachment>;
export type ReceivedContent = z.output<typeof content>;

/** The message that a command was used on, with the message it replies to. */
const target = message.extend({
  referenced_message: orAbsent(message).catch(undefined),
  message_reference: z
    .object({ type: z.int().catch(0), message_id: orAbsent(snowflake), channel_id: orAbsent(snowflake) })
    .optional()
    .catch(undefined),
});

export type ReceivedTarget = z.output<typeof target>;

/** Discord's numbers for types of interactions, commands and options. */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export const COMMAND = { slash: 1, message: 3 } as const;
const SUBCOMMAND = 1;
const GROUP = 2;

const value = z.object({
  name: z.string(),
  type: z.int().min(3),
  value: z.union([z.string(), z.number(), z.boolean()]),
  focused: z.boolean().optional().catch(undefined),
});
const subcommand = z.object({
  name: z.string(),
  type: z.literal(SUBCOMMAND),
  options: z.preprocess((given) => given ?? [], z.array(value)),
});
const group = z.object({ name: z.string(), type: z.literal(GROUP), options: z.array(subcommand).length(1) });
const options = z
  .union([z.array(value), z.tuple([subcommand]), z.tuple([group])])
  .nullish()
  .transform((found) => found ?? []);
/** Attached files by id. */
const attachments = z.record(snowflake, attachment).optional().catch(undefined);

const command = z.object({
  name: z.string(),
  type: z.int(),
  options,
  target_id: orAbsent(snowflake),
  resolved: z
    .object({
      attachments,
      messages: z.record(snowflake, target).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

export type CommandData = z.output<typeof command>;

const common = {
  id: snowflake,
  application_id: snowflake,
  token: z.string().regex(/^[\w.-]+$/u, 'is not a token'),
  guild_id: orAbsent(snowflake),
  channel_id: orAbsent(snowflake),
  /** The ids of who installed the bot there: a server (key `0`) or a person (key `1`). Never takes a default. */
  authorizing_integration_owners: orAbsent(z.record(z.string(), z.string())),
  /** In a server (0), with the bot alone (1), among other people (2). */
  context: orAbsent(z.int()),
  channel: z
    .object({ id: snowflake, type: z.int(), parent_id: snowflake.nullish().catch(undefined) })
    .optional()
    .catch(undefined),
  /** Languages of the client and of the server. */
  locale: z.string().max(20).optional().catch(undefined),
  guild_locale: z.string().max(20).optional().catch(undefined),
  /** The asker: a member in a server, a user elsewhere. */
  member: orAbsent(member.extend({ user, permissions })),
  user: orAbsent(user),
  message: message.optional().catch(undefined),
  /** Size of the largest file that an answer may have there. Bytes. */
  attachment_size_limit: z.int().min(1).catch(FILE_BYTES_MAX),
};

/** An interaction of a kind that the bot answers. */
export const interactionSchema = z
  .discriminatedUnion('type', [
    z.object({ ...common, type: z.literal([INTERACTION.command, INTERACTION.autocomplete]), data: command }),
    z.object({
      ...common,
      type: z.literal(INTERACTION.component),
      data: z.object({ custom_id: z.string(), values: listOf(z.string()) }),
    }),
    z.object({
      ...common,
      type: z.literal(INTERACTION.modal),
      data: z.object({
        custom_id: z.string(),
        components: list,
        resolved: z.object({ attachments }).optional().catch(undefined),
      }),
    }),
  ])
  .refine((interaction) => (interaction.member ?? interaction.user) !== undefined, 'is nobody’s');

export type Interaction = z.output<typeof interactionSchema>;
/** A command that is used, or whose option is being typed. */
export type AskedCommand = Extract<Interaction, { data: CommandData }>;

const person = z.object({ id: snowflake });

/** The part of an interaction that the queue and the busy reply need. Under a flood the rest is never parsed. */
export const glanceSchema = z
  .object({
    type: z.int(),
    id: common.id,
    application_id: common.application_id,
    token: common.token,
    guild_id: common.guild_id,
    locale: common.locale,
    guild_locale: common.guild_locale,
    member: orAbsent(z.object({ user: person })),
    user: orAbsent(person),
  })
  .transform(({ member: inGuild, user: alone, ...rest }) => ({
    ...rest,
    userId: (inGuild?.user ?? alone)?.id ?? '',
  }))
  .refine(({ userId }) => userId !== '', 'is nobody’s');

export type Glance = z.output<typeof glanceSchema>;

/** A message that someone wrote, in a server or (without `guild_id`) in a direct message to the bot. */
export const writtenSchema = message.extend({
  guild_id: orAbsent(snowflake),
  type: z.int(),
  webhook_id: orAbsent(snowflake),
  member: member.optional().catch(undefined),
  mentions: z.array(user).catch([]),
  mention_roles: z.array(snowflake).catch([]),
  attachments: list,
  sticker_items: list,
  referenced_message: message.nullish().catch(undefined),
});

export type Written = z.output<typeof writtenSchema>;

/** The bot's ids, and the servers it is in. */
export const readySchema = z.object({
  user: z.object({ id: snowflake }),
  application: z.object({ id: snowflake }),
  guilds: z.array(z.object({ id: snowflake })),
});

/** A role of a server. Discord makes one for each bot that is invited with permissions, and tags it with the bot's id. */
const role = z.object({ id: snowflake, tags: z.object({ bot_id: snowflake.optional() }).optional() });

/** A server that the bot joined or left; `unavailable` during an outage of Discord. */
export const guildSchema = z.object({
  id: snowflake,
  unavailable: z.boolean().optional().catch(undefined),
  name: text,
  preferred_locale: z.string().max(20).optional().catch(undefined),
  roles: z.array(role.catch({ id: '0' })).catch([]),
});

/** The parts of a channel that concern threads. */
export const channelSchema = z.object({ type: z.int(), parent_id: snowflake.nullish() });

/** Types of channels that are threads. The parent of any other channel is a category. */
export const THREADS: ReadonlySet<number> = new Set([10, 11, 12]);

type Values = readonly z.output<typeof value>[];

/** The options of a command, with its subcommand group and subcommand. */
export function optionsOf({ options: given }: CommandData): Readonly<{
  path: Readonly<Partial<Record<'group' | 'subcommand', string>>>;
  values: Values;
}> {
  const [first] = given;
  if (first?.type === GROUP) {
    const { name, options: inside } = first as z.output<typeof group>;
    const [only] = inside;
    return { path: { group: name, subcommand: only?.name ?? '' }, values: only?.options ?? [] };
  }
  if (first?.type === SUBCOMMAND) {
    const { name, options: inside } = first as z.output<typeof subcommand>;
    return { path: { subcommand: name }, values: inside };
  }
  return { path: {}, values: given as Values };
}
