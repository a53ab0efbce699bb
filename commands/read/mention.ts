import { answerQuestion } from '../../src/desk/answer-question.ts';
import { detailAsked, detailsReply } from '../../src/desk/article-details.ts';
import { carriedWords, followUp, readPrevious } from '../../src/desk/follow-up.ts';
import type { MentionHandler } from '../../src/desk/mention.ts';
import { typedText } from '../../src/desk/options.ts';
import { examplesReply, smallTalkReply } from '../../src/desk/small-talk.ts';
import { note, title } from '../../src/reply/blocks.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';
import { withoutChat } from '../../src/search/question/chat.ts';
import { firstFault } from '../../src/words/fault.ts';

/**
 * Answers a mention. A reply to one of the bot's messages is a follow-up: it is asked within the articles quoted there, and the answer
 * says what else was carried over. The heading is the typed text, so that headings do not grow.
 */
export const answerMention: MentionHandler = async (mention, desk, asker) => {
  const text = typedText.safeParse(mention.text);
  if (mention.text.trim() === '') return examplesReply(desk, false);
  if (!text.success) return errorReply(say('error.question', { fault: firstFault(text.error) }));
  const talk = smallTalkReply(text.data, desk, false);
  if (talk) return talk;
  const before = mention.previous === undefined ? undefined : readPrevious(mention.previous, desk);
  const asked = withoutChat(text.data);
  const detail = detailAsked(asked);
  if (detail) return detailsReply(desk, text.data, detail, before?.documents, false);
  if (!before) return answerQuestion(desk, asker, { question: text.data }, false);
  const { carried, ...request } = followUp(asked, before, desk);
  const reply = await answerQuestion(desk, asker, { ...request, scope: before.documents }, false);
  return {
    ...reply,
    blocks: [
      ...reply.blocks.map((block) => (block.type === 'title' ? title(text.data) : block)),
      note(...carriedWords(carried, before.documents)),
    ],
  };
};
