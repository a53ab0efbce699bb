import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { test as base } from 'vitest';
import { openBrowser, ready } from './chromium.ts';
import { startProgram, type Program } from './program.ts';

/**
 * A test with the page open as a newcomer sees it. In every test, the page must log no error to the console and send no request to other
 * hosts.
 */
export const test = base
  .extend('environment', { scope: 'file' }, (): NodeJS.ProcessEnv => ({}))
  .extend('program', { scope: 'file' }, async ({ environment }, { onCleanup }): Promise<Program> => {
    const program = await startProgram(environment);
    onCleanup(() => program.end());
    return program;
  })
  .extend('open', { scope: 'worker' }, () => openBrowser)
  .extend('browser', { scope: 'worker' }, async ({ open }, { onCleanup }) => {
    const browser = await open();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('view', (): BrowserContextOptions => ({}))
  .extend('page', async ({ browser, program, view }, { onCleanup }) => {
    const context = await browser.newContext({ locale: 'en-GB', colorScheme: 'dark', ...view });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== program.url) faults.push(`asked for ${request.url()}`);
    });
    await page.goto(program.url);
    await ready(page);
    onCleanup(async () => {
      await context.close();
      if (faults.length > 0) throw new Error(`The page must be silent, but: ${faults.join('\n')}`);
    });
    return page;
  });

/** The message box. */
export const messageBox = (page: Page): Locator => page.getByRole('combobox', { name: 'Message #newsroom' });

/** The last message of the channel. */
export const lastMessage = (page: Page): Locator => page.locator('.messages > .message').last();

/** Where a command is filled in. */
export const field = (page: Page, option: string): Locator =>
  page.locator('.command-line').getByRole('combobox', { name: option, exact: true });

/** Pastes a whole line into the message box and sends it. The space marks the end of a command's name. */
export async function enter(page: Page, text: string): Promise<void> {
  await messageBox(page).fill(`${text} `);
  await page.keyboard.press('Enter');
}

/** Sends a line. Returns the message that answers it. */
export const ask = (page: Page, text: string): Promise<Locator> => answerTo(page, () => enter(page, text));

/** The bot's first message with an id that is not in `before`. */
export async function nextAnswer(page: Page, before: readonly string[]): Promise<Locator> {
  const seen = before.map((id) => `:not(#${id})`).join('');
  const answer = page.locator(`.messages > .message[id]${seen}:has(> .body > .head .tag)`).first();
  await answer.waitFor();
  return page.locator(`#${await answer.getAttribute('id')}`);
}

/** Does something, and waits for the bot's message in response. */
export async function answerTo(page: Page, act: () => Promise<void>): Promise<Locator> {
  const before = await page.locator('.messages > .message[id]').evaluateAll((all) => all.map(({ id }) => id));
  await act();
  return nextAnswer(page, before);
}

/** Plays as a member or as an editor. */
export async function playAs(page: Page, role: 'Member' | 'Editor'): Promise<void> {
  await page.getByText(role, { exact: true }).last().click();
  await page.locator('.me-role', { hasText: role }).waitFor();
}
