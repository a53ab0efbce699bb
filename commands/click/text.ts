import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { FORM_AIMS, textOf, type FormAim } from '../../src/desk/forms/article-form.ts';
import { fieldsOfDetails, readDetails } from '../../src/desk/forms/article-input.ts';
import { carriedOut, refusedText } from '../../src/desk/carry-out.ts';
import { type Desk, editorTools } from '../../src/desk/ports.ts';
import type { Order } from '../../src/desk/editor-tools.ts';
import { changedVisibility, type VisibilityInput } from '../../src/desk/forms/visibility-input.ts';
import { AskerError } from '../../src/reply/error-reply.ts';

/** A form with an article's text was filled in. */
export default defineAction({
  name: 'text',
  args: z.union([z.tuple([z.literal('add')]), z.tuple([z.enum(FORM_AIMS), z.string().min(1).max(80)])]),
  editorsOnly: true,
  async run([aim, id], desk, asker, { fields }) {
    const text = textOf(fields);
    if (text === '') throw new AskerError('The form came without a text: use the command again.');
    const read = readDetails(fields['details'] ?? '');
    if ('fault' in read) return refusedText(new AskerError(read.fault), text, desk);
    const { channels, embargo } = read.details;
    const headline = fields['headline']?.trim() || undefined;
    try {
      const goal = await aimOf(aim, id, { channels, embargo }, desk);
      return carriedOut(desk, asker, {
        source: { from: 'text', text },
        fields: { headline, ...fieldsOfDetails(read.details, aim === 'add' ? undefined : null) },
        aim: goal,
      });
    } catch (error) {
      if (!(error instanceof AskerError)) throw error;
      return refusedText(error, text, desk);
    }
  },
});

async function aimOf(
  aim: FormAim,
  id: string | undefined,
  typed: VisibilityInput,
  desk: Desk,
): Promise<Order['aim']> {
  const { archive, settings } = editorTools(desk);
  if (aim === 'add' || id === undefined)
    return {
      do: 'add',
      visibility: changedVisibility({ channels: settings.newArticleChannels }, typed, desk.now()),
    };
  if (typed.channels !== undefined || typed.embargo !== undefined) {
    const found = await archive.article(id);
    const before = found.state === 'live' ? found.stored.visibility : {};
    await archive.setVisibility(id, changedVisibility(before, typed, desk.now()));
  }
  return { do: aim, id };
}
