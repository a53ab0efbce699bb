import type { AttachedFile } from '../desk/options.ts';
import type { TargetMessage } from '../desk/mention.ts';
import { plainText, type MessageText } from './plain-text.ts';
import { optionsOf, type Interaction, type CommandData, type ReceivedMessage } from './received.ts';

/** Discord's number for options that are files. */
const ATTACHMENT = 11;

/**
 * What a slash command is run with: values by option name, `group` and `subcommand` where there are any, and files
 * as {@link AttachedFile}. Channels and roles are their ids. A file that did not come along is left out.
 */
export function rawInput(data: CommandData): Record<string, unknown> {
  const { path, values } = optionsOf(data);
  const known = values.flatMap(({ name, type, value }): [string, unknown][] => {
    if (type !== ATTACHMENT) return [[name, value]];
    const file = data.resolved?.attachments?.[String(value)];
    if (!file) return [];
    const attached: AttachedFile = {
      name: file.filename,
      url: file.url,
      bytes: file.size,
      ...(file.content_type ? { type: file.content_type } : {}),
    };
    return [[name, attached]];
  });
  return { ...Object.fromEntries(known), ...path };
}

/** What a message command is run with; null when the message did not come along. */
export function targetOf(
  { data, guild_id: guildId }: Extract<Interaction, { data: CommandData }>,
  botId: string,
): TargetMessage | null {
  const { target_id: id = '', resolved } = data;
  const message = resolved?.messages?.[id];
  if (!message) return null;
  return {
    id,
    channelId: message.channel_id,
    authorId: message.author.id,
    text: readable(message),
    url: `https://discord.com/channels/${guildId ?? '@me'}/${message.channel_id}/${id}`,
    ours: message.author.id === botId,
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
