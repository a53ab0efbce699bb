import { expect } from 'vitest';
import { answerTo, enter, playAs, test } from './stage.ts';

test('a form takes a file and a choice; refused, it comes back filled in; each detail has a field', async ({
  page,
}) => {
  await playAs(page, 'Editor');
  await enter(page, '/article add');
  const form = page.getByRole('dialog', { name: 'Add an article' });
  await form.waitFor();
  await form.getByLabel('Headline').fill('Tunnel opens');
  const [radio, words] = await Promise.all([
    form.getByLabel('Only in this channel').boundingBox(),
    form.getByText('Only in this channel').evaluate((label) => {
      const range = document.createRange();
      range.selectNodeContents(label);
      return range.getClientRects()[1]?.left ?? 0;
    }),
  ]);
  // The words stand beside what they choose, and the buttons are in sight however long the form is.
  expect(words - (radio?.x ?? 0)).toBeLessThan(32);
  const foot = await form.getByRole('button', { name: 'Submit' }).boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 0);
  await form.getByText('Only in this channel').click();
  const refused = await answerTo(page, () => form.getByRole('button', { name: 'Submit' }).click());
  expect(await refused.innerText()).toContain('without a text or a file');

  await refused.getByRole('button', { name: 'Open the form again' }).click();
  await form.waitFor();
  expect(await form.getByLabel('Headline').inputValue()).toBe('Tunnel opens');
  expect(await form.getByLabel('Only in this channel').isChecked()).toBe(true);
  const buffer = Buffer.from('The harbour tunnel in Esbjerg opened on Friday. It took nine years.');
  await form.getByLabel('Or a file').setInputFiles({ name: 'tunnel.txt', mimeType: 'text/plain', buffer });
  const added = await answerTo(page, () => form.getByRole('button', { name: 'Submit' }).click());
  await added.getByText('Added “Tunnel opens”').waitFor();
  expect(await added.innerText()).toMatch(/To be quoted only in #newsroom/u);

  await added.getByRole('button', { name: 'Details …' }).click();
  const details = page.getByRole('dialog', { name: 'Details of the article' });
  await details.getByLabel('Date').fill('4 March 2026');
  await details.getByLabel('Language').selectOption('Dansk');
  const changed = await answerTo(page, () => details.getByRole('button', { name: 'Submit' }).click());
  await changed.getByText('2026-03-04 · da').waitFor();
});
