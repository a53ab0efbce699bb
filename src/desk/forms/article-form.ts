import { AskerError } from '../../reply/error-reply.ts';
import type { Field, Modal } from '../../reply/response.ts';
import { writeDetails, type Details } from './article-input.ts';

/** What is done with the text of a form. */
export const FORM_AIMS = ['add', 'correct', 'restore'] as const;
export type FormAim = (typeof FORM_AIMS)[number];

/** Discord's limit for one field; a text may go on in the next. Characters. */
const PART_MAX = 4000;
const PARTS = ['text', 'text2', 'text3'] as const;
const TITLES: Readonly<Record<FormAim, string>> = {
  add: 'Add an article',
  correct: 'Correct the article',
  restore: 'Restore the article',
};

/**
 * A form for an article's text. Throws {@link AskerError} when the text that it is to begin with does not fit; files
 * take any length.
 */
export function articleForm(
  aim: FormAim,
  id: string | undefined,
  before: Readonly<{ headline?: string | undefined; text?: string; details: Details }>,
): Modal {
  const parts = partsOf(before.text ?? '');
  if (!parts)
    throw new AskerError(
      `This text is too long for a form (${(before.text ?? '').length.toLocaleString('en-US')} characters): attach the new text with the option “file”.`,
    );
  const long = (name: string, label: string, required: boolean, at: number): Field => ({
    name,
    label,
    style: 'paragraph',
    required,
    max: PART_MAX,
    ...(parts[at] !== undefined && { value: parts[at] }),
  });
  return {
    title: TITLES[aim],
    action: 'text',
    args: [aim, ...(id === undefined ? [] : [id])],
    fields: [
      {
        name: 'headline',
        label: 'Headline',
        style: 'short',
        required: false,
        max: 1000,
        placeholder: 'When left out, the first line of the text',
        ...(before.headline !== undefined && { value: before.headline }),
      },
      long('text', 'Text', true, 0),
      long('text2', 'Text, continued', false, 1),
      long('text3', 'Text, continued', false, 2),
      {
        name: 'details',
        label: 'Byline, publisher, date, url, language …',
        style: 'paragraph',
        required: false,
        max: PART_MAX,
        placeholder: 'byline: A. Writer',
        value: writeDetails(before.details),
      },
    ],
  };
}

/** The text of a form that was filled in: its parts as paragraphs. */
export const textOf = (fields: Readonly<Record<string, string>>): string =>
  PARTS.map((name) => fields[name] ?? '')
    .filter((part) => part.trim() !== '')
    .join('\n\n');

/** A text in parts that {@link textOf} puts together again; undefined when it does not fit. */
function partsOf(text: string): string[] | undefined {
  const parts: string[] = [];
  for (const paragraph of text.trim().split('\n\n')) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + 2 + paragraph.length <= PART_MAX)
      parts[parts.length - 1] = `${last}\n\n${paragraph}`;
    else parts.push(paragraph);
  }
  return parts.length <= PARTS.length && parts.every((part) => part.length <= PART_MAX) ? parts : undefined;
}
