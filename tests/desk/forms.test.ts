import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleForm } from '../../src/desk/forms/article-form.ts';
import { detailsForm } from '../../src/desk/forms/details-form.ts';
import { readDraft, textOf, writeDraft } from '../../src/desk/forms/draft.ts';
import { modalData } from '../../src/discord/modal.ts';

const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });

test('a form’s values are read back unchanged from its file', () => {
  fc.assert(
    fc.property(typed, typed, typed, (headline, details, text) => {
      const fields = { headline, details, text };
      expect(readDraft(writeDraft(fields))).toEqual({ ...fields, text: textOf(fields) });
    }),
  );
});

test('a file without a form’s details is read as text', () => {
  expect(readDraft('Just a text.')).toEqual({ text: 'Just a text.' });
  expect(readDraft('---\nheadline: "A"\nno line\nbyline: A. Writer\n---\nText')).toEqual({
    headline: 'A',
    text: 'Text',
  });
});

test('every form is within Discord’s limits, whatever its initial values', () => {
  const paragraph = 'word '.repeat(700).trim();
  for (const aim of ['add', 'correct', 'restore'] as const)
    for (const text of ['', paragraph, `${paragraph}\n\n${paragraph}`, Array(3).fill(paragraph).join('\n\n')])
      for (const details of [undefined, 'byline: A. Writer']) {
        const start = { headline: 'h'.repeat(2000), text, ...(details && { details }) };
        const form = articleForm(aim, 'an-article', { typed: start, here: '1' });
        expect(form.fields).toHaveLength(5);
        expect(form.fields.some(({ name }) => name === 'details')).toBe(details !== undefined);
        modalData(form);
      }
  for (const language of [undefined, 'en', 'gsw-CH', '-'])
    modalData(detailsForm('an-article', { ...(language && { language }), byline: 'x'.repeat(5000) }));
});
