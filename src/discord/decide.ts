import { readCustomId } from '../desk/action.ts';
import { runAction, runCommand } from '../desk/dispatch.ts';
import type { TargetMessage } from '../desk/mention.ts';
import type { Asker, Desk } from '../desk/ports.ts';
import { errorReply } from '../reply/error-reply.ts';
import type { Response } from '../reply/response.ts';
import { say } from '../reply/say.ts';
import { askerOf } from './asker.ts';
import { atDesk, type CommandFinder, type Handlers } from './handlers.ts';
import { FLAG } from './limits.ts';
import { filledIn } from './modal.ts';
import { keptAlone, WHICH } from './outside.ts';
import { missingReference, rawInput, readable, targetIn, targetOf } from './raw-input.ts';
import {
  COMMAND,
  INTERACTION,
  receivedMessage,
  type AskedCommand,
  type Interaction,
  type ReceivedFile,
} from './received.ts';
import type { Rest } from './rest.ts';
import { attachedOf } from './seen.ts';
import type { Servers } from './servers.ts';
import { waitingForChoice, whichReply } from './which-server.ts';

export type DecideOptions = Readonly<{
  handlers: Handlers;
  rest: Pick<Rest, 'message'>;
  servers: Servers;
  clock(): number;
  commandOf: CommandFinder;
}>;

/** A click on a button or menu, or a form that was sent. */
type Clicked = Exclude<Interaction, AskedCommand>;

/** Makes a function that runs what an interaction asks for, and resolves to the response. */
export function decider({ handlers, rest, servers, clock, commandOf }: DecideOptions) {
  const waiting = waitingForChoice<AskedCommand>(servers, clock);

  async function decideCommand(interaction: AskedCommand, asker: Asker, botId: string): Promise<Response> {
    const { data } = interaction;
    const command = commandOf(data);
    if (!command) return errorReply(say('busy.gone'));
    if (asker.guildId === undefined) {
      const shared = await servers.sharedWith(asker.userId);
      if (shared.length > 1) {
        waiting.hold(asker.userId, interaction);
        return whichReply(shared);
      }
    }
    const raw = data.type === COMMAND.slash ? rawInput(data) : await targetFor(interaction, botId, rest);
    const run = (desk: Desk): Promise<Response> => runCommand(command, raw, desk, asker);
    return placedHere(await atDesk(handlers, asker, `/${command.data.name}`, run), asker);
  }

  async function decideClick(interaction: Clicked, asker: Asker, botId: string): Promise<Response> {
    const { data } = interaction;
    if (readCustomId(data.custom_id)?.action === WHICH)
      return atDesk(handlers, asker, 'the choice of a server', () => choose(interaction, asker, botId));
    const origin = originOf(interaction);
    const run = (desk: Desk): Promise<Response> =>
      runAction(handlers.actions, data.custom_id, desk, asker, origin);
    return placedHere(await atDesk(handlers, asker, 'a button', run), asker);
  }

  /** In places where only the asker installed the bot, makes the response visible to the asker alone. */
  async function placedHere(response: Response, { outside, guildId, userId }: Asker): Promise<Response> {
    if (!outside) return response;
    if (guildId === undefined) return keptAlone(response, undefined);
    const others = (await servers.sharedWith(userId)).length > 1;
    return keptAlone(response, { server: servers.nameOf(guildId), others });
  }

  /** Handles the choice of a server, then answers the question that was waiting for it. */
  async function choose(interaction: Clicked, asker: Asker, botId: string): Promise<Response> {
    const [guildId] = 'values' in interaction.data ? interaction.data.values : [];
    const next = await waiting.chosen(asker.userId, guildId);
    if ('blocks' in next) return next;
    return decideCommand(next, await servers.placed(askerOf(next)), botId);
  }

  return async (interaction: Interaction, asker: Asker, botId: string): Promise<Response> =>
    interaction.type === INTERACTION.component || interaction.type === INTERACTION.modal
      ? decideClick(interaction, asker, botId)
      : decideCommand(interaction, asker, botId);
}

/** The message that a command was used on, with the message it replies to, which sometimes has to be fetched. */
async function targetFor(
  { data, guild_id: guildId }: AskedCommand,
  botId: string,
  rest: Pick<Rest, 'message'>,
): Promise<TargetMessage | null> {
  const target = targetIn(data);
  if (!target) return null;
  const missing = missingReference(target);
  const fetched = missing && (await rest.message(missing.channelId, missing.id).catch(() => undefined));
  const before = fetched === undefined ? {} : { referenced_message: receivedMessage.safeParse(fetched).data };
  return targetOf({ ...target, ...before }, guildId, botId);
}

/** The message that was clicked on, and what was filled in. */
const originOf = ({ data, message }: Clicked) => ({
  ...(message && { messageId: message.id }),
  private: message === undefined || (message.flags & FLAG.ephemeral) !== 0,
  text: message ? readable(message) : '',
  ...('components' in data ? filledIn(data.components, filesOf(data.resolved?.attachments)) : { fields: {} }),
  attachments: message?.attachments.map(attachedOf) ?? [],
});

const filesOf = (attached: Readonly<Record<string, ReceivedFile>> = {}) =>
  Object.fromEntries(Object.entries(attached).map(([id, file]) => [id, attachedOf(file)]));
