import type { Reply } from '../reply/reply.ts';

/** A reply that quotes, and the message that it stands in. */
export type Posted = Readonly<{
  guildId: string;
  channelId: string;
  messageId: string;
  reply: Reply;
  /** All in a channel of that server can read it, so that it is to be corrected; else it can only be shown again. */
  isPublic: boolean;
}>;

/** Hears of every message with quotes, so that it can be told of corrections, shared and exported. Must not throw. */
export type OnPosted = (posted: Posted) => void;

/** Whether there is anything in a reply that has to be kept. */
export const quotes = ({ blocks, made }: Reply): boolean =>
  made?.kind === 'card' || blocks.some(({ type }) => type === 'quote');
