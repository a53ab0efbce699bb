import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ready } from './chromium.ts';
import { freePort, startProgram } from './program.ts';
import { ask, enter, field, lastMessage, messageBox, playAs, test } from './stage.ts';

/** Opens the page in another tab of the same browser. */
async function anotherTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await ready(tab);
  return tab;
}

const idsOf = (page: Page): Promise<string[]> =>
  page.locator('.messages > .message[id]').evaluateAll((all) => all.map(({ id }) => id));

describe('two tabs', () => {
  test('show each other’s messages, answers, changes and dismissals in the same order', async ({ page }) => {
    const tab = await anotherTab(page);
    await enter(page, 'said in one tab');
    await lastMessage(tab).getByText('said in one tab').waitFor();
    const answer = await ask(page, '/ask question:Who led the round?');
    const id = await answer.getAttribute('id');
    await tab.locator(`#${id}`).getByText('Alibaba').first().waitFor();
    const hidden = await ask(tab, '/ask question:Who led the round? hide:true');
    const hiddenId = await hidden.getAttribute('id');
    await page.locator(`#${hiddenId}`).waitFor();
    expect(await idsOf(page)).toEqual(await idsOf(tab));
    await page.locator(`#${hiddenId}`).getByRole('button', { name: 'Dismiss message' }).click();
    await tab.locator(`#${hiddenId}`).waitFor({ state: 'detached' });
    await tab.locator(`#${id}`).getByRole('button', { name: 'Delete' }).click();
    await page.locator(`#${id}`).waitFor({ state: 'detached' });
    expect(await idsOf(page)).toEqual(await idsOf(tab));
  });

  test('can play different people, who do not see each other’s private replies', async ({ page }) => {
    const tab = await anotherTab(page);
    await playAs(tab, 'Editor');
    const hidden = await ask(page, '/ask question:Who led the round? hide:true');
    await enter(page, 'for all to see');
    await lastMessage(tab).getByText('for all to see').waitFor();
    expect(await tab.locator(`#${await hidden.getAttribute('id')}`).count()).toBe(0);
  });

  test('do not disturb each other’s drafts', async ({ page }) => {
    const tab = await anotherTab(page);
    await messageBox(tab).fill('half a sentence');
    await enter(page, 'meanwhile');
    await lastMessage(tab).getByText('meanwhile').waitFor();
    expect(await messageBox(tab).inputValue()).toBe('half a sentence');
  });
});

test('show the current messages after a restart, and keep their drafts', async ({ browser }) => {
  const port = String(await freePort());
  const first = await startProgram({ PORT: port });
  const page = await (await browser.newContext()).newPage();
  await page.goto(first.url);
  await ready(page);
  await enter(page, 'before the restart');
  await lastMessage(page).getByText('before the restart').waitFor();
  await messageBox(page).fill('still writing');
  await first.end();
  const second = await startProgram({ PORT: port });
  await page.getByText('before the restart').waitFor({ state: 'detached' });
  expect(await messageBox(page).inputValue()).toBe('still writing');
  const other = await anotherTab(page);
  await enter(other, 'after the restart');
  await lastMessage(page).getByText('after the restart').waitFor();
  await page.context().close();
  await second.end();
});

describe('a reload keeps', () => {
  test('the person, channel, draft and the message it replies to', async ({ page }) => {
    await playAs(page, 'Editor');
    await page.getByRole('button', { name: 'Night Desk' }).click();
    await page.getByRole('heading', { name: 'Night Desk' }).waitFor();
    await enter(page, 'the question');
    await lastMessage(page).getByText('the question').waitFor();
    await lastMessage(page).hover();
    await lastMessage(page).getByRole('button', { name: 'Reply' }).click();
    await messageBox(page).fill('an unfinished answer');
    await page.reload();
    await ready(page);
    expect(await page.locator('.me-role').innerText()).toBe('Editor');
    expect(await page.getByRole('heading', { name: 'Night Desk' }).count()).toBe(1);
    expect(await messageBox(page).inputValue()).toBe('an unfinished answer');
    expect(await page.locator('.replying').innerText()).toContain('Edda');
  });

  test('a command with its options', async ({ page }) => {
    await messageBox(page).fill('/ask ');
    await field(page, 'question').fill('Who led article: the round?');
    await page.reload();
    await ready(page);
    expect(await field(page, 'question').inputValue()).toBe('Who led article: the round?');
  });

  test('nothing of one tab for a new tab', async ({ page }) => {
    await playAs(page, 'Editor');
    const tab = await anotherTab(page);
    expect(await tab.locator('.me-role').innerText()).toBe('Member');
  });
});

describe('arrow keys', () => {
  const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

  test('move between the box and the messages', async ({ page }) => {
    for (const word of ['one', 'two', 'three']) {
      await enter(page, `walk ${word}`);
      await lastMessage(page).getByText(`walk ${word}`).waitFor();
    }
    const [one, two, three] = (await idsOf(page)).slice(-3);
    await messageBox(page).focus();
    await page.keyboard.press('ArrowUp');
    expect(await focusedId(page)).toBe(three);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focusedId(page)).toBe(one);
    await page.keyboard.press('ArrowDown');
    expect(await focusedId(page)).toBe(two);
    // After a message, Tab reaches its own buttons.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Reply');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    expect(await focusedId(page)).toBe('message-box');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    expect(await focusedId(page)).toBe((await idsOf(page))[0]);
    await page.keyboard.press('Escape');
    expect(await focusedId(page)).toBe('message-box');
  });

  test('stay in a box with text, and scroll through a long message', async ({ page }) => {
    await page.setViewportSize({ width: 1000, height: 420 });
    await ask(page, '/timeline topic:SenseTime');
    await messageBox(page).fill('words');
    await page.keyboard.press('ArrowUp');
    expect(await focusedId(page)).toBe('message-box');
    await messageBox(page).fill('');
    await page.keyboard.press('ArrowUp');
    const long = await focusedId(page);
    const top = () => page.locator('#scroll').evaluate((box) => box.scrollTop);
    const before = await top();
    await page.keyboard.press('ArrowDown');
    await expect.poll(top).toBeGreaterThan(before);
    expect(await focusedId(page)).toBe(long);
  });
});
