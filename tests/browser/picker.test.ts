import { describe, expect } from 'vitest';
import { ask, field, lastMessage, messageBox, test } from './stage.ts';

describe('the command picker, by keyboard', () => {
  test('opens with a slash; arrows cycle, Enter selects', async ({ page }) => {
    await page.keyboard.type('/');
    const choices = page.getByRole('option');
    const count = await choices.count();
    expect(count).toBeGreaterThan(10);
    const chosen = () => page.getByRole('option', { selected: true }).locator('.choice-name').innerText();
    expect(await chosen()).toBe('/ask');
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe('/who-invested');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await messageBox(page).getAttribute('aria-activedescendant')).toBe(`choice-${count - 1}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await field(page, 'question').waitFor();
    await page.keyboard.type('Who led the round?');
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('led by Alibaba').waitFor();
    expect(await lastMessage(page).locator('.above').innerText()).toMatch(/Mia\s*used\s*\/ask/u);
    expect(await messageBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
  });

  test('narrows as a name is typed; Tab selects, Escape closes, Backspace goes back', async ({ page }) => {
    await page.keyboard.type('/tim');
    expect(await page.getByRole('option').first().innerText()).toContain('/timeline');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    expect(await messageBox(page).inputValue()).toBe('/tim');
    await page.keyboard.type('e');
    await page.keyboard.press('Tab');
    await field(page, 'topic').waitFor();
    await page.keyboard.press('Backspace');
    expect(await messageBox(page).inputValue()).toBe('/timeline');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('/nothing-like-it');
    await page.getByText('There is no command like /nothing-like-it').waitFor();
  });

  test('does not run a command without its required options, and names them', async ({ page }) => {
    await messageBox(page).fill('/ask ');
    await page.keyboard.press('Enter');
    const option = field(page, 'question');
    await page.getByText('This option is required. Specify a value.').first().waitFor();
    expect(await option.getAttribute('aria-invalid')).toBe('true');
    expect(await option.getAttribute('aria-required')).toBe('true');
    expect(await page.getByRole('status').innerText()).toContain('question: This option is required');
    await page.keyboard.type('W');
    expect(await option.getAttribute('aria-invalid')).toBe('false');
    await page.keyboard.press('Escape');
    expect(await messageBox(page).inputValue()).toBe('');
  });

  test('offers optional options with descriptions, and only yes or no for a Boolean', async ({ page }) => {
    await messageBox(page).fill('/ask Who led the round?');
    await field(page, 'question').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^hide/u }).click();
    await field(page, 'hide').waitFor();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['True', 'False']);
    await page.keyboard.type('perhaps');
    await page.keyboard.press('Enter');
    await page.getByText('Choose one of: True, False.').first().waitFor();
    await field(page, 'hide').fill('tr');
    await page.getByRole('option', { name: 'True' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('Only you can see this').waitFor();
  });

  test('completes an article as it is typed; the newest list wins, and the choice is sent', async ({
    page,
  }) => {
    await messageBox(page).fill('/summary ');
    await field(page, 'article').pressSequentially('alib');
    const choice = page.getByRole('option', { name: /^Alibaba just led/u });
    await choice.waitFor();
    await page.keyboard.press('Enter');
    expect(await field(page, 'article').inputValue()).toMatch(/^Alibaba just led/u);
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('SenseTime, a Chinese startup').first().waitFor();
  });

  test('runs an example of the first message with one click', async ({ page }) => {
    const examples = page.locator('.examples button');
    expect(await examples.count()).toBe(4);
    const [first = ''] = await examples.allInnerTexts();
    await examples.first().click();
    const path = first.split(' ')[0] ?? '';
    await lastMessage(page).locator('.used', { hasText: path }).waitFor();
  });

  test('reports an invalid date to the asker alone', async ({ page }) => {
    const answer = await ask(page, '/ask question:Who led the round? from:yesterday');
    expect(await answer.innerText()).toMatch(/from: must be a date/u);
    expect(await answer.locator('.footer').innerText()).toContain('Only you can see this');
  });
});
