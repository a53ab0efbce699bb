import type { Reply } from '../reply/reply.ts';

/** A posted reply with quotes, and its message. */
export type Posted = Readonly<{
  guildId: string;
  channelId: string;
  messageId: string;
  reply: Reply;
  /**
   * Everyone in a channel of that server can read it, so it is corrected when its articles are. A private reply can only be shown again.
   */
  isPublic: boolean;
}>;

/** Called for every message with quotes, so that it can be corrected, shared and exported later. Must not throw. */
export type OnPosted = (posted: Posted) => void;

/** Whether a reply has quotes or a way to rebuild it, so that it must be kept. */
export const quotes = ({ blocks, made, outline }: Reply): boolean =>
  (made ?? outline?.made)?.kind === 'card' || blocks.some(({ type }) => type === 'quote');
