import type { Log } from '../desk/ports.ts';
import { quotes, type OnPosted } from '../desk/posted.ts';
import type { Reply } from '../reply/reply.ts';
import type { LongWork, Response } from '../reply/response.ts';
import { say } from '../reply/say.ts';
import { CODE, isRefusal, loggable } from './faults.ts';
import { firstResponder, type Answered, type Delivered } from './first-response.ts';
import { FLAG } from './limits.ts';
import { modalData } from './modal.ts';
import { otherWays, REFUSED } from './other-ways.ts';
import { payloadOf } from './payload.ts';
import { INTERACTION, type Interaction } from './received.ts';
import { RESPOND, type Rest } from './rest.ts';
import { resultSender } from './results.ts';
import { withNote } from './told-late.ts';
import { withTries, type Patience } from './tries.ts';

export type ResponderOptions = Readonly<{ rest: Rest; patience: Patience; onPosted: OnPosted; log: Log }>;

/** Shortest time between two progress updates: Discord accepts five edits in five seconds. Milliseconds. */
const PROGRESS_EVERY = 1500;

/** Returns a function that carries out a response to an interaction. It never throws. */
export function responder({ rest, patience, onPosted, log }: ResponderOptions) {
  const ways = otherWays({ rest, patience, log });
  const first = firstResponder({ rest, patience, log, instead: ways.respondInstead });
  const finish = resultSender({ rest, patience, log, ways, onShown: remember });

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
    const progress = progressIn(rest, interaction);
    const result = await work((reply) => progress.show(reply));
    await progress.shown();
    await finish({ ...result, private: opening.private }, interaction, delivered.messageId);
  }

  /** Edits the message that has the button, or from which the form was opened. */
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
      await ways.followUpPrivately(REFUSED.notRemoved, interaction);
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

/** Shows how far long work has come. Work does not wait for its progress to be seen, and goes on when it cannot be. */
function progressIn(rest: Pick<Rest, 'editOriginal'>, interaction: Interaction) {
  let shownAt = performance.now();
  let last: Promise<unknown> = Promise.resolve();
  return {
    show(reply: Reply): Promise<void> {
      if (performance.now() - shownAt < PROGRESS_EVERY) return Promise.resolve();
      shownAt = performance.now();
      const payload = payloadOf(reply, interaction.attachment_size_limit);
      last = rest.editOriginal(interaction, payload).catch(() => undefined);
      return Promise.resolve();
    },
    /** Resolves when the last progress was shown, or could not be. */
    async shown(): Promise<void> {
      await last;
    },
  };
}
