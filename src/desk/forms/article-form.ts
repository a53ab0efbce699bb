import { AskerError } from '../../reply/error-reply.ts';
import type { Said } from '../../reply/reply.ts';
import type { Field, Modal } from '../../reply/response.ts';
import { say } from '../../reply/say.ts';
import { READ_TYPES } from '../options.ts';
import { TEXT_PARTS, type TypedFields } from './draft.ts';
import type { FormAim } from './form-aim.ts';
import { quotedField } from './quoted-field.ts';

/** Discord's limit for one field; longer texts continue in the next. Characters. */
const PART_MAX = 4000;
/** Discord's limit for a form. */
const FIELDS_MAX = 5;
const TITLES: Readonly<Record<FormAim, Said>> = {
  add: say('form.add'),
  correct: say('form.correct'),
  restore: say('form.restore'),
};

/** Initial values of a form: headline, text, and everything that was entered before a refusal. */
export type FormStart = Readonly<{
  typed: TypedFields;
  /** The channel where the form was opened, for articles that may be quoted only there. */
  here?: string | undefined;
}>;

/**
 * A form for an article's text: headline, text or file, and who may quote it; when details are already known, a field with these as
 * lines instead. Throws {@link AskerError} when the initial text does not fit; files may have any length.
 */
export function articleForm(aim: FormAim, id: string | undefined, { typed, here }: FormStart): Modal {
  const parts = partsOf(typed['text'] ?? '');
  if (!parts) throw new AskerError(say('form.too-long', { characters: (typed['text'] ?? '').length }));
  const texts = TEXT_PARTS.slice(0, Math.max(2, parts.length)).map((name, at) =>
    textField(name, at, parts[at]),
  );
  const known = typed['details'] !== undefined;
  const last = known ? detailsField(typed['details'] ?? '') : quotedField(aim, here, typed['quoted']);
  const fields = [headlineField(typed['headline']), ...texts];
  // A long text leaves room for one more field. Known details must not be lost; otherwise a file may be uploaded instead.
  const more = fields.length + 2 <= FIELDS_MAX ? [FILE, last] : [known ? last : FILE];
  return {
    title: TITLES[aim],
    action: 'text',
    args: [aim, ...(id === undefined ? [] : [id])],
    fields: [...fields, ...more],
  };
}

const headlineField = (value = ''): Field => ({
  name: 'headline',
  label: say('form.headline'),
  style: 'short',
  required: false,
  max: 1000,
  placeholder: say('form.headline-hint'),
  value,
});

const textField = (name: string, at: number, value = ''): Field => ({
  name,
  label: at === 0 ? say('form.text') : say('form.text-more'),
  style: 'paragraph',
  required: false,
  max: PART_MAX,
  value,
});

const FILE: Field = {
  name: 'file',
  label: say('form.file'),
  description: say('form.file-hint'),
  style: 'file',
  required: false,
  types: READ_TYPES,
};

const detailsField = (value: string): Field => ({
  name: 'details',
  label: say('form.lines'),
  style: 'paragraph',
  required: false,
  max: PART_MAX,
  placeholder: say('form.lines-hint'),
  value,
});

/** Splits a text between paragraphs into parts that fit into fields; undefined when it does not fit. */
function partsOf(text: string): string[] | undefined {
  const parts: string[] = [];
  for (const paragraph of text.trim().split('\n\n')) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + 2 + paragraph.length <= PART_MAX)
      parts[parts.length - 1] = `${last}\n\n${paragraph}`;
    else parts.push(paragraph);
  }
  return parts.length <= TEXT_PARTS.length && parts.every((part) => part.length <= PART_MAX)
    ? parts
    : undefined;
}
