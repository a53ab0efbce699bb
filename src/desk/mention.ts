import type { Response } from '../reply/response.ts';
import type { Asker } from './command.ts';
import type { Desk } from './desk.ts';

/** A message that mentions the bot, or answers one of its messages. */
export type Mention = Readonly<{
  /** Plain text, without the mention itself; may be empty. */
  text: string;
  /** The plain text of the bot's own message that this one answers. */
  previous?: string;
}>;

/** Answers a mention with one reply. */
export type MentionHandler = (mention: Mention, desk: Desk, asker: Asker) => Response | Promise<Response>;

/** The message that a message command was used on, as its raw input; text is plain (markup taken off). */
export type TargetMessage = Readonly<{
  id: string;
  channelId: string;
  authorId: string;
  text: string;
  url: string;
}>;
