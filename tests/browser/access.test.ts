import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ask, enter, lastMessage, messageBox, test } from './stage.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that axe-core rates serious or worse, with their elements. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

for (const theme of ['dark', 'light'] as const) {
  describe(`axe-core finds nothing serious in the ${theme} theme`, () => {
    test.override('view', { colorScheme: theme });

    test('on a first visit, in a full channel, and in a list, menu and form', async ({ page }) => {
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
      expect(await findings(page)).toEqual([]);
      await enter(page, '**bold** `code` ||spoiler|| <@900000000000000012> https://example.org');
      const answer = await ask(page, '/ask question:Who led the round?');
      await ask(page, '/timeline topic:SenseTime');
      await ask(page, '/ask question:Did Volkswagen recall zebras?');
      expect(await findings(page)).toEqual([]);
      await messageBox(page).fill('/');
      await page.getByRole('option').first().waitFor();
      expect(await findings(page)).toEqual([]);
      await messageBox(page).fill('/ask ');
      await page.keyboard.press('Enter');
      await page.locator('.hint[data-error]').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await lastMessage(page).locator('.author').click({ button: 'right' });
      await page.getByRole('menu').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await answer.getByRole('button', { name: 'Not helpful' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await findings(page)).toEqual([]);
    });
  });
}

/** Makes the next Tab start at the top of the page. */
const toTop = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });

/** The focused element: its name, and whether the focus is visible. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    // For a field in a box, or a choice in a label, the box or label shows the focus.
    const shown = [element, element.closest('.box'), element.closest('.option'), element.closest('label')];
    const focus = getComputedStyle(document.documentElement).getPropertyValue('--focus');
    const colour = document.createElement('i');
    colour.style.color = focus;
    document.body.append(colour);
    const wanted = getComputedStyle(colour).color;
    colour.remove();
    const visible = shown.some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineColor, borderTopColor } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineColor === wanted) || borderTopColor === wanted;
    });
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
    return { tag: element.tagName, name: element instanceof HTMLInputElement ? element.id : name, visible };
  });

describe('with the keyboard alone', () => {
  test('everything can be reached in page order, and the focus is always visible', async ({ page }) => {
    const answer = await ask(page, '/ask question:Who led the round?');
    const buttons = await answer
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? each.textContent));
    await page.reload();
    await page.locator('body[data-ready]').waitFor();
    await toTop(page);
    const way: string[] = [];
    for (let step = 0; step < 400; step += 1) {
      await page.keyboard.press('Tab');
      const { tag, name, visible } = await focused(page);
      if (tag === 'BODY') break;
      expect([name, visible]).toEqual([name, true]);
      way.push(name);
      if (name === 'Send') break;
    }
    expect(way.slice(0, 5)).toEqual([
      'Skip to the message box',
      'MEMorning Edition',
      'NDNight Desk',
      'play-member',
      'Light theme',
    ]);
    for (const name of buttons) expect(way).toContain(name);
    expect(way.slice(-2)).toEqual(['Message #newsroom', 'Send']);
  });

  test('the first Tab offers to skip to the message box', async ({ page }) => {
    await toTop(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await messageBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
  });
});

test('new messages and errors are announced to screen readers', async ({ page }) => {
  const log = page.getByRole('log', { name: 'Messages in #newsroom' });
  const answer = await ask(page, '/ask question:Who led the round? hide:true');
  const name = /^Pullquote answers Mia, who used \/ask, \d\d:\d\d, only you can see this$/u;
  expect(await log.getByRole('article', { name }).last().getAttribute('id')).toBe(
    await answer.getAttribute('id'),
  );
  await messageBox(page).fill('/card ');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('status').innerText()).toMatch(/receipt: This option is required/u);
});
