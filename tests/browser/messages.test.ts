import { describe, expect } from 'vitest';
import { answerTo, ask, enter, lastMessage, messageBox, test } from './stage.ts';

const QUESTION = '/ask question:Who led the round?';

describe('an answer looks as in Discord', () => {
  test('with the asker and command, the APP tag, an accent bar, and a button beside each quote', async ({
    page,
  }) => {
    const answer = await ask(page, QUESTION);
    expect(await answer.locator('.above').innerText()).toMatch(/Mia\s*used\s*\/ask/u);
    expect(await answer.locator('.head').innerText()).toMatch(/^Pullquote\s*APP\s*\d\d:\d\d$/u);
    const bar = await answer
      .locator('.container')
      .evaluate((box) => getComputedStyle(box, '::before').backgroundColor);
    expect(bar).toMatch(/^rgb\(/u);
    const section = answer.locator('.section').first();
    const [quote, button] = await Promise.all([
      section.locator('blockquote').boundingBox(),
      section.getByRole('button', { name: 'Context' }).boundingBox(),
    ]);
    expect(button?.x).toBeGreaterThan((quote?.x ?? 0) + (quote?.width ?? 0));
  });

  test('messages of one author are grouped, and a new one scrolls into view', async ({ page }) => {
    for (const word of ['one', 'two', 'three', 'four']) {
      await enter(page, `this is ${word}`);
      await lastMessage(page).getByText(`this is ${word}`).waitFor();
    }
    expect(await lastMessage(page).getAttribute('data-follows')).toBe('');
    expect(await lastMessage(page).locator('.head .author').count()).toBe(0);
    const left = () =>
      page.locator('#scroll').evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    expect(await left()).toBeLessThan(2);
    const long = await ask(page, '/timeline topic:SenseTime');
    // A message that does not fit is shown from its beginning, even after its picture loads.
    await expect
      .poll(() =>
        long
          .locator('img')
          .last()
          .evaluate((image) => (image as HTMLImageElement).complete),
      )
      .toBe(true);
    const top = (await page.locator('#scroll').boundingBox())?.y ?? 0;
    expect((await long.boundingBox())?.y).toBeCloseTo(top, -1);
  });
});

describe('buttons', () => {
  test('every button of an answer works, and private replies can be dismissed', async ({ page }) => {
    const answer = await ask(page, QUESTION);
    const names = await answer.getByRole('button').allInnerTexts();
    expect(names).toEqual(expect.arrayContaining(['Context', 'Copy exact', 'Card', 'Not helpful', 'Delete']));

    const context = await answerTo(page, () =>
      answer.getByRole('button', { name: 'Context' }).first().click(),
    );
    expect(await context.locator('.above-text').innerText()).not.toBe('');
    expect(await context.locator('.footer').innerText()).toContain('Only you can see this');
    await context.getByRole('button', { name: 'Dismiss message' }).click();
    await context.waitFor({ state: 'detached' });

    const copy = await answerTo(page, () => answer.getByRole('button', { name: 'Copy exact' }).click());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      copy.getByRole('link', { name: 'quote.txt' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('quote.txt');

    const card = await answerTo(page, () => answer.getByRole('button', { name: 'Card' }).click());
    const pictures = card.getByRole('img', { name: /Alibaba/u });
    expect(await pictures.count()).toBe(2);
    await expect
      .poll(() => pictures.evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth)))
      .toEqual([1200, 1080]);

    await answer.getByRole('button', { name: 'Delete' }).click();
    await answer.waitFor({ state: 'detached' });
  });

  test('a form works by keyboard alone; Escape closes it and returns the focus', async ({ page }) => {
    const answer = await ask(page, QUESTION);
    const opener = answer.getByRole('button', { name: 'Not helpful' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Not helpful' });
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await form.waitFor();
    await form.getByRole('button', { name: 'Submit' }).click();
    // The browser asks for required fields; the form stays open.
    expect(await form.isVisible()).toBe(true);
    const thanks = await answerTo(page, async () => {
      await page.keyboard.type('I meant the round of 2016');
      await form.getByRole('textbox').fill('I meant the round of 2016');
      await form.getByRole('button', { name: 'Submit' }).click();
    });
    expect(await thanks.locator('.footer').innerText()).toContain('Only you can see this');
  });
});

describe('without a command', () => {
  test('plain words are a message; a mention, completed as it is typed, is a question', async ({ page }) => {
    await enter(page, 'good **morning**');
    expect(await lastMessage(page).locator('strong').innerText()).toBe('morning');
    await page.keyboard.type('@Pull');
    await page.getByRole('option', { name: 'Pullquote' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Who led the round?');
    const answer = await answerTo(page, () => page.keyboard.press('Enter'));
    expect(await answer.locator('.above').innerText()).toMatch(/Mia[\s\S]*@Pullquote Who led the round\?/u);
    expect(await answer.innerText()).toContain('led by Alibaba');
    expect(await answer.locator('.footer').count()).toBe(0);
  });

  test('a reply to an answer is a follow-up', async ({ page }) => {
    const answer = await ask(page, QUESTION);
    await answer.hover();
    await answer.getByRole('button', { name: 'Reply' }).click();
    await page.getByText('Replying to Pullquote').waitFor();
    const followUp = await ask(page, 'and in July 2017?');
    expect(await followUp.innerText()).toContain('Carried over');
    expect(await page.getByText('Replying to Pullquote').count()).toBe(0);
    await answer.hover();
    await answer.getByRole('button', { name: 'Reply' }).click();
    await messageBox(page).press('Escape');
    expect(await page.getByText('Replying to Pullquote').count()).toBe(0);
  });
});

describe('the menu of a message', () => {
  test('opens by right click or button, moves with arrows, and returns the focus', async ({ page }) => {
    await enter(page, 'SenseTime raised $600 million.');
    const message = lastMessage(page);
    await message.getByText('SenseTime raised').click({ button: 'right' });
    const menu = page.getByRole('menu');
    await menu.waitFor();
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    const more = message.getByRole('button', { name: 'Message actions' });
    await more.focus();
    await page.keyboard.press('Enter');
    await menu.waitFor();
    const focused = () => page.locator(':focus').innerText();
    expect(await focused()).toBe('Reply');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Reply');
    await page.keyboard.press('Escape');
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await menu.getByRole('menuitem', { name: 'Reply' }).click();
    await page.getByText('Replying to Mia').waitFor();
  });
});
