import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { withReceiptLinks } from '../../src/desk/receipt-links.ts';
import { languageFor } from '../../src/desk/worded.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import { EXPORT_FORMATS, exportReply } from '../../src/reply/export/export-reply.ts';
import { inLanguage } from '../../src/reply/in-language.ts';
import { say } from '../../src/reply/say.ts';

/** Exports the reply as documents with footnotes, for the person who clicked. */
export default defineAction({
  name: 'export',
  args: z.array(z.string()).max(0),
  async run(_none, desk, asker, { messageId }) {
    const reply = messageId === undefined ? undefined : await desk.again(messageId);
    if (!reply) return errorReply(say('export.too-old'));
    const linked = await withReceiptLinks(reply, desk.receiptLink);
    return exportReply([inLanguage(linked, languageFor(asker, true))], EXPORT_FORMATS);
  },
});
