import type { Log } from '../desk/ports.ts';
import type { Reply, Run, Words } from '../reply/reply.ts';
import { isExpired, loggable } from './faults.ts';
import { FLAG } from './limits.ts';
import { payloadOf, type Payload } from './payload.ts';
import type { Interaction } from './received.ts';
import { RESPOND, type Rest } from './rest.ts';
import { withTries, type Patience } from './tries.ts';
import { line } from '../reply/blocks.ts';

type ChannelId = string | undefined;

/** What is told instead of a reply that Discord does not take; with the channel where it belonged. */
export const REFUSED = {
  /** The bot lacks a permission there. */
  forbidden: (channelId: ChannelId) =>
    told(
      'I may not post that in ',
      place(channelId),
      ': someone who manages this server can give me there what I was invited with (View Channels, Send Messages, Send Messages in Threads, Embed Links, Attach Files, Read Message History).',
    ),
  /** Discord refuses for any other reason. */
  notTaken: (channelId: ChannelId) =>
    told(
      'Discord did not take my answer in ',
      place(channelId),
      ': its thread may be locked or archived, or Discord has trouble. Ask in another channel, or again in a minute.',
    ),
  /** A reply is open for fifteen minutes; then Discord closes it. */
  expired: (channelId: ChannelId) =>
    told(
      'What you asked for in ',
      place(channelId),
      ' took longer than the 15 minutes for which Discord keeps a reply open: ask again there.',
    ),
  notRemoved: told('Discord did not let me delete this message: try again, or ask a moderator.'),
} as const;

function told(...words: Words): Reply {
  return { tone: 'error', private: true, blocks: [line(...words)] };
}

function place(id: ChannelId): Run {
  return id === undefined ? 'that channel' : { mention: 'channel', id };
}

/** Where a reply to somebody can go when it cannot go where it belongs. None of these throws: what is left then is the log. */
export function otherWays({ rest, patience, log }: Readonly<{ rest: Rest; patience: Patience; log: Log }>) {
  /** As the first response to an interaction whose first response was refused. */
  async function instead(reply: Reply, interaction: Interaction): Promise<void> {
    const { message, files } = forOneAlone(reply);
    try {
      await rest.respond(interaction, RESPOND.message, message, files);
    } catch (error) {
      log.warn({ interaction: interaction.id, cause: loggable(error) }, 'an answer could not be sent');
      await apart(reply, whoIs(interaction), interaction.id);
    }
  }

  /** Beside the first response, for the asker alone. */
  async function beside(reply: Reply, interaction: Interaction): Promise<void> {
    try {
      await rest.followUp(interaction, forOneAlone(reply));
    } catch (error) {
      log.warn({ interaction: interaction.id, cause: loggable(error) }, 'a result could not be shown');
      if (isExpired(error))
        await apart(REFUSED.expired(interaction.channel_id), whoIs(interaction), interaction.id);
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

function forOneAlone(reply: Reply): Payload {
  const { message, files } = payloadOf(reply);
  return { message: { ...message, flags: message.flags | FLAG.ephemeral }, files };
}

export const whoIs = ({ member, user }: Interaction): string => (member?.user ?? user)?.id ?? '';
