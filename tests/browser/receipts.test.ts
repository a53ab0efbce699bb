import { describe, expect } from 'vitest';
import { ready } from './chromium.ts';
import { freePort, startProgram } from './program.ts';
import { ask, test } from './stage.ts';

const RECEIPT = '/r/sensetime-alibaba-round.r1.s4';

describe('the page of a quote', () => {
  test('shows the quote marked in its paragraph, in both themes and on a phone', async ({
    page,
    program,
  }) => {
    await page.goto(`${program.url}${RECEIPT}`);
    const mark = page.locator('mark');
    expect(await mark.innerText()).toContain('more than 3 billions');
    const colours = () =>
      mark.evaluate((element) => {
        const { backgroundColor, color } = getComputedStyle(element);
        return [backgroundColor, color];
      });
    const dark = await colours();
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await colours()).not.toEqual(dark);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const picture = await page.request.get(`${program.url}${RECEIPT}.png`);
    expect(picture.headers()['content-type']).toBe('image/png');
    expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG');
    expect((await page.request.get(`${program.url}/r/no-such-article.r1.s1`)).status()).toBe(404);
  });
});

test('is linked from answers when PUBLIC_URL is set, and survives a restart', async ({ browser }) => {
  const port = String(await freePort());
  const base = `http://127.0.0.1:${port}`;
  const environment = { PUBLIC_URL: base, PUBLIC_PORT: port };
  const first = await startProgram(environment);
  const page = await (await browser.newContext()).newPage();
  await page.goto(first.url);
  await ready(page);
  const answer = await ask(page, '/ask question:Who led the round?');
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    answer.getByRole('link', { name: 'Read' }).first().click(),
  ]);
  await opened.locator('mark').waitFor();
  expect(opened.url()).toMatch(new RegExp(`^${base}/r/sensetime-alibaba-round\\.r1\\.s\\d+$`, 'u'));
  expect((await page.request.get(`${base}/`)).status()).toBe(404);
  expect((await page.request.post(`${base}/api/channel`)).status()).toBe(405);
  await first.end();
  const second = await startProgram(environment);
  await opened.reload();
  expect(await opened.locator('mark').count()).toBe(1);
  await page.context().close();
  await second.end();
});
