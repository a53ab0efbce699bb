import type { Asker, Choice, Command } from '../desk/ports.ts';
import { runAction, runCommand, suggestChoices } from '../desk/dispatch.ts';
import type { TargetMessage } from '../desk/mention.ts';
import { languageFor, worded } from '../desk/worded.ts';
import { errorReply } from '../reply/error-reply.ts';
import type { Response } from '../reply/response.ts';
import { say } from '../reply/say.ts';
import { askerOf } from './asker.ts';
import { atDesk, type Handlers } from './handlers.ts';
import { loggable } from './faults.ts';
import { floodGate, type Allowance } from './flood.ts';
import { FLAG } from './limits.ts';
import { fieldsOf } from './modal.ts';
import { payloadOf } from './payload.ts';
import { missingReference, rawInput, readable, targetIn, targetOf } from './raw-input.ts';
import {
  COMMAND,
  INTERACTION,
  receivedMessage,
  optionsOf,
  type CommandData,
  type Interaction,
} from './received.ts';
import { responder, type ResponderOptions } from './respond.ts';
import { RESPOND, type Rest } from './rest.ts';
import type { Servers } from './servers.ts';
import { BusyError, busyIn, BUSY_REPLY, busyReply, type RunInTurn } from './queue.ts';

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
        fields: 'components' in data ? fieldsOf(data.components) : {},
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

  async function answer(interaction: Interaction, asker: Asker, botId: string): Promise<void> {
    const wait = asks(asker.userId);
    if (wait > 0) {
      const told = errorReply(say('busy.flood', { seconds: Math.ceil(wait / 1000) }));
      return respond(worded(told, asker), interaction);
    }
    const server = asker.guildId ?? asker.userId;
    const response = await inTurn(server, () => decide(interaction, asker, botId)).catch(busyReply);
    if (response !== BUSY_REPLY) return respond(worded(response, asker), interaction);
    // One of very many: whether it arrives is not looked into.
    await rest
      .decline(interaction, declined(asker))
      .catch((error: unknown) =>
        log.debug({ cause: loggable(error) }, 'somebody could not be told that too much is asked'),
      );
  }

  async function suggest(interaction: Asked, asker: Asker): Promise<void> {
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

  return async (interaction: Interaction, botId: string): Promise<void> => {
    try {
      // A button under an answer in a direct message.
      const asker = await servers.placed(askerOf(interaction));
      if (interaction.type === INTERACTION.autocomplete) await suggest(interaction, asker);
      else await answer(interaction, asker, botId);
    } catch (error) {
      log.warn({ interaction: interaction.id, cause: loggable(error) }, 'an interaction was not answered');
    }
  };
}

/** No choices while there is no time to look for any. */
function noChoices(error: unknown): readonly Choice[] {
  if (error instanceof BusyError) return [];
  throw error;
}

/** That too much is asked, for the asker alone. */
function declined(asker: Asker): unknown {
  const { message } = payloadOf(busyIn(languageFor(asker, true)));
  return { ...message, flags: message.flags | FLAG.ephemeral };
}
