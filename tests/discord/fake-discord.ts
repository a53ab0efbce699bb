import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIUser } from 'discord.js';
import { createGateway } from './fake-gateway.ts';
import * as build from './fake-interactions.ts';
import type { OptionValue, Where } from './fake-interactions.ts';
import { member, MEMBER, snowflake, storedMessage, type StoredMessage } from './fake-objects.ts';
import { answerRest } from './fake-rest.ts';
import { createWorld, waitFor, type InteractionRecord, type Options, type World } from './fake-world.ts';
import { textsOf } from './invariants.ts';
import { asList, asText, type Json } from './json.ts';
import { PATIENCE } from './patience.ts';

export type { StoredMessage } from './fake-objects.ts';
export { PERMISSION } from './fake-objects.ts';

/** An interaction with its results so far. */
export type Exchange = {
  record: InteractionRecord;
  /** Type of the first response: 4 message, 5 deferral, 7 edit, 8 choices, 9 modal. */
  type: () => number | undefined;
  /** The message of the first response in its current state. Throws when there is none. */
  message: () => StoredMessage;
  followUps: () => StoredMessage[];
  /** All text of the message, one text display a line. */
  text: () => string;
  choices: () => { name: string; value: string | number }[];
  modal: () => { custom_id: string; title: string; components: Json[] };
};

/** A loopback Discord with strict limits and schemas. Close it at the end, which throws the bot's mistakes. */
export async function fakeDiscord(options: Options = {}) {
  const world = createWorld(options);
  const server = createServer((request, response) => {
    answerRest(world, request, response).catch((error: unknown) => {
      world.problems.push(`the fake failed: ${String(error)}`);
      response.destroy();
    });
  });
  const gateway = createGateway(world, server);
  world.announce = gateway.dispatch;
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  world.port = (server.address() as AddressInfo).port;

  const send = (payload: Json) => deliver(world, gateway.dispatch, payload);
  const answered = (payload: Json) => firstResponse(world, send(payload));
  return {
    /** The API's URL, for the bot's settings. */
    api: `http://127.0.0.1:${world.port}/api`,
    token: world.token,
    world,
    gateway,
    people: world.people,
    guilds: world.guilds,
    faults: world.faults,
    requests: world.requests,
    registered: (guildId = 'global') => world.commands.get(guildId) ?? [],
    /** Resolves when the bot has logged in and registered its commands. */
    async ready(scope = 'global', timeout = PATIENCE): Promise<void> {
      await gateway.ready(timeout);
      await waitFor(
        world,
        () => (world.commands.has(scope) ? true : undefined),
        timeout,
        'registered commands',
      );
    },
    /** Sends an interaction without waiting for its answer. */
    send,
    /** Waits for the first response to an interaction. */
    answer: (exchange: Exchange) => firstResponse(world, exchange),
    /** Delivers an interaction again, as Discord sometimes does. */
    redeliver: (exchange: Exchange) => gateway.dispatch('INTERACTION_CREATE', exchange.record.payload),
    slash: (name: string, values: Record<string, OptionValue> = {}, where: Where = {}) =>
      answered(build.slash(world, name, values, where)),
    slashPayload: (name: string, values: Record<string, OptionValue> = {}, where: Where = {}) =>
      build.slash(world, name, values, where),
    buttonPayload: (message: StoredMessage, which: string, where: Where = {}) =>
      build.button(world, message, which, where),
    typingPayload: (name: string, option: string, typed: string, where: Where = {}) =>
      build.slash(world, name, { [option]: typed }, where, option),
    async autocomplete(name: string, option: string, typed: string, where: Where = {}) {
      const exchange = await answered(build.slash(world, name, { [option]: typed }, where, option));
      return exchange.choices();
    },
    messageCommand: (name: string, message: StoredMessage, where: Where = {}) =>
      answered(build.messageCommand(world, name, message, where)),
    button: (message: StoredMessage, which: string, where: Where = {}) =>
      answered(build.button(world, message, which, where)),
    /** Chooses from a message's menu, even values that it does not have. */
    choose: (message: StoredMessage, value: string, where: Where = {}) =>
      answered(build.choice(world, message, value, where)),
    /** Submits the modal that an exchange opened; fields by name. */
    modal: (opened: Exchange, fields: Record<string, build.FieldValue>, where: Where = {}) =>
      answered(
        build.modalSubmit(
          world,
          opened.modal(),
          fields,
          where,
          opened.record.payload['message'] as StoredMessage | undefined,
        ),
      ),
    /** Posts a person's message in a channel; the bot may answer. */
    message: (content: string, how: MessageOptions = {}) => post(world, gateway.dispatch, content, how),
    /** Sends a direct message to the bot, with its text and without server or member. */
    direct(content: string, author: APIUser = world.people.ada): StoredMessage {
      const known = [...world.directs].find(([, id]) => id === author.id)?.[0];
      const channelId = known ?? snowflake();
      world.directs.set(channelId, author.id);
      const message = storedMessage({ content }, { channelId, author });
      world.messages.set(message.id, message);
      gateway.dispatch('MESSAGE_CREATE', message);
      return message;
    },
    /** The bot's next message in a channel. */
    reply: (to: StoredMessage, timeout = PATIENCE) =>
      waitFor(
        world,
        () =>
          [...world.messages.values()].find(
            (own) => own.author.id === world.bot.id && own.message_reference?.message_id === to.id,
          ),
        timeout,
        'reply',
      ),
    until: <T>(find: () => T | undefined, what: string, timeout = PATIENCE) =>
      waitFor(world, find, timeout, what),
    /** Removes problems that a test caused on purpose; all must match. */
    expectProblems(pattern: RegExp): void {
      const others = world.problems.splice(0).filter((problem) => !pattern.test(problem));
      world.problems.push(...others);
    },
    /** Stops, and throws the bot's mistakes since the start. */
    async close(): Promise<void> {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
      if (world.problems.length > 0)
        throw new Error(`Discord would not have it:\n${world.problems.join('\n')}`);
    },
  };
}

export type FakeDiscord = Awaited<ReturnType<typeof fakeDiscord>>;

export type MessageOptions = Where & { mention?: boolean; mentionRole?: boolean; replyTo?: StoredMessage };

function deliver(world: World, dispatch: (t: string, d: unknown) => void, payload: Json): Exchange {
  const record: InteractionRecord = {
    id: asText(payload['id']),
    token: asText(payload['token']),
    payload,
    sentAt: performance.now(),
    followUpIds: [],
  };
  world.interactions.set(record.token, record);
  dispatch('INTERACTION_CREATE', payload);
  const messageOf = (id: string | undefined) => {
    const message = world.messages.get(id ?? '');
    if (!message) throw new Error(`the answer made no message: ${JSON.stringify(record.response)}`);
    return message;
  };
  const message = () => messageOf(record.originalId);
  return {
    record,
    type: () => record.response?.type,
    message,
    followUps: () => record.followUpIds.map(messageOf),
    text: () => textsOf(message() as unknown as Json).join('\n'),
    choices: () => asList(record.response?.data['choices']) as { name: string; value: string | number }[],
    modal: () => record.response?.data as ReturnType<Exchange['modal']>,
  };
}

function firstResponse(world: World, exchange: Exchange): Promise<Exchange> {
  const answered = () => (exchange.record.response ? exchange : undefined);
  return waitFor(world, answered, world.responseWindow + 500, 'response to the interaction');
}

/** A person's message. Without the message-content intent the bot sees its text only when mentioned. */
function post(
  world: World,
  dispatch: (t: string, d: unknown) => void,
  content: string,
  how: MessageOptions,
): StoredMessage {
  const guild = build.guildOf(world, how.guildId);
  const author: APIUser = how.user ?? world.people.ada;
  const mentioned = how.mention || how.replyTo?.author.id === world.bot.id;
  const body = {
    content: how.mention
      ? `<@${world.bot.id}> ${content}`.trim()
      : how.mentionRole
        ? `<@&${guild.roleId}> ${content}`
        : content,
    ...(how.replyTo ? { message_reference: { message_id: how.replyTo.id } } : {}),
  };
  const message = storedMessage(body, {
    channelId: how.channelId ?? guild.channels[0]?.id ?? '',
    guildId: guild.id,
    author,
  });
  if (mentioned)
    message.mentions = [{ ...world.bot, member: member(world.bot, MEMBER) } as unknown as APIUser];
  if (how.mentionRole) message.mention_roles = [guild.roleId];
  world.messages.set(message.id, message);
  const { user: _person, ...asMember } = member(author, how.permissions ?? MEMBER, how.roles);
  const seen = mentioned ? message : { ...message, content: '', components: [], attachments: [], embeds: [] };
  dispatch('MESSAGE_CREATE', {
    ...seen,
    member: asMember,
    ...(how.replyTo ? { referenced_message: how.replyTo } : {}),
  });
  return message;
}
