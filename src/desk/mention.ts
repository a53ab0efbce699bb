import { z } from 'zod';
import type { Response } from '../reply/response.ts';
import type { Asker, Desk } from './ports.ts';

/** A message that mentions the bot, or answers one of its messages. */
export type Mention = Readonly<{
  /** Plain text, without the mention itself; may be empty. */
  text: string;
  /** The plain text of the bot's own message that this one answers. */
  previous?: string;
}>;

/** Answers a mention with one reply. */
export type MentionHandler = (mention: Mention, desk: Desk, asker: Asker) => Response | Promise<Response>;

/**
 * The message that a message command was used on, as its raw input; text is plain (markup taken off, block quotes keep
 * their `>`). Null when Discord no longer has it.
 */
export const targetMessage = z
  .strictObject({
    id: z.string(),
    channelId: z.string(),
    authorId: z.string(),
    text: z.string(),
    url: z.string(),
    /** Written by this bot itself: what it quotes stands in block quotes. */
    ours: z.boolean(),
  })
  .nullable();

export type TargetMessage = NonNullable<z.output<typeof targetMessage>>;
