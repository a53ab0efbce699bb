import type { Log } from '../desk/ports.ts';
import { inLanguage } from '../reply/in-language.ts';
import type { Reply, Run } from '../reply/reply.ts';
import { languageOf } from '../words/language.ts';
import { isExpired, loggable } from './faults.ts';
import { FLAG } from './limits.ts';
import { payloadOf, type Payload } from './payload.ts';
import type { Interaction } from './received.ts';
import { RESPOND, type Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';
import { errorReply } from '../reply/error-reply.ts';
import { say } from '../reply/say.ts';

type ChannelId = string | undefined;

/**
 * Replies shown instead of a reply that Discord does not accept. Each names the channel where the reply belonged, which no table of faults knows.
 */
export const REFUSED = {
  /** The bot lacks a permission there. */
  forbidden: (channelId: ChannelId) => errorReply(say('refused.forbidden', { channel: place(channelId) })),
  /** Discord refused for another reason. */
  notTaken: (channelId: ChannelId) => errorReply(say('refused.not-taken', { channel: place(channelId) })),
  /** Discord closes an interaction's reply after fifteen minutes. */
  expired: (channelId: ChannelId) => errorReply(say('refused.expired', { channel: place(channelId) })),
  notRemoved: errorReply(say('refused.not-removed')),
} as const;

const place = (id: ChannelId): Run =>
  id === undefined ? say('refused.that-channel') : { mention: 'channel', id };

/** Other ways to reach an asker when a reply cannot be sent where it belongs. None of these throws; the last resort is the log. */
export function otherWays({ rest, patience, log }: Readonly<{ rest: Rest; patience: Patience; log: Log }>) {
  /** Sends another first response after Discord refused the original one. Falls back to a direct message. */
  async function respondInstead(reply: Reply, interaction: Interaction): Promise<void> {
    const { message, files } = privatePayload(reply, interaction);
    try {
      await rest.respond(interaction, RESPOND.message, message, files);
    } catch (error) {
      log.warn({ interaction: interaction.id, cause: loggable(error) }, 'an answer could not be sent');
      await sendDirect(
        inLanguage(reply, languageOf(interaction.locale)),
        userIdOf(interaction),
        interaction.id,
      );
    }
  }

  /** Sends a follow-up message that only the asker sees. */
  async function followUpPrivately(reply: Reply, interaction: Interaction): Promise<void> {
    try {
      await rest.followUp(interaction, privatePayload(reply, interaction));
    } catch (error) {
      log.warn({ interaction: interaction.id, cause: loggable(error) }, 'a result could not be shown');
      if (isExpired(error))
        await sendDirect(
          inLanguage(REFUSED.expired(interaction.channel_id), languageOf(interaction.locale)),
          userIdOf(interaction),
          interaction.id,
        );
    }
  }

  /** Sends a direct message. `about` is the id of what it answers; a retry with the same id posts no second message. */
  async function sendDirect(reply: Reply, userId: string, about: string): Promise<void> {
    try {
      await withTries(() => rest.sendDirect(userId, payloadOf(reply), about), patience);
    } catch (error) {
      log.info(
        { about, cause: loggable(error) },
        'a direct message about a refused answer could not be sent',
      );
    }
  }

  return { respondInstead, followUpPrivately, sendDirect };
}

function privatePayload(reply: Reply, { locale }: Interaction): Payload {
  const { message, files } = payloadOf(inLanguage(reply, languageOf(locale)));
  return { message: { ...message, flags: message.flags | FLAG.ephemeral }, files };
}

export const userIdOf = ({ member, user }: Interaction): string => (member?.user ?? user)?.id ?? '';
