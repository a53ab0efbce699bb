import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { editorTools } from '../../src/desk/ports.ts';
import { AskerError } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';
import { line, note } from '../../src/reply/blocks.ts';

const REASON_MAX = 500;

/** Asks for the reason in a form, then retracts the article. */
export default defineAction({
  name: 'retract',
  args: z.tuple([z.string().min(1).max(80)]),
  editorsOnly: true,
  async run([id], desk, asker, { fields }) {
    const { archive, stored, damaged } = editorTools(desk);
    if (!stored.has(id) && !damaged.has(id)) throw new AskerError(say('retract.gone'));
    const reason = fields['reason']?.trim().replaceAll(/\s+/gu, ' ').slice(0, REASON_MAX);
    if (reason === undefined || reason === '') {
      return {
        modal: {
          title: say('retract.form'),
          action: 'retract',
          args: [id],
          fields: [
            {
              name: 'reason',
              label: say('retract.why'),
              style: 'paragraph',
              required: true,
              max: REASON_MAX,
              placeholder: say('retract.why-hint'),
            },
          ],
        },
      };
    }
    const { outcome } = await archive.retract(id, reason, asker.userId);
    if (outcome === 'unknown') throw new AskerError(say('retract.gone'));
    return {
      update: {
        tone: 'info',
        private: true,
        blocks: [line(say('retract.done', { id, reason })), note(say('retract.back', { id }))],
      },
    };
  },
});
