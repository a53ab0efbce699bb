import type { Reply } from '../reply/reply.ts';

/** A message of the bot that all in a channel can read, what was asked or listed there, and every sentence that it quotes. */
export type Posted = Readonly<{
  guildId: string;
  channelId: string;
  messageId: string;
  /** Absent where the message has no title of our own words. */
  title?: string;
  quotes: readonly Readonly<{ articleId: string; revision: number; sentence: number }>[];
}>;

/** Hears of every public message with quotes, so that it can be told of corrections. Must not throw. */
export type OnPosted = (posted: Posted) => void;

/** What a reply quotes, and under which title. */
export function contentOf({ blocks }: Reply): Pick<Posted, 'title' | 'quotes'> {
  const quotes = blocks.flatMap((block) => {
    if (block.type !== 'quote') return [];
    const { articleId, revision, from, to } = block.quote;
    return Array.from({ length: to - from + 1 }, (_, at) => ({ articleId, revision, sentence: from + at }));
  });
  const words = blocks.flatMap((block) => (block.type === 'title' ? block.words : []));
  const own = words.filter((run) => typeof run === 'string');
  return { ...(own.length > 0 && own.length === words.length && { title: own.join('') }), quotes };
}
