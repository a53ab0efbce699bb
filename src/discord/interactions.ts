import { readCustomId } from '../desk/action.ts';
import type { Asker, Choice, Command, Desk } from '../desk/ports.ts';
import { runAction, runCommand, suggestChoices } from '../desk/dispatch.ts';
import type { TargetMessage } from '../desk/mention.ts';
import { worded } from '../desk/worded.ts';
import { errorReply } from '../reply/error-reply.ts';
import type { Response } from '../reply/response.ts';
import { say } from '../reply/say.ts';
import { languageOf } from '../words/language.ts';
import type { Language } from '../words/spoken.ts';
import { agesOf } from './ages.ts';
import { askerOf } from './asker.ts';
import { atDesk, type Handlers } from './handlers.ts';
import { loggable } from './faults.ts';
import { floodGate, type Allowance } from './flood.ts';
import { FLAG } from './limits.ts';
import { filledIn } from './modal.ts';
import { payloadOf } from './payload.ts';
import { missingReference, rawInput, readable, targetIn, targetOf } from './raw-input.ts';
import {
  COMMAND,
  INTERACTION,
  receivedMessage,
  optionsOf,
  type CommandData,
  type Glance,
  type Interaction,
  type ReceivedFile,
} from './received.ts';
import { responder, type ResponderOptions } from './respond.ts';
import { keptAlone, WHICH } from './outside.ts';
import { RESPOND, type Rest } from './rest.ts';
import { attachedOf } from './seen.ts';
import type { Servers } from './servers.ts';
import { BusyError, busyIn, type RunInTurn } from './queue.ts';
import { waitingForChoice, whichReply } from './which-server.ts';

export type InteractionOptions = Readonly<{
  handlers: Handlers;
  rest: Rest;
  servers: Servers;
  inTurn: RunInTurn;
  asking: Allowance;
  clock(): number;
}> &
  Pick<ResponderOptions, 'patience' | 'onPosted'>;

type Asked = Extract<Interaction, { data: CommandData }>;

/** Typing asks for choices at every stop of the fingers. */
const TYPING: Allowance = { burst: 40, perSecond: 10 };

/** Makes a function that answers an interaction, whatever its kind. Never throws: what fails is told, and logged. */
export function interactionHandler({
  handlers,
  rest,
  servers,
  inTurn,
  asking,
  clock,
  ...sending
}: InteractionOptions) {
  const { commands, actions, log } = handlers;
  const respond = responder({ rest, log, ...sending });
  const asks = floodGate(asking, clock);
  const types = floodGate(TYPING, clock);
  const ages = agesOf(clock);
  const waiting = waitingForChoice<Asked>(servers, clock);
  const byKind = new Map(
    commands.map((each) => [`${each.data.type ?? COMMAND.slash} ${each.data.name}`, each]),
  );

  const commandOf = ({ data }: Asked): Command | undefined => byKind.get(`${data.type} ${data.name}`);

  /** The message that a command was used on, with the one that it replies to, which Discord may leave to be fetched. */
  async function targetFor({ data, guild_id: guildId }: Asked, botId: string): Promise<TargetMessage | null> {
    const target = targetIn(data);
    if (!target) return null;
    const missing = missingReference(target);
    const fetched = missing && (await rest.message(missing.channelId, missing.id).catch(() => undefined));
    const before =
      fetched === undefined ? {} : { referenced_message: receivedMessage.safeParse(fetched).data };
    return targetOf({ ...target, ...before }, guildId, botId);
  }

  async function decide(interaction: Interaction, asker: Asker, botId: string): Promise<Response> {
    if (interaction.type === INTERACTION.component || interaction.type === INTERACTION.modal) {
      if (readCustomId(interaction.data.custom_id)?.action === WHICH)
        return atDesk(handlers, asker, 'the choice of a server', () => choose(interaction, asker, botId));
      const { data, message } = interaction;
      const origin = {
        ...(message && { messageId: message.id }),
        private: message === undefined || (message.flags & FLAG.ephemeral) !== 0,
        text: message ? readable(message) : '',
        ...('components' in data
          ? filledIn(data.components, filesOf(data.resolved?.attachments))
          : { fields: {} }),
        attachments: message?.attachments.map(attachedOf) ?? [],
      };
      const run = (desk: Desk): Promise<Response> => runAction(actions, data.custom_id, desk, asker, origin);
      return placedHere(await atDesk(handlers, asker, 'a button', run), asker);
    }
    return decideCommand(interaction, asker, botId);
  }

  async function decideCommand(interaction: Asked, asker: Asker, botId: string): Promise<Response> {
    const command = commandOf(interaction);
    if (!command) return errorReply(say('busy.gone'));
    if (asker.guildId === undefined) {
      const shared = await servers.sharedWith(asker.userId);
      if (shared.length > 1) {
        waiting.hold(asker.userId, interaction);
        return whichReply(shared);
      }
    }
    const { data } = interaction;
    const raw = data.type === COMMAND.slash ? rawInput(data) : await targetFor(interaction, botId);
    const run = (desk: Desk): Promise<Response> => runCommand(command, raw, desk, asker);
    return placedHere(await atDesk(handlers, asker, `/${command.data.name}`, run), asker);
  }

  /** Outside of the server that is read, answers are for the asker alone. */
  async function placedHere(response: Response, { outside, guildId, userId }: Asker): Promise<Response> {
    if (!outside) return response;
    if (guildId === undefined) return keptAlone(response, undefined);
    const others = (await servers.sharedWith(userId)).length > 1;
    return keptAlone(response, { server: servers.nameOf(guildId), others });
  }

  /** Somebody chose a server, or wants to; what waited for it is answered now. */
  async function choose(interaction: Interaction, asker: Asker, botId: string): Promise<Response> {
    const [guildId] = 'values' in interaction.data ? interaction.data.values : [];
    const next = await waiting.chosen(asker.userId, guildId);
    if ('blocks' in next) return next;
    return decideCommand(next, await servers.placed(askerOf(next)), botId);
  }

  async function answer(glance: Glance, read: Read, botId: string): Promise<void> {
    const wait = asks(glance.userId);
    if (wait > 0) {
      const interaction = read();
      const told = errorReply(say('busy.flood', { seconds: Math.ceil(wait / 1000) }));
      return (
        interaction && respond(worded(told, askerOf(interaction)), { ...interaction, readFrom: undefined })
      );
    }
    const found = await inTurn(
      glance.guild_id ?? glance.userId,
      async () => {
        const interaction = read();
        if (!interaction) return undefined;
        // A button under an answer in a direct message.
        const asker = await servers.placed(askerOf(interaction));
        const response = worded(await decide(interaction, asker, botId), asker);
        // A server that was chosen just now is the one that was read.
        const { guildId: readFrom } = asker.outside ? await servers.placed(askerOf(interaction)) : asker;
        return { interaction: { ...interaction, readFrom }, response };
      },
      ages.of(glance.id),
    ).catch(whenBusy);
    if (found === 'busy') return refuse(glance);
    if (found) await respond(found.response, found.interaction);
  }

  /** One of very many: whether it arrives is not looked into. */
  async function refuse(glance: Glance): Promise<void> {
    await rest
      .decline(glance, declined(languageOf(glance.locale)))
      .catch((error: unknown) =>
        log.debug({ cause: loggable(error) }, 'somebody could not be told that too much is asked'),
      );
  }

  async function suggest(interaction: Asked): Promise<void> {
    const asker = await servers.placed(askerOf(interaction));
    const server = asker.guildId ?? asker.userId;
    const choices =
      types(asker.userId) > 0
        ? []
        : await inTurn(server, () => choicesFor(interaction, asker)).catch(noChoices);
    // Who types on asks again; a list that comes too late is nothing to warn of.
    await rest
      .respond(interaction, RESPOND.choices, { choices })
      .catch((error: unknown) => log.debug({ cause: loggable(error) }, 'choices came too late'));
  }

  async function choicesFor(interaction: Asked, asker: Asker): Promise<readonly Choice[]> {
    const command = commandOf(interaction);
    const typed = optionsOf(interaction.data).values.find(({ focused }) => focused);
    if (!command || !typed) return [];
    try {
      const desk = await handlers.deskFor(asker);
      return await suggestChoices(command, typed.name, String(typed.value), desk, asker);
    } catch (error) {
      log.warn({ what: `autocomplete of /${command.data.name}`, cause: loggable(error) }, 'no choices');
      return [];
    }
  }

  return async (glance: Glance, read: Read, botId: string): Promise<void> => {
    try {
      if (glance.type !== INTERACTION.autocomplete) return await answer(glance, read, botId);
      const interaction = read();
      if (interaction?.type === INTERACTION.autocomplete) await suggest(interaction);
    } catch (error) {
      log.warn({ interaction: glance.id, cause: loggable(error) }, 'an interaction was not answered');
    }
  };
}

/** Reads the whole interaction; undefined when it has not the form that Discord documents. */
type Read = () => Interaction | undefined;

/** What comes of work that was given up. Throws any other error on. */
function whenBusy(error: unknown): 'busy' {
  if (error instanceof BusyError) return 'busy';
  throw error;
}
const filesOf = (attached: Readonly<Record<string, ReceivedFile>> = {}) =>
  Object.fromEntries(Object.entries(attached).map(([id, file]) => [id, attachedOf(file)]));

/** No choices while there is no time to look for any. */
function noChoices(error: unknown): readonly Choice[] {
  if (error instanceof BusyError) return [];
  throw error;
}

/** That too much is asked, for the asker alone: the same bytes for very many. */
function declined(language: Language): string {
  const known = declinedIn.get(language);
  if (known !== undefined) return known;
  const { message } = payloadOf(busyIn(language));
  const made = JSON.stringify({
    type: RESPOND.message,
    data: { ...message, flags: message.flags | FLAG.ephemeral },
  });
  declinedIn.set(language, made);
  return made;
}

const declinedIn = new Map<Language, string>();
