import { plainText } from './plain-text.ts';
import type { Written } from './received.ts';

/** Types of messages that people write: plain messages and replies. */
const WRITTEN: ReadonlySet<number> = new Set([0, 19]);

/** The bot, and its role in the server of the message. */
export type Self = Readonly<{ botId: string; roleId: string | undefined }>;

/** Whether a message addresses the bot. */
export function speaksToUs(written: Written, self: Self): boolean {
  const { author, content, type, webhook_id, guild_id, mentions, attachments, sticker_items } = written;
  if (author.bot || webhook_id !== undefined || !WRITTEN.has(type)) return false;
  // A picture or sticker alone is not a question.
  if (content === '' && (attachments.length > 0 || sticker_items.length > 0)) return false;
  if (guild_id === undefined) return true;
  if (self.roleId !== undefined && written.mention_roles.includes(self.roleId)) return true;
  if (!mentions.some(({ id }) => id === self.botId)) return false;
  return mentionOf(self).test(content) || written.referenced_message?.author.id === self.botId;
}

const mentionOf = ({ botId, roleId }: Self): RegExp =>
  new RegExp(roleId === undefined ? `<@!?${botId}>` : `<@!?${botId}>|<@&${roleId}>`, 'u');

/** The question as people read it, without the mention. */
export const questionIn = ({ content }: Written, self: Self): string =>
  plainText({ content: content.replaceAll(new RegExp(mentionOf(self), 'gu'), ' ') })
    .replace(/\s+/gu, ' ')
    .trim();
