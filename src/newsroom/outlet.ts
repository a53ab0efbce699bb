import type { Reply } from '../reply/reply.ts';

/**
 * What became of an edit: done; the message or its channel is gone; it may not be edited, but another message with the
 * reply now stands below it; or neither was allowed.
 */
export type Edited = 'edited' | 'gone' | 'refused' | Readonly<{ below: string }>;

/** Posts and edits the bot's own messages; the gateway implements it for the newsroom. */
export type Outlet = Readonly<{
  /** Replaces a message of ours, also one in an archived thread. */
  edit(post: Readonly<{ channelId: string; messageId: string }>, reply: Reply): Promise<Edited>;
  /** Posts into a channel. Resolves to the message's id, or undefined when that is not possible. */
  send(
    channelId: string,
    reply: Reply,
    /** The same within minutes posts once. */
    key?: string,
  ): Promise<string | undefined>;
  /** Tells somebody of a server in private, as long as they are in it and let themselves be told. */
  whisper(guildId: string, userId: string, reply: Reply, key: string): Promise<'sent' | 'closed' | 'left'>;
  /** The language that a server is set to, as Discord calls it; absent or undefined where that is not known. */
  localeOf?(guildId: string): string | undefined;
  /** Whether the bot is in a server; rejects when that cannot be told now. */
  isMember(guildId: string): Promise<boolean>;
}>;
