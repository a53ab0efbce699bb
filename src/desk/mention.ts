import { z } from 'zod';
import { attachedFile } from './options.ts';
import type { Response } from '../reply/response.ts';
import type { Asker, Desk } from './ports.ts';

/** A message that mentions the bot or replies to it. */
export type Mention = Readonly<{
  /** Plain text, without the mention itself; may be empty. */
  text: string;
  /** The plain text of the bot's own message that this one answers. */
  previous?: string;
}>;

/** Answers a mention with one reply. */
export type MentionHandler = (mention: Mention, desk: Desk, asker: Asker) => Response | Promise<Response>;

/** Parts of a message with text besides its own. */
export const SEEN_IN = ['embed', 'forwarded', 'poll', 'starter', 'alt'] as const;
export type SeenIn = (typeof SEEN_IN)[number];

/** The visible content of a message. Text is plain, without markup; block quotes keep their `>`. */
const seen = {
  /** Written by this bot; its block quotes are what it quoted. */
  ours: z.boolean(),
  text: z.string(),
  /** All other texts in the message, in order. */
  more: z.array(z.strictObject({ in: z.enum(SEEN_IN), text: z.string() })).default([]),
  /** Attached text files. */
  files: z.array(attachedFile).default([]),
};
const seenMessage = z.strictObject(seen);
export type SeenMessage = z.output<typeof seenMessage>;

/** The message that a message command was used on, as its raw input. Null when Discord no longer has it. */
export const targetMessage = z
  .strictObject({
    id: z.string(),
    channelId: z.string(),
    authorId: z.string(),
    url: z.string(),
    ...seen,
    /** The message that it replies to. */
    answers: seenMessage.optional(),
  })
  .nullable();

export type TargetMessage = NonNullable<z.input<typeof targetMessage>>;
