import type { Log } from '../desk/ports.ts';
import type { Reply } from '../reply/reply.ts';
import { CODE, isForbidden, isPassing, isRefusal, loggable } from './faults.ts';
import { REFUSED } from './other-ways.ts';
import type { Payload } from './payload.ts';
import type { Interaction } from './received.ts';
import { RESPOND, type Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';

/** A first response that failed may be sent again so soon after; Discord takes it for three seconds. Milliseconds. */
const SECOND_TRY_UNTIL = 1000;

/** What is answered, and the server whose articles that quotes: outside of it, another than the one where it is asked. */
export type Answered = Interaction & Readonly<{ readFrom: string | undefined }>;

/** A first response that arrived, with the id of its message where it has one. */
export type Delivered = Readonly<{ messageId?: string | undefined }>;

/** What is known of one that did not: Discord says that nothing arrived, or does not say. */
type Lost = 'nothing' | 'unknown';

export type FirstResponseOptions = Readonly<{
  rest: Pick<Rest, 'respond' | 'original'>;
  patience: Patience;
  log: Log;
  /** Sends a reply where the bot lacks a permission. Never rejects. */
  instead(reply: Reply, interaction: Interaction): Promise<void>;
}>;

/**
 * Makes a function that sends the one first response: within its timeout or not at all. It is sent a second time only when
 * Discord failed soon and says that nothing arrived (F2). Resolves to undefined when it did not arrive, and rejects with what
 * only an update can meet: its message is gone.
 */
export const firstResponder =
  (options: FirstResponseOptions) =>
  async (
    interaction: Interaction,
    type: number,
    data?: unknown,
    files?: Payload['files'],
  ): Promise<Delivered | undefined> => {
    const began = performance.now();
    const send = async (): Promise<Delivered> => ({
      messageId: await options.rest.respond(interaction, type, data, files),
    });
    try {
      return await send();
    } catch (error) {
      const found = await whatBecame(error, interaction, type, options);
      if (found !== 'nothing' || performance.now() - began > SECOND_TRY_UNTIL) return asDelivered(found);
      return send().catch(async (again: unknown) =>
        asDelivered(await whatBecame(again, interaction, type, options)),
      );
    }
  };

const asDelivered = (found: Delivered | Lost): Delivered | undefined =>
  typeof found === 'string' ? undefined : found;

/** What became of a first response that failed. Throws what only an update can meet: its message is gone. */
async function whatBecame(
  error: unknown,
  interaction: Interaction,
  type: number,
  options: FirstResponseOptions,
): Promise<Delivered | Lost> {
  const { log, instead } = options;
  if (isRefusal(error, CODE.unknownMessage)) throw error;
  if (isForbidden(error)) {
    logForbidden(log, interaction, error);
    await instead(REFUSED.forbidden(interaction.channel_id), interaction);
    return 'unknown';
  }
  const unclear = isPassing(error) || isRefusal(error, CODE.acknowledged);
  const found = unclear && type !== RESPOND.modal ? await lookFor(interaction, options) : 'unknown';
  const late = isRefusal(error, CODE.unknownInteraction);
  if (typeof found === 'string')
    log.warn(
      { interaction: interaction.id, cause: loggable(error) },
      late ? 'an answer came too late' : 'an answer could not be sent',
    );
  // A button's message is there whether or not the response arrived.
  return found === 'nothing' && type !== RESPOND.message ? 'unknown' : found;
}

/** Whether a response arrived although its own answer was lost: then its message is there. */
async function lookFor(
  interaction: Interaction,
  { rest, patience }: FirstResponseOptions,
): Promise<Delivered | Lost> {
  try {
    return { messageId: await withTries(() => rest.original(interaction), patience) };
  } catch (error) {
    return isRefusal(error, CODE.unknownMessage, CODE.unknownWebhook) ? 'nothing' : 'unknown';
  }
}

export const logForbidden = (log: Log, { channel_id: channel }: Interaction, error: unknown): void =>
  log.info({ channel, cause: loggable(error) }, 'an answer was refused: the bot lacks a permission there');
