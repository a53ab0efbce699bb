import { onlyChat, type Chat } from '../search/question/chat.ts';
import { line, list, note } from '../reply/blocks.ts';
import type { Reply, Said } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import type { Desk } from './ports.ts';

/** How many examples are shown. */
const EXAMPLES = 3;

const OPENINGS: Readonly<Record<Chat, Said>> = {
  greeting: say('talk.greeting'),
  thanks: say('talk.thanks'),
  help: say('mention.examples'),
};

/**
 * What is answered to whom only greets, thanks or calls for help: examples and where help is. Undefined for anything else;
 * nothing was asked then, so nothing is kept for the desk either.
 */
export function smallTalkReply(text: string, desk: Desk, hide: boolean): Reply | undefined {
  const chat = onlyChat(text);
  return chat && examplesReply(desk, hide, OPENINGS[chat]);
}

/** A few questions that the articles here answer, and where help is. */
export function examplesReply(desk: Desk, hide: boolean, opening = OPENINGS.help): Reply {
  const examples = desk.commands.flatMap((command) => command.examples?.(desk).slice(0, 1) ?? []);
  return {
    tone: 'info',
    private: hide,
    blocks: [
      line(opening),
      list(examples.slice(0, EXAMPLES).map((example) => [example])),
      note(say('mention.help')),
    ],
  };
}
