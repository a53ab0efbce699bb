import type { Reply } from '../reply/reply.ts';

/** A sentence that a message quotes, as its receipt names it. */
type PostedQuote = Readonly<{ articleId: string; revision: number; sentence: number }>;

/** A message of the bot that all in a channel can read, and what it quotes. */
export type Posted = Readonly<{
  guildId: string;
  channelId: string;
  messageId: string;
  quotes: readonly PostedQuote[];
}>;

/** Hears of every public message with quotes, so that it can be told of corrections. Must not throw. */
export type OnPosted = (posted: Posted) => void;

/** Every sentence that a reply quotes. */
export function quotesOf({ blocks }: Reply): PostedQuote[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'quote') return [];
    const { articleId, revision, from, to } = block.quote;
    return Array.from({ length: to - from + 1 }, (_, at) => ({ articleId, revision, sentence: from + at }));
  });
}
