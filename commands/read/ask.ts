import { z } from 'zod';
import { answerQuestion } from '../../src/desk/answer-question.ts';
import { detailAsked, detailsReply } from '../../src/desk/article-details.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import {
  articleOption,
  dateInput,
  dateOptions,
  OPTION,
  readingInput,
  readingOptions,
  suggestCommon,
  typedText,
} from '../../src/desk/options.ts';
import { articleNamed, scopeOf } from '../../src/desk/find/scope.ts';
import { smallTalkReply } from '../../src/desk/small-talk.ts';
import { withoutChat } from '../../src/search/question/chat.ts';

export default defineCommand({
  data: {
    name: 'ask',
    description: 'Ask the articles a question; the answer is quoted, never written',
    options: [
      { type: OPTION.string, name: 'question', description: 'What do you want to know?', required: true },
      articleOption,
      ...dateOptions,
      ...readingOptions,
    ],
  },
  input: z.strictObject({
    question: typedText,
    article: typedText.optional(),
    ...dateInput,
    ...readingInput,
  }),
  run({ question, article, from, to, hide }, desk, asker) {
    const talk = smallTalkReply(question, desk, true);
    if (talk) return talk;
    const wanted = article === undefined ? undefined : articleNamed(desk, article);
    const detail = detailAsked(withoutChat(question));
    if (detail) return detailsReply(desk, question, detail, wanted && [wanted], hide);
    const inTime = scopeOf(desk, { from, to });
    const scope = wanted ? (inTime ?? [wanted]).filter((document) => document === wanted) : inTime;
    return answerQuestion(desk, asker, { question, scope }, hide);
  },
  suggest: (option, typed, desk) => suggestCommon(option, typed, desk),
  examples: (desk) =>
    desk.index
      .names()
      .slice(0, 1)
      .map((name) => `/ask question:What is ${name}?`),
});
