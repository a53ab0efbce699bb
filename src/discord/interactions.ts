import type { Asker, Choice, Command } from '../desk/ports.ts';
import { runAction, runCommand, suggestChoices } from '../desk/dispatch.ts';
import type { TargetMessage } from '../desk/mention.ts';
import { worded } from '../desk/worded.ts';
import { errorReply } from '../reply/error-reply.ts';
import type { Response } from '../reply/response.ts';
import { say } from '../reply/say.ts';
import { languageOf, type Language } from '../words/language.ts';
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
import { RESPOND, type Rest } from './rest.ts';
import { attachedOf } from './seen.ts';
import type { Servers } from './servers.ts';
import { BusyError, busyIn, type RunInTurn } from './queue.ts';

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
      const { data, message } = interaction;
      const origin = {
        private: message === undefined || (message.flags & FLAG.ephemeral) !== 0,
        text: message ? readable(message) : '',
        ...('components' in data
          ? filledIn(data.components, filesOf(data.resolved?.attachments))
          : { fields: {} }),
        attachments: message?.attachments.map(attachedOf) ?? [],
      };
      return atDesk(handlers, asker, 'a button', (desk) =>
        runAction(actions, data.custom_id, desk, asker, origin),
      );
    }
    const command = commandOf(interaction);
    if (!command) return errorReply(say('busy.gone'));
    const { data } = interaction;
    const raw = data.type === COMMAND.slash ? rawInput(data) : await targetFor(interaction, botId);
    return atDesk(handlers, asker, `/${command.data.name}`, (desk) => runCommand(command, raw, desk, asker));
  }

  async function answer(glance: Glance, read: Read, botId: string): Promise<void> {
    const wait = asks(glance.userId);
    if (wait > 0) {
      const interaction = read();
      const told = errorReply(say('busy.flood', { seconds: Math.ceil(wait / 1000) }));
      return interaction && respond(worded(told, askerOf(interaction)), interaction);
    }
    const found = await inTurn(
      glance.guild_id ?? glance.userId,
      async () => {
        const interaction = read();
        if (!interaction) return undefined;
        // A button under an answer in a direct message.
        const asker = await servers.placed(askerOf(interaction));
        return { interaction, response: worded(await decide(interaction, asker, botId), asker) };
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
