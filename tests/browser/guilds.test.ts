import { describe, expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import { ask, enter, lastMessage, messageBox, playAs, test } from './stage.ts';

describe('a member and an editor', () => {
  test('are switched by keyboard, and each sees only their own commands', async ({ page }) => {
    const seen = async () => {
      await messageBox(page).fill('/');
      const names = await page.locator('.choice-name').allInnerTexts();
      await messageBox(page).fill('');
      return new Set(names.map((name) => name.slice(1).split(' ', 1).join('')));
    };
    const slash = commands.filter(({ data }) => 'description' in data);
    const asMember = await seen();
    for (const { data, editorsOnly } of slash) expect(asMember.has(data.name)).toBe(!editorsOnly);
    await page.getByRole('radio', { name: 'Member' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.me-name', { hasText: 'Edda' }).waitFor();
    const editor = page.getByRole('radio', { name: 'Editor' });
    await expect.poll(() => editor.evaluate((input) => input === document.activeElement)).toBe(true);
    const asEditor = await seen();
    expect(asEditor).toEqual(new Set(slash.map(({ data }) => data.name)));
  });

  test('do not see each other’s private replies, and a member cannot delete an editor’s reply', async ({
    page,
  }) => {
    const hidden = await ask(page, '/ask question:Who led the round? hide:true');
    const id = await hidden.getAttribute('id');
    await playAs(page, 'Editor');
    expect(await page.locator(`#${id}`).count()).toBe(0);
    const shared = await ask(page, '/ask question:Who led the round?');
    await playAs(page, 'Member');
    expect(await page.locator(`#${id}`).count()).toBe(1);
    await page
      .locator(`#${await shared.getAttribute('id')}`)
      .getByRole('button', { name: 'Delete' })
      .click();
    await lastMessage(page).locator('.footer').waitFor();
    expect(await lastMessage(page).innerText()).toMatch(/Only|ask/u);
    expect(await page.locator(`#${await shared.getAttribute('id')}`).count()).toBe(1);
  });
});

describe('two servers', () => {
  test('share nothing, and each keeps its messages', async ({ page }) => {
    await enter(page, 'said in the first');
    await lastMessage(page).getByText('said in the first').waitFor();
    await page.getByRole('button', { name: 'Night Desk' }).click();
    await page.getByRole('heading', { name: 'Night Desk' }).waitFor();
    expect(await page.getByText('said in the first').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Night Desk' }).getAttribute('aria-current')).toBe('true');
    await page.getByRole('button', { name: 'Morning Edition' }).click();
    await page.getByText('said in the first').waitFor();
  });
});
