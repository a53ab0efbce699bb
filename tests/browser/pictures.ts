import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, ready } from './chromium.ts';
import { startProgram } from './program.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs');
const SIZE = { width: 1180, height: 780 };

/** Asks in the channel, and waits until the answer and its pictures are there. */
async function ask(page: Page, line: string): Promise<void> {
  const messages = page.locator('.messages > .message[id]');
  const before = await messages.count();
  await page.locator('#message-box').fill(`${line} `);
  await page.keyboard.press('Enter');
  await messages.nth(before).waitFor();
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
}

/** The README's pictures: an answer in the dark theme, and a chart in the light one. */
const PICTURES = [
  { name: 'answer', theme: 'dark', lines: ['/valuation company:SenseTime'], focus: '.container' },
  { name: 'timeline', theme: 'light', lines: ['/timeline topic:SenseTime'], focus: '.gallery' },
] as const;

await mkdir(FOLDER, { recursive: true });
const program = await startProgram();
const browser = await openBrowser();
for (const { name, theme, lines, focus } of PICTURES) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: theme, locale: 'en-GB' });
  await page.goto(program.url);
  await ready(page);
  for (const line of lines) await ask(page, line);
  await page.locator('.messages > .message').last().locator(focus).first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.close();
}
await browser.close();
await program.end();
process.stdout.write(`${PICTURES.map(({ name }) => join('docs', `${name}.png`)).join('\n')}\n`);
