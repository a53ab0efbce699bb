import type { Reply } from '../reply/reply.ts';

/** Where the bot's own messages stand; the gateway makes one, the newsroom uses it. */
export type Outlet = Readonly<{
  /** Replaces a message of ours. Resolves to false when the message, its channel or the right to edit is gone. */
  edit(post: Readonly<{ channelId: string; messageId: string }>, reply: Reply): Promise<boolean>;
  /** Posts into a channel. Resolves to false when that is not possible. */
  send(channelId: string, reply: Reply): Promise<boolean>;
  /** Whether the bot is in a server; rejects when that cannot be told now. */
  isMember(guildId: string): Promise<boolean>;
}>;
