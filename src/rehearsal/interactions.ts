import type { Action } from '../desk/action.ts';
import type { Asker, Command, Desk } from '../desk/ports.ts';
import type { MentionHandler } from '../desk/mention.ts';
import { quotes, type OnPosted } from '../desk/posted.ts';
import { runAction, runCommand, runMention, suggestChoices } from '../desk/dispatch.ts';
import { carrier, type Emit, type PayloadFormat } from './carry-out.ts';
import { Refusal } from './guard.ts';
import { BOT, guildNamed, pageAsker } from './guilds.ts';
import type { Here, Sent } from './requests.ts';
import type { MessageLog } from './message-log.ts';
import { seenMessages } from './seen-messages.ts';
import { channelViewOf } from './channel-view.ts';
import { attachedTo, filesOf, withFiles, type Uploads } from './uploads.ts';
import type { ChannelView, PageChoice, PageCommand } from './view.ts';

/** What the page is handed; the same as Discord's edge. */
export type PageHandlers = Readonly<{
  commands: readonly Command[];
  actions: readonly Action[];
  mention: MentionHandler;
  deskFor(asker: Asker): Desk | Promise<Desk>;
  format: PayloadFormat;
  /** Holds the files that were attached to commands. */
  uploads: Uploads;
  onPosted?: OnPosted;
}>;

/** Requests whose response is a stream of changes. */
type Acts = 'command' | 'click' | 'submit' | 'say' | 'use' | 'dismiss';
/** One function for each kind of request; each throws {@link Refusal} for something that does not exist. */
type Interactions = Readonly<{ [Name in Acts]: (sent: Sent<Name>, emit: Emit) => Promise<void> }> &
  Readonly<{
    channel: (sent: Sent<'channel'>) => Promise<ChannelView>;
    suggest: (sent: Sent<'suggest'>) => Promise<readonly PageChoice[]>;
  }>;

/** Discord's numbers for types of commands. */
const SLASH = 1;
const ON_MESSAGE = 3;

/** Answers the page's requests through the same dispatcher as Discord's edge. */
export function openInteractions(handlers: PageHandlers, messages: MessageLog): Interactions {
  const parts = {
    handlers,
    messages,
    seen: seenMessages(messages, handlers.format),
    carryOut: carrier(messages, handlers.format, (guild, messageId, reply) => {
      const { guildId, channelId } = guildNamed(guild);
      if (quotes(reply))
        handlers.onPosted?.({ guildId, channelId, messageId, reply, isPublic: !reply.private });
    }),
  };
  return { ...commandInteractions(parts), ...messageInteractions(parts) };
}

/** What all interactions need. */
type Parts = Readonly<{
  handlers: PageHandlers;
  messages: MessageLog;
  seen: ReturnType<typeof seenMessages>;
  carryOut: ReturnType<typeof carrier>;
}>;

async function deskOf(
  { deskFor }: PageHandlers,
  { person, guild }: Here,
): Promise<{ desk: Desk; asker: Asker }> {
  const asker = pageAsker(person, guild);
  return { desk: await deskFor(asker), asker };
}

/** Handles opening a channel and using commands in it. */
function commandInteractions({
  handlers,
  messages,
  seen,
  carryOut,
}: Parts): Pick<Interactions, 'channel' | 'command' | 'suggest' | 'use'> {
  const commandNamed = (name: string, type: number): Command => {
    const command = handlers.commands.find((each) => each.data.name === name && typeOf(each) === type);
    if (!command) throw new Refusal(404, `There is no command “${name}” here.`);
    return command;
  };

  return {
    async channel(sent) {
      const { desk, asker } = await deskOf(handlers, sent);
      return channelViewOf(sent, handlers.commands, desk, asker, messages);
    },

    async command(sent, emit) {
      const { desk, asker } = await deskOf(handlers, sent);
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
      const { desk, asker } = await deskOf(handlers, sent);
      return suggestChoices(commandNamed(sent.name, SLASH), sent.option, sent.typed, desk, asker);
    },

    async use(sent, emit) {
      const { desk, asker } = await deskOf(handlers, sent);
      const on = seen.seenBy(sent, sent.message);
      const response = await runCommand(
        commandNamed(sent.name, ON_MESSAGE),
        seen.targetOf(on, sent),
        desk,
        asker,
      );
      const used = { by: sent.person, name: sent.name, slash: false };
      await carryOut(response, { at: sent, about: { used, ...seen.answering(on) }, on }, emit);
    },
  };
}

/** Handles writing and dismissing messages, and using their buttons and forms. */
function messageInteractions({
  handlers,
  messages,
  seen,
  carryOut,
}: Parts): Pick<Interactions, 'click' | 'submit' | 'say' | 'dismiss'> {
  const { format } = handlers;
  return {
    async click(sent, emit) {
      const { desk, asker } = await deskOf(handlers, sent);
      const on = seen.seenBy(sent, sent.message);
      const origin = {
        messageId: on.id,
        private: on.private,
        text: format.plainText(on),
        fields: {},
        attachments: attachedTo(on, messages, handlers.uploads),
      };
      const response = await runAction(handlers.actions, sent.button, desk, asker, origin);
      await carryOut(response, { at: sent, about: seen.answering(on), on }, emit);
    },

    async submit(sent, emit) {
      const { desk, asker } = await deskOf(handlers, sent);
      const on = sent.message === undefined ? undefined : seen.seenBy(sent, sent.message);
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
      await carryOut(
        response,
        { at: sent, about: on ? seen.answering(on) : {}, ...(on ? { on } : {}) },
        emit,
      );
    },

    async say(sent, emit) {
      const before = sent.answers === undefined ? undefined : seen.seenBy(sent, sent.answers);
      const about = before ? seen.answering(before) : {};
      const said = messages.add(sent.guild, { author: sent.person, content: sent.text, ...about });
      emit({ do: 'show', message: said });
      const mention = `<@${BOT.id}>`;
      if (!sent.text.includes(mention) && before?.author !== 'bot') return;
      const { desk, asker } = await deskOf(handlers, sent);
      const text = format.plainText({ content: sent.text.replaceAll(mention, ' ') }).trim();
      const previous = before?.author === 'bot' ? { previous: format.plainText(before) } : {};
      const response = await runMention(handlers.mention, { text, ...previous }, desk, asker);
      // A reply to a message, unlike one to a command, is always public.
      const open = 'blocks' in response ? { ...response, private: false } : response;
      await carryOut(open, { at: sent, about: seen.answering(said) }, emit);
    },

    async dismiss(sent, emit) {
      const message = seen.seenBy(sent, sent.message);
      if (!message.private) throw new Refusal(403, 'Only messages for you alone can be dismissed.');
      messages.remove(message.id);
      emit({ do: 'remove', id: message.id });
    },
  };
}

const typeOf = ({ data }: Command): number => data.type ?? SLASH;
