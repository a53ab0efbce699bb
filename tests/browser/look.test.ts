import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ready } from './chromium.ts';
import { ask, lastMessage, messageBox, test } from './stage.ts';

const theme = (page: Page) => page.locator('html').getAttribute('data-theme');

test('the theme follows the system until it is switched, and the choice survives a reload', async ({
  page,
}) => {
  expect(await theme(page)).toBe('dark');
  const background = () => page.locator('.chat').evaluate((chat) => getComputedStyle(chat).backgroundColor);
  const dark = await background();
  await page.getByRole('button', { name: 'Light theme' }).click();
  expect(await theme(page)).toBe('light');
  expect(await background()).not.toBe(dark);
  await page.reload();
  await ready(page);
  expect(await theme(page)).toBe('light');
  expect(await page.getByRole('button', { name: 'Light theme' }).getAttribute('aria-pressed')).toBe('true');
});

describe('360 pixels wide', () => {
  test.override('view', { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

  /** How far the page, or anything in it, extends past the right edge. Pixels. */
  const standsOut = (page: Page): Promise<number> =>
    page.evaluate(() =>
      Math.max(
        document.documentElement.scrollWidth - innerWidth,
        ...['#scroll', '.composer', '.popup', '.container'].flatMap((name) =>
          [...document.querySelectorAll(name)].map((element) => element.scrollWidth - element.clientWidth),
        ),
      ),
    );

  test('nothing scrolls sideways', async ({ page }) => {
    expect(await standsOut(page)).toBeLessThanOrEqual(0);
    for (const line of [
      '/ask question:Who led the round?',
      '/timeline topic:SenseTime',
      '/figures ',
      '/help ',
    ]) {
      await ask(page, line);
      expect(await standsOut(page)).toBeLessThanOrEqual(0);
    }
    await messageBox(page).fill('/');
    expect(await standsOut(page)).toBeLessThanOrEqual(0);
    await messageBox(page).fill('/ask question:Who? from:2017-01-01 to:2018-01-01 hide:true');
    expect(await standsOut(page)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await messageBox(page).fill('w'.repeat(300));
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('www').waitFor();
    expect(await standsOut(page)).toBeLessThanOrEqual(0);
  });

  test('servers and people open and close with a button', async ({ page }) => {
    const editor = page.getByText('Editor', { exact: true });
    expect(await editor.isVisible()).toBe(false);
    const open = page.getByRole('button', { name: 'Servers and people' });
    await open.click();
    expect(await open.getAttribute('aria-expanded')).toBe('true');
    await editor.click();
    await page.locator('.me-name', { hasText: 'Edda' }).waitFor({ state: 'attached' });
    await expect.poll(() => open.getAttribute('aria-expanded')).toBe('false');
    await open.click();
    await page.keyboard.press('Escape');
    expect(await open.getAttribute('aria-expanded')).toBe('false');
  });

  test('a message can be answered without hovering', async ({ page }) => {
    const answer = await ask(page, '/ask question:Who led the round?');
    await answer.getByRole('button', { name: 'Message actions' }).tap();
    await page.getByRole('menuitem', { name: 'Reply' }).tap();
    await page.getByText('Replying to Pullquote').waitFor();
  });
});
