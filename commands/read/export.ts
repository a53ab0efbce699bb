import { z } from 'zod';
import { defineCommand } from '../../src/desk/ports.ts';
import { OPTION } from '../../src/desk/options.ts';
import { withReceiptLinks } from '../../src/desk/receipt-links.ts';
import { languageFor } from '../../src/desk/worded.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import { EXPORT_FORMATS, exportReply, type ExportFormat } from '../../src/reply/export/export-reply.ts';
import { inLanguage } from '../../src/reply/in-language.ts';
import { say } from '../../src/reply/say.ts';

const MOST = 50;
const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  docx: 'Word (DOCX)',
  html: 'HTML',
  markdown: 'Markdown',
};

export default defineCommand({
  data: {
    name: 'export',
    description: 'The newest answer here, or a thread’s answers, as a document with footnotes',
    options: [
      {
        type: OPTION.string,
        name: 'format',
        description: 'How it is written (Word when left out)',
        choices: EXPORT_FORMATS.map((value) => ({ name: FORMAT_NAMES[value], value })),
      },
      {
        type: OPTION.integer,
        name: 'last',
        description: 'How many of the newest answers (1 when left out; in a thread, all of them)',
        min_value: 1,
        max_value: MOST,
      },
    ],
  },
  section: 'check',
  input: z.strictObject({
    format: z.enum(EXPORT_FORMATS).default('docx'),
    last: z.coerce.number().int().min(1).max(MOST).optional(),
  }),
  async run({ format, last }, desk, asker) {
    // In a thread, the list has the parent's id too.
    const isThread = (asker.channels?.length ?? 0) > 1;
    const replies = await desk.answersHere(last ?? (isThread ? MOST : 1));
    if (replies.length === 0) return errorReply(say('export.none'));
    const language = languageFor(asker, true);
    const linked = await Promise.all(replies.map((reply) => withReceiptLinks(reply, desk.receiptLink)));
    return exportReply(
      linked.map((reply) => inLanguage(reply, language)),
      [format],
    );
  },
  examples: () => ['/export format:markdown'],
});
