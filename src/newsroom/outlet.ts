import type { Reply } from '../reply/reply.ts';

/**
 * The result of an edit: done; the message or its channel is gone; editing was refused, and neither could a new message be posted;
 * or editing was refused, and a new message with the reply was posted below.
 */
export type Edited = 'edited' | 'gone' | 'refused' | Readonly<{ below: string }>;

/** Posts and edits the bot's own messages; implemented by the gateway. */
export type Outlet = Readonly<{
  /** Replaces a message of the bot, also in an archived thread. */
  edit(post: Readonly<{ channelId: string; messageId: string }>, reply: Reply): Promise<Edited>;
  /** Posts in a channel. Resolves to the message's id, or undefined if that is not possible. */
  send(
    channelId: string,
    reply: Reply,
    /** Prevents duplicates: within some minutes, a second message with the same key is not posted. */
    key?: string,
  ): Promise<string | undefined>;
  /** Sends a direct message to a member of a server; `closed` if they do not accept any, `left` if they are no longer a member. */
  whisper(guildId: string, userId: string, reply: Reply, key: string): Promise<'sent' | 'closed' | 'left'>;
  /** The language of a server, as a Discord locale; undefined if unknown. */
  localeOf?(guildId: string): string | undefined;
  /** Whether the bot is in a server; rejects if Discord does not answer. */
  isMember(guildId: string): Promise<boolean>;
}>;
