import type { Action } from '../desk/action.ts';
import type { Asker, Command, Desk } from '../desk/ports.ts';
import type { MentionHandler, TargetMessage } from '../desk/mention.ts';
import { quotes, type OnPosted } from '../desk/posted.ts';
import { runAction, runCommand, runMention, suggestChoices } from '../desk/dispatch.ts';
import { carrier, type Emit, type PayloadFormat } from './carry-out.ts';
import { Refusal } from './guard.ts';
import { pageAsker, BOT, PEOPLE, personNamed, guildNamed } from './guilds.ts';
import type { Here, Sent } from './requests.ts';
import type { NewMessage, MessageLog } from './message-log.ts';
import { channelViewOf } from './channel-view.ts';
import { attachedTo, filesOf, withFiles, type Uploads } from './uploads.ts';
import type { PageChoice, PageCommand, PageMessage, PersonKey, ChannelView } from './view.ts';

/** What the page plays with; the same things that Discord's edge is handed. */
export type PageHandlers = Readonly<{
  commands: readonly Command[];
  actions: readonly Action[];
  mention: MentionHandler;
  deskFor(asker: Asker): Desk | Promise<Desk>;
  format: PayloadFormat;
  /** Where files are that come with a command. */
  uploads: Uploads;
  onPosted?: OnPosted;
}>;

/** What answers with changes, told as they happen. */
type Acts = 'command' | 'click' | 'submit' | 'say' | 'use' | 'dismiss';
/** One function for each kind of request; each throws {@link Refusal} for what cannot be meant. */
type Interactions = Readonly<{ [Name in Acts]: (sent: Sent<Name>, emit: Emit) => Promise<void> }> &
  Readonly<{
    channel: (sent: Sent<'channel'>) => Promise<ChannelView>;
    suggest: (sent: Sent<'suggest'>) => Promise<readonly PageChoice[]>;
  }>;

/** Types of commands, as Discord numbers them. */
const SLASH = 1;
const ON_MESSAGE = 3;

/** Answers what the page sends: everything runs through the dispatcher that Discord's edge uses. */
export function openInteractions(handlers: PageHandlers, messages: MessageLog): Interactions {
  const { format } = handlers;
  const carryOut = carrier(messages, format, (guild, messageId, reply) => {
    const { guildId, channelId } = guildNamed(guild);
    if (quotes(reply))
      handlers.onPosted?.({ guildId, channelId, messageId, reply, isPublic: !reply.private });
  });
  const deskOf = async ({ person, guild }: Here): Promise<{ desk: Desk; asker: Asker }> => {
    const asker = pageAsker(person, guild);
    return { desk: await handlers.deskFor(asker), asker };
  };

  const commandNamed = (name: string, type: number): Command => {
    const command = handlers.commands.find((each) => each.data.name === name && typeOf(each) === type);
    if (!command) throw new Refusal(404, `There is no command “${name}” here.`);
    return command;
  };

  const messageSeen = ({ guild, person }: Here, id: string): PageMessage => {
    const found = messages.find(guild, person, id);
    if (!found) throw new Refusal(404, 'This message is no longer here.');
    return found;
  };

  const seenOf = (message: PageMessage) => ({
    text: format.plainText(message),
    ours: message.author === 'bot',
    more: message.attachments.flatMap(({ alt }) =>
      alt === undefined ? [] : [{ in: 'alt' as const, text: alt }],
    ),
  });

  const targetOf = (message: PageMessage, { guild, person }: Here): TargetMessage => {
    const { guildId, channelId } = guildNamed(guild);
    const before = message.answers && messages.find(guild, person, message.answers.id);
    return {
      id: message.id,
      channelId,
      authorId: idOf(message.author),
      url: `https://discord.com/channels/${guildId}/${channelId}/${message.id}`,
      ...seenOf(message),
      ...(before && { answers: seenOf(before) }),
    };
  };

  const answering = (message: PageMessage): Pick<NewMessage, 'answers'> => {
    const [text = ''] = withNames(format.plainText(message)).trim().split('\n', 1);
    return { answers: { id: message.id, author: message.author, text } };
  };

  return {
    async channel(sent) {
      const { desk, asker } = await deskOf(sent);
      return channelViewOf(sent, handlers.commands, desk, asker, messages);
    },

    async command(sent, emit) {
      const { desk, asker } = await deskOf(sent);
      const { name, subcommand, group, options, person } = sent;
      const command = commandNamed(name, SLASH);
      const raw = {
        ...withFiles(options, command.data as PageCommand, handlers.uploads),
        ...(subcommand === undefined ? {} : { subcommand }),
        ...(group === undefined ? {} : { group }),
      };
      const path = [name, group, subcommand].filter(Boolean).join(' ');
      const response = await runCommand(command, raw, desk, asker);
      const about = { used: { by: person, name: path, slash: true } };
      await carryOut(response, { at: sent, about }, emit);
    },

    async suggest(sent) {
      const { desk, asker } = await deskOf(sent);
      return suggestChoices(commandNamed(sent.name, SLASH), sent.option, sent.typed, desk, asker);
    },

    async click(sent, emit) {
      const { desk, asker } = await deskOf(sent);
      const on = messageSeen(sent, sent.message);
      const origin = {
        messageId: on.id,
        private: on.private,
        text: format.plainText(on),
        fields: {},
        attachments: attachedTo(on, messages, handlers.uploads),
      };
      const response = await runAction(handlers.actions, sent.button, desk, asker, origin);
      await carryOut(response, { at: sent, about: answering(on), on }, emit);
    },

    async submit(sent, emit) {
      const { desk, asker } = await deskOf(sent);
      const on = sent.message === undefined ? undefined : messageSeen(sent, sent.message);
      const text = on ? format.plainText(on) : '';
      const files = filesOf(sent.files, handlers.uploads);
      const origin = {
        ...(on && { messageId: on.id }),
        private: on?.private ?? true,
        text,
        fields: sent.fields,
        files,
      };
      const response = await runAction(handlers.actions, sent.form, desk, asker, origin);
      await carryOut(response, { at: sent, about: on ? answering(on) : {}, ...(on ? { on } : {}) }, emit);
    },

    async say(sent, emit) {
      const before = sent.answers === undefined ? undefined : messageSeen(sent, sent.answers);
      const about = before ? answering(before) : {};
      const said = messages.add(sent.guild, { author: sent.person, content: sent.text, ...about });
      emit({ do: 'show', message: said });
      const mention = `<@${BOT.id}>`;
      if (!sent.text.includes(mention) && before?.author !== 'bot') return;
      const { desk, asker } = await deskOf(sent);
      const text = format.plainText({ content: sent.text.replaceAll(mention, ' ') }).trim();
      const previous = before?.author === 'bot' ? { previous: format.plainText(before) } : {};
      const response = await runMention(handlers.mention, { text, ...previous }, desk, asker);
      // A reply to a message, unlike one to a command, is seen by all.
      const open = 'blocks' in response ? { ...response, private: false } : response;
      await carryOut(open, { at: sent, about: answering(said) }, emit);
    },

    async use(sent, emit) {
      const { desk, asker } = await deskOf(sent);
      const on = messageSeen(sent, sent.message);
      const response = await runCommand(commandNamed(sent.name, ON_MESSAGE), targetOf(on, sent), desk, asker);
      const used = { by: sent.person, name: sent.name, slash: false };
      await carryOut(response, { at: sent, about: { used, ...answering(on) }, on }, emit);
    },

    async dismiss(sent, emit) {
      const message = messageSeen(sent, sent.message);
      if (!message.private) throw new Refusal(403, 'Only messages for you alone can be dismissed.');
      messages.remove(message.id);
      emit({ do: 'remove', id: message.id });
    },
  };
}

const typeOf = ({ data }: Command): number => data.type ?? SLASH;

const idOf = (author: PersonKey | 'bot'): string => (author === 'bot' ? BOT.id : personNamed(author).id);

/** Mentions as they are read, with the names. */
const withNames = (text: string): string =>
  text.replace(/<@(\d+)>/gu, (_mention, mentioned: string) => {
    const found = [BOT, ...PEOPLE].find((person) => person.id === mentioned);
    return `@${found?.name ?? 'unknown-user'}`;
  });
