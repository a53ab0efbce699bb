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

/** Autocomplete fires on every pause while typing, so it gets its own, larger allowance. */
const AUTOCOMPLETE: Allowance = { burst: 40, perSecond: 10 };

/** Returns a function that answers any interaction. It never throws: the asker is refusal what failed, and the log gets the cause. */
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
  const autocompletes = floodGate(AUTOCOMPLETE, clock);
  const ages = agesOf(clock);
  const waiting = waitingForChoice<Asked>(servers, clock);
  const byKind = new Map(
    commands.map((each) => [`${each.data.type ?? COMMAND.slash} ${each.data.name}`, each]),
  );

  const commandOf = ({ data }: Asked): Command | undefined => byKind.get(`${data.type} ${data.name}`);

  /** The message that a command was used on, with the message it replies to, which sometimes has to be fetched. */
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

  /** In places where only the asker installed the bot, makes the response visible to the asker alone. */
  async function placedHere(response: Response, { outside, guildId, userId }: Asker): Promise<Response> {
    if (!outside) return response;
    if (guildId === undefined) return keptAlone(response, undefined);
    const others = (await servers.sharedWith(userId)).length > 1;
    return keptAlone(response, { server: servers.nameOf(guildId), others });
  }

  /** Handles the choice of a server, then answers the question that was waiting for it. */
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
      const refusal = errorReply(say('busy.flood', { seconds: Math.ceil(wait / 1000) }));
      return (
        interaction && respond(worded(refusal, askerOf(interaction)), { ...interaction, readFrom: undefined })
      );
    }
    const found = await inTurn(
      glance.guild_id ?? glance.userId,
      async () => {
        const interaction = read();
        if (!interaction) return undefined;
        // Needed for buttons in direct messages.
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

  /** Tells the asker that too much is asked. Sent to very many, so whether it arrives is not checked. */
  async function refuse(glance: Glance): Promise<void> {
    await rest
      .decline(glance, declined(languageOf(glance.locale)))
      .catch((error: unknown) => log.debug({ cause: loggable(error) }, 'the busy reply could not be sent'));
  }

  async function suggest(interaction: Asked): Promise<void> {
    const asker = await servers.placed(askerOf(interaction));
    const server = asker.guildId ?? asker.userId;
    const choices =
      autocompletes(asker.userId) > 0
        ? []
        : await inTurn(server, () => choicesFor(interaction, asker)).catch(noChoices);
    // Typing on asks again, so late choices are not worth a warning.
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

/** Parses the whole interaction; undefined when it does not match Discord's documentation. */
type Read = () => Interaction | undefined;

/** Turns a {@link BusyError} into 'busy'. Rethrows any other error. */
function whenBusy(error: unknown): 'busy' {
  if (error instanceof BusyError) return 'busy';
  throw error;
}
const filesOf = (attached: Readonly<Record<string, ReceivedFile>> = {}) =>
  Object.fromEntries(Object.entries(attached).map(([id, file]) => [id, attachedOf(file)]));

/** Turns a {@link BusyError} into an empty list of choices. Rethrows any other error. */
function noChoices(error: unknown): readonly Choice[] {
  if (error instanceof BusyError) return [];
  throw error;
}

/** The body of a private response that says that too much is asked. Built once per language, because very many get it. */
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
