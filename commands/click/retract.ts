import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { editorTools } from '../../src/desk/ports.ts';
import { AskerError } from '../../src/reply/error-reply.ts';
import { line, note } from '../../src/reply/blocks.ts';

const REASON_MAX = 500;

/** Asks for the reason in a form, then takes the article out of everything. */
export default defineAction({
  name: 'retract',
  args: z.tuple([z.string().min(1).max(80)]),
  editorsOnly: true,
  async run([id], desk, asker, { fields }) {
    const { archive, stored, damaged } = editorTools(desk);
    if (!stored.has(id) && !damaged.has(id))
      throw new AskerError('This article is no longer here: there is nothing to retract.');
    const reason = fields['reason']?.trim().replaceAll(/\s+/gu, ' ').slice(0, REASON_MAX);
    if (reason === undefined || reason === '') {
      return {
        modal: {
          title: 'Retract the article',
          action: 'retract',
          args: [id],
          fields: [
            {
              name: 'reason',
              label: 'Why? Everyone who opens an old quote reads it',
              style: 'paragraph',
              required: true,
              max: REASON_MAX,
              placeholder: 'The source withdrew the statement.',
            },
          ],
        },
      };
    }
    const { outcome } = await archive.retract(id, reason, asker.userId);
    if (outcome === 'unknown')
      throw new AskerError('This article is no longer here: there is nothing to retract.');
    return {
      update: {
        tone: 'info',
        private: true,
        blocks: [
          line(`Retracted ${id}: ${reason}`),
          note(`/article restore article:${id} brings it back with its text.`),
        ],
      },
    };
  },
});
