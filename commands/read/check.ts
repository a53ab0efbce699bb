import { z } from 'zod';
import { quoteOf } from '../../src/article/document.ts';
import type { TextCheck } from '../../src/answer/quotes/check-text.ts';
import { checkFile } from '../../src/desk/checked-message.ts';
import { checkedTexts, textsToCheck } from '../../src/desk/checked-text.ts';
import { defineCommand, type Desk } from '../../src/desk/ports.ts';
import {
  ANYWHERE,
  attachedFile,
  OPTION,
  READ_TYPES,
  readingInput,
  readingOptions,
} from '../../src/desk/options.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { checkReply } from '../../src/reply/check-reply.ts';
import type { Reply } from '../../src/reply/reply.ts';

/** Number of words in an example. */
const EXAMPLE_WORDS = 6;

export default defineCommand({
  data: {
    name: 'check',
    ...ANYWHERE,
    description: 'Check quotations against the articles, word by word',
    options: [
      {
        type: OPTION.string,
        name: 'text',
        description: 'A text with quotations, or a quotation alone',
      },
      {
        type: OPTION.attachment,
        name: 'file',
        description: 'A text, page, DOCX or PDF with quotations; the answer is for you alone',
        file_types: READ_TYPES,
      },
      ...readingOptions,
    ],
  },
  input: z.strictObject({ text: z.string().optional(), file: attachedFile.optional(), ...readingInput }),
  async run({ text = '', file, hide }, desk, asker) {
    const word = (checked: TextCheck, { index }: Desk, alone: boolean): Reply =>
      withButtons(checkReply(checked, index.within().articles, alone), asker.userId);
    if (file) return checkFile(file, text, desk, (checked, focused) => word(checked, focused, true));
    return word(await checkedTexts(desk, textsToCheck([text], 'text')), desk, hide);
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
