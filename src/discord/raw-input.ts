import type { SeenMessage, TargetMessage } from '../desk/mention.ts';
import { plainText, type MessageText } from './plain-text.ts';
import { optionsOf, type CommandData, type ReceivedMessage, type ReceivedTarget } from './received.ts';
import { attachedOf, seenIn } from './seen.ts';

/** Discord's type number of options that are files. */
const ATTACHMENT = 11;
/** Discord's type number of replies to a message. */
const REPLY = 19;
/** Stands for a message that was deleted or that Discord does not show. */
const UNREADABLE: SeenMessage = { ours: false, text: '', more: [], files: [] };

/**
 * The input of a slash command: values by option name, `group` and `subcommand` where there are any, and files as {@link AttachedFile}.
 * Channels and roles are ids. Files that are missing from the payload are left out.
 */
export function rawInput(data: CommandData): Record<string, unknown> {
  const { path, values } = optionsOf(data);
  const known = values.flatMap(({ name, type, value }): [string, unknown][] => {
    if (type !== ATTACHMENT) return [[name, value]];
    const file = data.resolved?.attachments?.[String(value)];
    return file ? [[name, attachedOf(file)]] : [];
  });
  return { ...Object.fromEntries(known), ...path };
}

/** The message that a message command was used on, with the message it replies to; undefined when the payload lacks it. */
export function targetIn({ target_id: id = '', resolved }: CommandData): ReceivedTarget | undefined {
  return resolved?.messages?.[id];
}

/** The location of the message that a reply answers, when the payload lacks it. */
export function missingReference(
  target: ReceivedTarget,
): Readonly<{ channelId: string; id: string }> | undefined {
  const { referenced_message: known, message_reference: reference, channel_id: channelId } = target;
  if (known || reference?.type !== 0 || reference.message_id === undefined) return undefined;
  // Anyone who sees a channel sees all of it, but a message in another channel may be hidden from the asker.
  if (reference.channel_id !== undefined && reference.channel_id !== channelId) return undefined;
  return { channelId, id: reference.message_id };
}

/** The input of a message command. */
export function targetOf(message: ReceivedTarget, guildId: string | undefined, botId: string): TargetMessage {
  const { id, channel_id: channelId, author, type, referenced_message: before } = message;
  const answers = before ? seenIn(before, botId) : UNREADABLE;
  return {
    id,
    channelId,
    authorId: author.id,
    url: `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${id}`,
    ...seenIn(message, botId, before),
    ...(type === REPLY && { answers }),
  };
}

/** The text of a received message as people read it. */
export function readable({ content, components, message_snapshots }: ReceivedMessage): string {
  return plainText({
    content,
    // plainText checks the shape of each component itself.
    components: components as NonNullable<MessageText['components']>,
    ...(message_snapshots === undefined
      ? {}
      : { message_snapshots: message_snapshots as unknown as NonNullable<MessageText['message_snapshots']> }),
  });
}
