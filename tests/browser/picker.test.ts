import { describe, expect } from 'vitest';
import { lastMessage, messageBox, test } from './stage.ts';

describe('the command picker, by keyboard', () => {
  test('opens with a slash; arrows move, Enter takes, a required option waits, Enter runs', async ({
    page,
  }) => {
    await page.keyboard.type('/');
    const choices = page.getByRole('listbox').getByRole('option');
    expect(await choices.count()).toBeGreaterThan(10);
    expect(await choices.nth(0).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await choices.nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'question' }).waitFor();
    await page.keyboard.type('Who led the round?');
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('led by Alibaba').waitFor();
    expect(await lastMessage(page).locator('.above').innerText()).toMatch(/Mia\s*used\s*\/ask/u);
    expect(await messageBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
  });
});
