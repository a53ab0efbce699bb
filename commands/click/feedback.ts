import { z } from 'zod';
import { receiptOf } from '../../src/answer/answer.ts';
import { defineAction } from '../../src/desk/action.ts';
import { address, passagesAt } from '../../src/desk/find/addressed.ts';
import { writeAddress } from '../../src/reply/address.ts';
import { line } from '../../src/reply/blocks.ts';
import { say } from '../../src/reply/say.ts';

const REASON_MAX = 500;

/** "Not helpful": asks for the reason in a form, then records it for the editors. */
export default defineAction({
  name: 'feedback',
  args: z.array(address).min(1).max(5),
  async run(addresses, desk, asker, { fields }) {
    const passages = await passagesAt(desk, addresses);
    const reason = fields['reason'];
    if (reason === undefined) {
      return {
        modal: {
          title: say('button.feedback'),
          action: 'feedback',
          args: passages.map(({ sentence }) =>
            writeAddress(sentence.articleId, sentence.revision, sentence.n),
          ),
          fields: [
            {
              name: 'reason',
              label: say('click.feedback'),
              style: 'paragraph',
              required: true,
              max: REASON_MAX,
              placeholder: say('click.feedback-hint'),
            },
          ],
        },
      };
    }
    const receipts = passages.map(({ document, sentence }) => receiptOf(document.article, sentence));
    await desk.notes.feedback({ receipts, reason: reason.trim().slice(0, REASON_MAX) }, asker);
    return {
      tone: 'info',
      private: true,
      blocks: [line(say('click.thanks'))],
    };
  },
});
