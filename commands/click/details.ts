import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { carriedOut } from '../../src/desk/carry-out.ts';
import { checkedDetails, fieldsOfDetails } from '../../src/desk/forms/article-input.ts';
import { detailsForm, typedDetails } from '../../src/desk/forms/details-form.ts';
import { refusedForm } from '../../src/desk/forms/refused-form.ts';
import { editorTools } from '../../src/desk/ports.ts';
import { AskerError } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';

/** Opens a form with an article's details, and stores what was changed there. */
export default defineAction({
  name: 'details',
  args: z.tuple([z.string().min(1).max(80)]),
  editorsOnly: true,
  async run([id], desk, asker, { fields }) {
    const found = await editorTools(desk).archive.article(id);
    if (found.state !== 'live') throw new AskerError(say('form.article-gone', { id }));
    if (Object.keys(fields).length === 0)
      return { modal: detailsForm(id, typedDetails(found.stored.article)) };
    const refused = (error: Error) => refusedForm(error, ['details', id], fields, desk);
    const read = checkedDetails(fields);
    if ('fault' in read) return refused(new AskerError(read.fault));
    return carriedOut(
      desk,
      asker,
      {
        source: { from: 'kept' },
        fields: fieldsOfDetails(read.details, null),
        aim: { do: 'correct', id },
      },
      refused,
    );
  },
});
