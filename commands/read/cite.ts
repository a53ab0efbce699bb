import { z } from 'zod';
import { CITE_FORMATS } from '../../src/answer/cite.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { ANYWHERE, OPTION, readingInput, readingOptions, typedText } from '../../src/desk/options.ts';
import { passageNamed } from '../../src/desk/find/receipt.ts';
import { withButtons } from '../../src/reply/buttons.ts';
import { citeReply } from '../../src/reply/cite-reply.ts';

const FORMAT_NAMES: Readonly<Record<(typeof CITE_FORMATS)[number], string>> = {
  plain: 'Plain text',
  markdown: 'Markdown',
  html: 'HTML',
  bibtex: 'BibTeX',
};

export default defineCommand({
  data: {
    name: 'cite',
    ...ANYWHERE,
    description: 'A passage to copy, exactly as stored, and what became of it since',
    options: [
      {
        type: OPTION.string,
        name: 'receipt',
        description: 'Which passage? The receipt below a quote, such as article-id.r1.s5',
        required: true,
      },
      {
        type: OPTION.string,
        name: 'format',
        description: 'How it is written (plain text when left out)',
        choices: CITE_FORMATS.map((value) => ({ name: FORMAT_NAMES[value], value })),
      },
      ...readingOptions,
    ],
  },
  input: z.strictObject({
    receipt: typedText,
    format: z.enum(CITE_FORMATS).default('plain'),
    ...readingInput,
  }),
  async run({ receipt, format, hide }, desk, asker) {
    return withButtons(citeReply(await passageNamed(desk, receipt), format, hide), asker.userId);
  },
  section: 'check',
  examples: (desk) =>
    desk.index
      .documents()
      .slice(0, 1)
      .map(({ article }) => `/cite receipt:${article.id}.r${article.revision}.s1`),
});
