import { z } from 'zod';
import { defineCommand } from '../../src/desk/ports.ts';
import { OPTION, readingInput, readingOptions, typedText } from '../../src/desk/options.ts';
import { languageFor } from '../../src/desk/worded.ts';
import { passageNamed } from '../../src/desk/find/receipt.ts';
import { withCardButton } from '../../src/reply/buttons.ts';
import { cardReply } from '../../src/reply/picture/card-reply.ts';
import { quoteOfSentences } from '../../src/reply/quote.ts';

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
  async run({ receipt, hide }, desk, asker) {
    const { document, first, last } = await passageNamed(desk, receipt);
    const quote = quoteOfSentences(document, first, last);
    const card = await cardReply(quote, desk.png, hide, languageFor(asker, hide));
    return withCardButton(card, asker.userId, quote);
  },
  section: 'check',
  examples: (desk) =>
    desk.index
      .documents()
      .slice(0, 1)
      .map(({ article }) => `/card receipt:${article.id}.r${article.revision}.s1`),
});
