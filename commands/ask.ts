import { z } from 'zod';
import { answerReply } from '../src/reply/answer-reply.ts';
import { defineCommand } from '../src/desk/command.ts';
import {
  articleOption,
  dateInput,
  dateOptions,
  OPTION,
  readingInput,
  readingOptions,
  suggestCommon,
  typedText,
} from '../src/desk/options.ts';
import { articleNamed, scopeOf } from '../src/desk/scope.ts';

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
  run({ question, article, from, to, hide }, desk) {
    const wanted = article === undefined ? undefined : articleNamed(desk, article).article.id;
    const inTime = scopeOf(desk, {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
    const answer = desk.ask({
      question,
      scope: (found) => inTime(found) && (wanted === undefined || found.id === wanted),
    });
    return answerReply(question, answer, hide);
  },
  suggest: (option, typed, desk) => suggestCommon(option, typed, desk),
  examples: (desk) =>
    desk.index
      .names()
      .slice(0, 1)
      .map((name) => `/ask question:What is ${name}?`),
});
