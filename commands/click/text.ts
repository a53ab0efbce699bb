import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { FORM_AIMS, type FormAim } from '../../src/desk/forms/form-aim.ts';
import { fieldsOfDetails, readDetails, type Details } from '../../src/desk/forms/article-input.ts';
import { textOf, type TypedFields } from '../../src/desk/forms/draft.ts';
import { quotedInput } from '../../src/desk/forms/quoted-field.ts';
import { refusedForm } from '../../src/desk/forms/refused-form.ts';
import { carriedOut } from '../../src/desk/carry-out.ts';
import { type Desk, editorTools } from '../../src/desk/ports.ts';
import type { Order, TextSource } from '../../src/desk/editor-tools.ts';
import type { AttachedFile } from '../../src/desk/options.ts';
import { changedVisibility, type VisibilityInput } from '../../src/desk/forms/visibility-input.ts';
import { AskerError } from '../../src/reply/error-reply.ts';
import { say } from '../../src/reply/say.ts';

/** Handles a form with an article's text. After a refusal, the form can be reopened with its input. */
export default defineAction({
  name: 'text',
  args: z.union([z.tuple([z.literal('add')]), z.tuple([z.enum(FORM_AIMS), z.string().min(1).max(80)])]),
  editorsOnly: true,
  async run([aim, id], desk, asker, { fields: typed, files }) {
    const refused = (error: Error) =>
      refusedForm(error, [aim, ...(id === undefined ? [] : [id])], typed, desk);
    try {
      const source = sourceOf(typed, files?.['file']);
      const details = detailsIn(typed);
      const { channels, embargo } = { ...quotedInput(typed['quoted'], asker.channels?.[0]), ...details };
      const goal = await aimOf(aim, id, { channels, embargo }, desk);
      const headline = typed['headline']?.trim() || undefined;
      // Removing a line removes the detail, but the text of a new article may still contain it.
      const said = details && fieldsOfDetails(details, aim === 'add' ? undefined : null);
      return carriedOut(desk, asker, { source, fields: { headline, ...said }, aim: goal }, refused);
    } catch (error) {
      if (!(error instanceof AskerError)) throw error;
      return refused(error);
    }
  },
});

/** The uploaded file, if any, else the typed text. Throws {@link AskerError} when there is neither. */
function sourceOf(typed: TypedFields, file: AttachedFile | undefined): TextSource {
  if (file) return { from: 'file', name: file.name, url: file.url, type: file.type };
  const text = textOf(typed);
  if (text === '') throw new AskerError(say('form.empty'));
  return { from: 'text', text };
}

/** The details typed as lines; undefined if the form had none. Throws {@link AskerError}. */
function detailsIn({ details }: TypedFields): Details | undefined {
  if (details === undefined) return undefined;
  const read = readDetails(details);
  if ('fault' in read) throw new AskerError(read.fault);
  return read.details;
}

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
