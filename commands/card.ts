import { z } from 'zod';
import { defineCommand } from '../src/desk/command.ts';
import { OPTION, readingInput, readingOptions, typedText } from '../src/desk/options.ts';
import { quoteNamed } from '../src/desk/receipt.ts';
import { cardReply } from '../src/picture/card-reply.ts';

export default defineCommand({
  data: {
    name: 'card',
    description: 'A quote as a picture, word for word, with its source',
    options: [
      {
        type: OPTION.string,
        name: 'receipt',
        description: 'Which quote? The receipt below it, such as article-id.r1.s5',
        required: true,
      },
      ...readingOptions,
    ],
  },
  input: z.strictObject({ receipt: typedText, ...readingInput }),
  run: async ({ receipt, hide }, desk) => cardReply(await quoteNamed(desk, receipt), desk.png, hide),
  examples: (desk) =>
    desk.index
      .documents()
      .slice(0, 1)
      .map(({ article }) => `/card receipt:${article.id}.r${article.revision}.s1`),
});
