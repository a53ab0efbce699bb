import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import { OPTION, slashCommands, type Slash } from '../../src/rehearsal/page/slash.js';
import type { PageCommand, Option } from '../../src/rehearsal/view.ts';
import { deskOver, seedArticle } from '../support/desk.ts';
import { answerTo, enter, messageBox, playAs, test } from './stage.ts';

const desk = await deskOver([await seedArticle()]);
/** The types of message commands. */
const ON_MESSAGE = 3;
const all = slashCommands(commands.map(({ data }) => data as PageCommand));

/** The first example of a command in help; undefined when it has none. */
const exampleOf = ({ path, name }: Slash): string | undefined =>
  commands
    .find(({ data }) => data.name === name)
    ?.examples?.(desk)
    .find((example) => example === `/${path}` || example.startsWith(`/${path} `));

/** Fills in a required option without an example: the first choice, or else a word. */
async function fill(page: Page, { name, type }: Option): Promise<void> {
  const input = page.locator('.option', { hasText: name }).locator('input');
  if (type === OPTION.attachment) {
    const text = Buffer.from('A headline\n\nA sentence of a new article.\n');
    return input.setInputFiles({ name: 'article.txt', mimeType: 'text/plain', buffer: text });
  }
  await input.focus();
  await page.locator('.hint', { hasText: name }).waitFor();
  const choice = page.getByRole('option').first();
  if ((await choice.count()) > 0) await choice.click();
  else await input.fill(type === OPTION.integer ? '1' : 'SenseTime');
}

/** Runs a command. Returns what is wrong with the result, if anything. */
async function tryOut(page: Page, slash: Slash): Promise<string | undefined> {
  const example = exampleOf(slash);
  const answered = await answerOrForm(page, async () => {
    if (example !== undefined) return enter(page, example);
    await messageBox(page).fill(`/${slash.path} `);
    await page.locator('.command-name').waitFor();
    for (const option of slash.options) if (option.required) await fill(page, option);
    await page.getByRole('button', { name: 'Send' }).click();
  });
  if (answered === 'a form') {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    return undefined;
  }
  const text = await answered.innerText();
  const used = await answered.locator('.used').innerText();
  if (used !== `/${slash.path}`) return `answers ${used}`;
  return /cannot be run like that|not your fault/u.test(text) || text.length < 20 ? text : undefined;
}

test('every command runs from the composer with its example or its required options', async ({ page }) => {
  await playAs(page, 'Editor');
  const wrong: string[] = [];
  for (const slash of all) {
    const fault = await tryOut(page, slash).catch(String);
    if (fault !== undefined) wrong.push(`/${slash.path}: ${fault}`);
  }
  expect(all.length).toBeGreaterThan(15);
  expect(wrong).toEqual([]);
});

/** Message commands. */
const onMessages = commands
  .map(({ data }) => data as PageCommand)
  .filter(({ type }) => type === ON_MESSAGE)
  .map(({ name }) => name);

test('every message command runs from a message’s menu, and names that message', async ({ page }) => {
  await playAs(page, 'Editor');
  const said = 'SenseTime just raised $600 million.';
  await enter(page, said);
  const message = page.locator('.messages > .message', { hasText: said }).first();
  for (const name of onMessages) {
    await message.getByText(said).click({ button: 'right' });
    const answered = await answerOrForm(page, () => page.getByRole('menuitem', { name }).click());
    if (answered === 'a form') {
      await page.keyboard.press('Escape');
      continue;
    }
    expect(await answered.locator('.used').innerText()).toBe(name);
    expect(await answered.locator('.above-text').innerText()).toBe(said);
    expect(await answered.innerText()).not.toMatch(/cannot be run like that|not your fault/u);
  }
  expect(onMessages.length).toBeGreaterThan(0);
});

/** The result of an action: the message that answers it, or a form. */
async function answerOrForm(page: Page, act: () => Promise<void>) {
  const form = page
    .getByRole('dialog')
    .waitFor()
    .then(() => 'a form' as const);
  const answer = answerTo(page, act);
  return Promise.any([form, answer]);
}
