import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { articleForm } from '../../src/desk/forms/article-form.ts';
import { FORM_AIMS } from '../../src/desk/forms/form-aim.ts';
import { detailsForm } from '../../src/desk/forms/details-form.ts';
import { DRAFT_FILE, readDraft } from '../../src/desk/forms/draft.ts';
import { AskerError } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';

/** Reopens a refused form with its input, which is read from the file attached to the refusal. */
export default defineAction({
  name: 'again',
  args: z.union([
    z.tuple([z.literal('details'), z.string().min(1).max(80)]),
    z.tuple([z.enum(FORM_AIMS)]),
    z.tuple([z.enum(FORM_AIMS), z.string().min(1).max(80)]),
  ]),
  editorsOnly: true,
  async run([form, id], desk, asker, { attachments = [] }) {
    const file = attachments.find(({ name }) => name === DRAFT_FILE);
    if (!file || !desk.textOfFile) throw new AskerError(say('form.draft-gone'));
    const typed = readDraft(await desk.textOfFile(file));
    if (form === 'details') return { modal: detailsForm(id, typed) };
    return { modal: articleForm(form, id, { typed, here: asker.channels?.[0] }) };
  },
});
