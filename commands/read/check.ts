import { z } from 'zod';
import { quoteOf } from '../../src/article/document.ts';
import { checkedText, textToCheck } from '../../src/desk/checked-text.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { OPTION, readingInput, readingOptions } from '../../src/desk/options.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { checkReply } from '../../src/reply/check-reply.ts';

/** Words of an example. */
const EXAMPLE_WORDS = 6;

export default defineCommand({
  data: {
    name: 'check',
    description: 'Check quotations against the articles, word by word',
    options: [
      {
        type: OPTION.string,
        name: 'text',
        description: 'A text with quotations, or a quotation alone',
        required: true,
      },
      ...readingOptions,
    ],
  },
  input: z.strictObject({ text: z.string(), ...readingInput }),
  async run({ text, hide }, desk, asker) {
    const checked = await checkedText(desk, textToCheck(text, 'text'));
    return withButtons(checkReply(checked, desk.index.within().articles, hide), asker.userId);
  },
  section: 'check',
  examples: (desk) =>
    desk.index
      .documents()
      .slice(0, 1)
      .flatMap((document) => {
        const [first] = document.sentences;
        return first
          ? [`/check text:“${quoteOf(document, first).split(/\s+/u).slice(0, EXAMPLE_WORDS).join(' ')}”`]
          : [];
      }),
});
