import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { ready } from './chromium.ts';
import { startProgram } from './program.ts';
import { answerTo, ask, enter, field, messageBox, nextAnswer, playAs, test } from './stage.ts';

const TEXT = 'Ferrow raised 40 million euros on Friday. It plans a plant in Esbjerg. The weather was fine.';

/** An editor fills in the form with an article's text, and sees what comes of it. */
async function submit(page: Page, command: string, dialog: string, text: string): Promise<void> {
  await enter(page, command);
  const form = page.getByRole('dialog', { name: dialog });
  await form.getByLabel('Headline').fill('Ferrow grows');
  await form.getByLabel('Text', { exact: true }).fill(text);
  await form.getByRole('button', { name: 'Submit' }).click();
  await page
    .getByText(/^(?:Added|Corrected, now revision \d:) “Ferrow grows”/u)
    .last()
    .waitFor();
}

/** A message of the bot's own with these words: it answers nothing. */
async function untilTold(page: Page, words: string): Promise<Locator> {
  const message = page.locator('.messages > .message:not(:has(.above))', { hasText: words }).first();
  await message.waitFor();
  return message;
}

test('a channel and a person follow something, and are told of a new article and of its correction', async ({
  page,
}) => {
  const mine = await ask(page, '/follow add topic topic:Esbjerg privately:True');
  expect(await mine.innerText()).toContain('From now on you are told');
  const refused = await ask(page, '/follow add company company:Ferrow');
  expect(await refused.innerText()).toContain('decided by editors');

  await playAs(page, 'Editor');
  const followed = await ask(page, '/follow add company company:Ferrow');
  expect(await followed.innerText()).toMatch(/From now on #newsroom is told/u);
  await submit(page, '/article add', 'Add an article', TEXT);
  const told = await untilTold(page, 'New about Ferrow');
  expect(await told.locator('blockquote').first().innerText()).toBe(
    'Ferrow raised 40 million euros on Friday.',
  );
  expect(await told.innerText()).not.toContain('weather');

  await submit(
    page,
    '/article correct article:ferrow-grows',
    'Correct the article',
    TEXT.replace('40', '45'),
  );
  const corrected = await untilTold(page, 'Corrected about Ferrow');
  expect(await corrected.locator('blockquote').first().innerText()).toContain('45 million');
  // What was posted before is corrected where it stands.
  await told.locator('s', { hasText: '40' }).waitFor();

  await playAs(page, 'Member');
  const alone = await untilTold(page, 'New about Esbjerg');
  expect(await alone.innerText()).toContain('It plans a plant in Esbjerg.');
  expect(await alone.innerText()).toContain('Only you can see this');
  const list = await ask(page, '/follow list');
  expect(await list.innerText()).toMatch(/company Ferrow[^]*topic Esbjerg/u);
  await messageBox(page).fill('/follow remove ');
  await field(page, 'what').fill('Esb');
  await page.getByRole('option', { name: /Esbjerg/u }).click();
  const removed = await answerTo(page, () => page.getByRole('button', { name: 'Send' }).click());
  expect(await removed.innerText()).toContain('no longer followed');
});

/** The clock of the program, so many hours ahead of that of the machine. */
const ahead = (hours: number): string =>
  `data:text/javascript,${encodeURIComponent(
    `const Real = Date; globalThis.Date = class extends Real {
       constructor(...given) { given.length > 0 ? super(...given) : super(Real.now() + ${hours * 3_600_000}); }
       static now() { return Real.now() + ${hours * 3_600_000}; } };`,
  )}`;

test('a digest is set, shown, and posted once at its hour, after a restart too', async ({ browser }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pullquote-digest-'));
  const first = await startProgram({ DATA_DIR: dataDir });
  const page = await (await browser.newContext()).newPage();
  await page.goto(first.url);
  await ready(page);
  await playAs(page, 'Editor');
  const none = await ask(page, '/digest show');
  expect(await none.innerText()).toContain('No channel has a digest yet');
  const set = await ask(page, '/digest daily hour:8 timezone:Europe/Berlin');
  expect(await set.innerText()).toContain('A digest is posted in #newsroom each day at 8:00, Europe/Berlin.');
  await submit(page, '/article add', 'Add an article', TEXT);
  await ask(page, '/ask question:Did Volkswagen recall zebras?');
  const now = await ask(page, '/digest show');
  expect(await now.innerText()).toMatch(/1 new article:[^]*Ferrow raised 40 million euros on Friday\./u);
  expect(await now.innerText()).toContain('Did Volkswagen recall zebras?');
  await first.end();

  const nextDay = await startProgram({ DATA_DIR: dataDir, NODE_OPTIONS: `--import=${ahead(24)}` });
  await page.goto(nextDay.url);
  await ready(page);
  const posted = await nextAnswer(page, []);
  expect(await posted.innerText()).toMatch(
    /Daily digest[^]*1 new article:[^]*Ferrow grows[^]*Did Volkswagen recall zebras\?/u,
  );
  await nextDay.end();

  const hourLater = await startProgram({ DATA_DIR: dataDir, NODE_OPTIONS: `--import=${ahead(25)}` });
  await page.goto(hourLater.url);
  await ready(page);
  await playAs(page, 'Editor');
  await ask(page, '/digest show');
  expect(await page.getByText('Daily digest').count()).toBe(0);
  const off = await ask(page, '/digest off');
  expect(await off.innerText()).toContain('No digest is posted in #newsroom any more.');
  await hourLater.end();
  await page.context().close();
  await rm(dataDir, { recursive: true, force: true });
});
