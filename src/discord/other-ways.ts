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

/** What is told instead of a reply that Discord does not take; with the channel where it belonged. */
export const REFUSED = {
  /** The bot lacks a permission there. */
  forbidden: (channelId: ChannelId) => errorReply(say('refused.forbidden', { channel: place(channelId) })),
  /** Discord refuses for any other reason. */
  notTaken: (channelId: ChannelId) => errorReply(say('refused.not-taken', { channel: place(channelId) })),
  /** A reply is open for fifteen minutes; then Discord closes it. */
  expired: (channelId: ChannelId) => errorReply(say('refused.expired', { channel: place(channelId) })),
  notRemoved: errorReply(say('refused.not-removed')),
} as const;

const place = (id: ChannelId): Run =>
  id === undefined ? say('refused.that-channel') : { mention: 'channel', id };

/** Where a reply to somebody can go when it cannot go where it belongs. None of these throws: what is left then is the log. */
export function otherWays({ rest, patience, log }: Readonly<{ rest: Rest; patience: Patience; log: Log }>) {
  /** As the first response to an interaction whose first response was refused. */
  async function instead(reply: Reply, interaction: Interaction): Promise<void> {
    const { message, files } = forOneAlone(reply, interaction);
    try {
      await rest.respond(interaction, RESPOND.message, message, files);
    } catch (error) {
      log.warn({ interaction: interaction.id, cause: loggable(error) }, 'an answer could not be sent');
      await apart(inLanguage(reply, languageOf(interaction.locale)), whoIs(interaction), interaction.id);
    }
  }

  /** Beside the first response, for the asker alone. */
  async function beside(reply: Reply, interaction: Interaction): Promise<void> {
    try {
      await rest.followUp(interaction, forOneAlone(reply, interaction));
    } catch (error) {
      log.warn({ interaction: interaction.id, cause: loggable(error) }, 'a result could not be shown');
      if (isExpired(error))
        await apart(
          inLanguage(REFUSED.expired(interaction.channel_id), languageOf(interaction.locale)),
          whoIs(interaction),
          interaction.id,
        );
    }
  }

  /** As a direct message. `about` is the id of what it answers: a second try makes no second message. */
  async function apart(reply: Reply, userId: string, about: string): Promise<void> {
    try {
      await withTries(() => rest.sendDirect(userId, payloadOf(reply), about), patience);
    } catch (error) {
      log.info({ about, cause: loggable(error) }, 'somebody could not be told that an answer was refused');
    }
  }

  return { instead, beside, apart };
}

function forOneAlone(reply: Reply, { locale }: Interaction): Payload {
  const { message, files } = payloadOf(inLanguage(reply, languageOf(locale)));
  return { message: { ...message, flags: message.flags | FLAG.ephemeral }, files };
}

export const whoIs = ({ member, user }: Interaction): string => (member?.user ?? user)?.id ?? '';
