import type { SeenMessage, TargetMessage } from '../desk/mention.ts';
import { plainText, type MessageText } from './plain-text.ts';
import { optionsOf, type CommandData, type ReceivedMessage, type ReceivedTarget } from './received.ts';
import { attachedOf, seenIn } from './seen.ts';

/** Discord's number for options that are files. */
const ATTACHMENT = 11;
/** A message that replies to another. */
const REPLY = 19;
/** That other one, where it was deleted or Discord does not show it. */
const UNREADABLE: SeenMessage = { ours: false, text: '', more: [], files: [] };

/**
 * What a slash command is run with: values by option name, `group` and `subcommand` where there are any, and files
 * as {@link AttachedFile}. Channels and roles are their ids. A file that did not come along is left out.
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

/** The message that a message command was used on, with the one that it replies to; undefined when it did not come along. */
export function targetIn({ target_id: id = '', resolved }: CommandData): ReceivedTarget | undefined {
  return resolved?.messages?.[id];
}

/** Where the message is that a reply answers, when Discord did not send it along. */
export function missingReference(
  target: ReceivedTarget,
): Readonly<{ channelId: string; id: string }> | undefined {
  const { referenced_message: known, message_reference: reference, channel_id: channelId } = target;
  if (known || reference?.type !== 0 || reference.message_id === undefined) return undefined;
  // Who sees a channel sees all of it; what stands elsewhere may be hidden from the asker.
  if (reference.channel_id !== undefined && reference.channel_id !== channelId) return undefined;
  return { channelId, id: reference.message_id };
}

/** What a message command is run with. */
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

/** A received message's text as people read it. */
export function readable({ content, components, message_snapshots }: ReceivedMessage): string {
  return plainText({
    content,
    // Their form is not checked here: plainText looks at each for itself.
    components: components as NonNullable<MessageText['components']>,
    ...(message_snapshots === undefined
      ? {}
      : { message_snapshots: message_snapshots as unknown as NonNullable<MessageText['message_snapshots']> }),
  });
}
