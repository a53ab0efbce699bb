import { onlyChat, type Chat } from '../search/question/only-chat.ts';
import { line, list, note } from '../reply/blocks.ts';
import type { Reply, Said } from '../reply/reply.ts';
import { say } from '../reply/say.ts';
import type { Desk } from './ports.ts';

/** Number of examples shown. */
const EXAMPLES = 3;

const OPENINGS: Readonly<Record<Chat, Said>> = {
  greeting: say('talk.greeting'),
  thanks: say('talk.thanks'),
  help: say('mention.examples'),
};

/**
 * Answers a greeting, thanks or a call for help with examples and a pointer to /help. Undefined for anything else. Small talk is not
 * recorded as an unanswered question.
 */
export function smallTalkReply(text: string, desk: Desk, hide: boolean): Reply | undefined {
  const chat = onlyChat(text);
  return chat && examplesReply(desk, hide, OPENINGS[chat]);
}

/** Some questions that the articles here answer, and a pointer to /help. */
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
