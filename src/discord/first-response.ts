import type { Log } from '../desk/ports.ts';
import type { Reply } from '../reply/reply.ts';
import { CODE, isForbidden, isPassing, isRefusal, loggable } from './faults.ts';
import { REFUSED } from './other-ways.ts';
import type { Payload } from './payload.ts';
import type { Interaction } from './received.ts';
import { RESPOND, type Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';

/** A failed first response is sent again only this soon; Discord accepts it for three seconds. Milliseconds. */
const SECOND_TRY_UNTIL = 1000;

/** What is answered, and the server whose articles that quotes: outside of it, another than the one where it is asked. */
export type Answered = Interaction & Readonly<{ readFrom: string | undefined }>;

/** A first response that arrived, with the id of its message if it made one. */
export type Delivered = Readonly<{ messageId?: string | undefined }>;

/** A first response that failed: Discord says that nothing arrived, or it is not known. */
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

/** Finds out what happened to a failed first response. Throws only if an update's message no longer exists. */
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
  // A button's message exists whether or not the response arrived.
  return found === 'nothing' && type !== RESPOND.message ? 'unknown' : found;
}

/** Whether the response arrived although Discord's confirmation was lost: then its message exists. */
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
