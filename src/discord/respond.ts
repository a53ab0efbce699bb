import type { Log } from '../desk/ports.ts';
import { inLanguage } from '../reply/in-language.ts';
import { languageOf } from '../words/language.ts';
import type { Reply, Said } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import type { LongWork, Response } from '../reply/response.ts';
import { CODE, isExpired, isForbidden, isPassing, isRefusal, loggable } from './faults.ts';
import { FLAG } from './limits.ts';
import { quotes, type OnPosted } from '../desk/posted.ts';
import { modalData } from './modal.ts';
import { otherWays, REFUSED, userIdOf } from './other-ways.ts';
import { payloadOf, type Payload } from './payload.ts';
import { INTERACTION, type Interaction } from './received.ts';
import { RESPOND, type Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';
import { note } from '../reply/blocks.ts';

export type ResponderOptions = Readonly<{ rest: Rest; patience: Patience; onPosted: OnPosted; log: Log }>;

/** Shortest wait that the asker is told about (F1). Milliseconds. */
const NOTABLE_WAIT = 2000;
/** A failed first response is sent again only this soon; Discord accepts it for three seconds. Milliseconds. */
const SECOND_TRY_UNTIL = 1000;
/** Shortest time between two progress updates: Discord accepts five edits in five seconds. Milliseconds. */
const PROGRESS_EVERY = 1500;

/** What is answered, and the server whose articles that quotes: outside of it, another than the one where it is asked. */
type Answered = Interaction & Readonly<{ readFrom: string | undefined }>;

/** A first response that arrived, with the id of its message where it has one. */
type Delivered = Readonly<{ messageId?: string | undefined }>;

/** A first response that failed: Discord says that nothing arrived, or it is not known. */
type Lost = 'nothing' | 'unknown';

/** Returns a function that carries out a response to an interaction. It never throws. */
export function responder({ rest, patience, onPosted, log }: ResponderOptions) {
  const { respondInstead, followUpPrivately, sendDirect } = otherWays({ rest, patience, log });

  /**
   * Sends the first response. Sends it a second time only if Discord failed quickly and says that nothing arrived (F2). Returns
   * undefined when it did not arrive.
   */
  async function first(
    interaction: Interaction,
    type: number,
    data?: unknown,
    files?: Payload['files'],
  ): Promise<Delivered | undefined> {
    const began = performance.now();
    const send = async (): Promise<Delivered> => ({
      messageId: await rest.respond(interaction, type, data, files),
    });
    try {
      return await send();
    } catch (error) {
      const found = await whatBecame(error, interaction, type);
      if (found !== 'nothing' || performance.now() - began > SECOND_TRY_UNTIL) return asDelivered(found);
      return send().catch(async (again: unknown) => asDelivered(await whatBecame(again, interaction, type)));
    }
  }

  const asDelivered = (found: Delivered | Lost): Delivered | undefined =>
    typeof found === 'string' ? undefined : found;

  /** Finds out what happened to a failed first response. Throws only if an update's message no longer exists. */
  async function whatBecame(
    error: unknown,
    interaction: Interaction,
    type: number,
  ): Promise<Delivered | Lost> {
    if (isRefusal(error, CODE.unknownMessage)) throw error;
    if (isForbidden(error)) {
      logForbidden(interaction, error);
      await respondInstead(REFUSED.forbidden(interaction.channel_id), interaction);
      return 'unknown';
    }
    const unclear = isPassing(error) || isRefusal(error, CODE.acknowledged);
    const found = unclear && type !== RESPOND.modal ? await lookFor(interaction) : 'unknown';
    const late = isRefusal(error, CODE.unknownInteraction);
    if (typeof found === 'string')
      log.warn(
        { interaction: interaction.id, cause: loggable(error) },
        late ? 'an answer came too late' : 'an answer could not be sent',
      );
    // A button's message exists whether or not the response arrived.
    return found === 'nothing' && type !== RESPOND.message ? 'unknown' : found;
  }

  const logForbidden = ({ channel_id: channel }: Interaction, error: unknown): void =>
    log.info({ channel, cause: loggable(error) }, 'an answer was refused: the bot lacks a permission there');

  /** Whether the response arrived although Discord's confirmation was lost: then its message exists. */
  async function lookFor(interaction: Interaction): Promise<Delivered | Lost> {
    try {
      return { messageId: await withTries(() => rest.original(interaction), patience) };
    } catch (error) {
      return isRefusal(error, CODE.unknownMessage, CODE.unknownWebhook) ? 'nothing' : 'unknown';
    }
  }

  async function show(reply: Reply, interaction: Answered): Promise<Delivered | undefined> {
    const { message, files } = payloadOf(reply, interaction.attachment_size_limit);
    const flags = reply.private ? message.flags | FLAG.ephemeral : message.flags;
    const delivered = await first(interaction, RESPOND.message, { ...message, flags }, files);
    remember(reply, interaction, delivered?.messageId);
    return delivered;
  }

  function remember(
    reply: Reply,
    { readFrom: guildId, channel_id: channelId }: Answered,
    messageId: string | undefined,
  ): void {
    if (guildId === undefined || channelId === undefined || messageId === undefined) return;
    if (quotes(reply)) onPosted({ guildId, channelId, messageId, reply, isPublic: !reply.private });
  }

  async function seeThrough({ first: opening, work }: LongWork, interaction: Answered): Promise<void> {
    const delivered = await show(opening, interaction);
    if (!delivered) return;
    const { attachment_size_limit: fileMax } = interaction;
    let shownAt = performance.now();
    let progress: Promise<unknown> = Promise.resolve();
    const result = await work((reply) => {
      if (performance.now() - shownAt < PROGRESS_EVERY) return Promise.resolve();
      shownAt = performance.now();
      // Work does not wait for its progress to be shown, and continues if it cannot be shown.
      progress = rest.editOriginal(interaction, payloadOf(reply, fileMax)).catch(() => undefined);
      return Promise.resolve();
    });
    await progress;
    await finish({ ...result, private: opening.private }, interaction, delivered.messageId);
  }

  /** Replaces the first response with the result. If that message is gone, posts the result as a follow-up. */
  async function finish(
    result: Reply,
    interaction: Answered,
    messageId: string | undefined,
    isRefused = false,
  ): Promise<void> {
    try {
      await withTries(
        (waited) =>
          rest.editOriginal(
            interaction,
            payloadOf(withLateNote(result, waited), interaction.attachment_size_limit),
          ),
        patience,
      );
      remember(result, interaction, messageId);
    } catch (error) {
      if (isRefusal(error, CODE.unknownMessage))
        await followUpPrivately(withNote(result, say('busy.deleted')), interaction);
      else if (isExpired(error)) await asOwnMessage(result, interaction, messageId, error);
      else if (isForbidden(error) && !isRefused) {
        logForbidden(interaction, error);
        await finish(
          inLanguage(REFUSED.forbidden(interaction.channel_id), languageOf(interaction.locale)),
          interaction,
          messageId,
          true,
        );
      } else log.warn({ interaction: interaction.id, cause: loggable(error) }, 'a result could not be shown');
    }
  }

  /** After fifteen minutes a public message can still be edited as the bot's own message; a private one cannot. */
  async function asOwnMessage(
    result: Reply,
    interaction: Answered,
    messageId: string | undefined,
    cause: unknown,
  ): Promise<void> {
    const { id, channel_id: channelId, locale } = interaction;
    try {
      if (result.private || channelId === undefined || messageId === undefined) throw cause;
      await withTries(() => rest.edit(channelId, messageId, payloadOf(result)), patience);
    } catch (error) {
      log.warn({ interaction: id, cause: loggable(error) }, 'a result came after the reply had expired');
      await sendDirect(inLanguage(REFUSED.expired(channelId), languageOf(locale)), userIdOf(interaction), id);
    }
  }

  /** Changes the message that a button stands on, or that a form was opened from. */
  async function update(reply: Reply, interaction: Answered): Promise<void> {
    const on = interaction.message;
    if (!on) return void (await show(reply, interaction));
    const { message, files } = payloadOf(reply, interaction.attachment_size_limit);
    try {
      const delivered = await first(interaction, RESPOND.update, { attachments: [], ...message }, files);
      const shown = { ...reply, private: (on.flags & FLAG.ephemeral) !== 0 };
      if (delivered) remember(shown, interaction, on.id);
    } catch {
      const what = (on.flags & FLAG.ephemeral) === 0 ? say('busy.deleted') : say('busy.expired');
      await show(withNote({ ...reply, private: true }, what), interaction);
    }
  }

  async function remove(interaction: Answered): Promise<void> {
    if (!(await first(interaction, RESPOND.deferUpdate))) return;
    try {
      await withTries(() => rest.removeOriginal(interaction), patience);
    } catch (error) {
      // Already removed.
      if (isRefusal(error, CODE.unknownMessage)) return;
      log.warn({ interaction: interaction.id, cause: loggable(error) }, 'a message could not be removed');
      await followUpPrivately(REFUSED.notRemoved, interaction);
    }
  }

  return async (response: Response, interaction: Answered): Promise<void> => {
    if ('blocks' in response) await show(response, interaction);
    else if ('work' in response) await seeThrough(response, interaction);
    else if ('modal' in response) await first(interaction, RESPOND.modal, modalData(response.modal));
    else if ('update' in response) await update(response.update, interaction);
    else if (interaction.type === INTERACTION.component || interaction.type === INTERACTION.modal)
      await remove(interaction);
  };
}

/** Adds a note to a reply that Discord delayed by `waited` milliseconds, if that is worth telling. */
export function withLateNote(reply: Reply, waited: number): Reply {
  if (waited <= NOTABLE_WAIT) return reply;
  return withNote(reply, say('busy.late', { seconds: Math.round(waited / 1000) }));
}

const withNote = (reply: Reply, words: Said): Reply => ({
  ...reply,
  blocks: [...reply.blocks, note(words)],
});
