import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { ask, lastMessage, messageBox, playAs, test as newcomer } from './stage.ts';

/** Each is a sentence about zebras, so that one question finds them all. */
const SENTENCES = {
  'T1 a ping': 'Zebras told @everyone and <@&900000000000000041> and <@900000000000000012> to come.',
  'T2 markup':
    'Zebras like **bold** and ~~gone~~ and ||secret|| and `code` and [a link](https://evil.example/x).',
  'T2 Discord’s own':
    'Zebras saw <t:1700000000:R> and </ask:900000000000000001> and <#900000000000000022> today.',
  'T3 addresses': 'Zebras read https://evil.example/page and discord.gg/zebra each morning.',
  'T4 unseen characters': 'Zebras write \u202edesrever\u202c and zero\u200bwidth and bell\u0007 alike.',
  'T5 stacked marks': `Zebras shout a${'\u0301'.repeat(60)} loudly.`,
  HTML: 'Zebras write <script>document.title = "owned"</script> and <img src=x onerror=alert(1)> and &lt;b&gt;.',
};
const UNSEEN = ['\u202e', '\u202c', '\u200b', '\u0007'];
/** The visible form: invisible characters removed, at most three marks on a letter. */
const shown = (text: string): string =>
  UNSEEN.reduce((rest, unseen) => rest.replaceAll(unseen, ''), text).replace(/(\u0301{3})\u0301+/gu, '$1');

const HEADLINE = '@everyone **Zebras** <script>alert(1)</script> [x](https://evil.example)';
const folder = await mkdtemp(join(tmpdir(), 'pullquote-hostile-'));
await writeFile(
  join(folder, 'zebras.txt'),
  `---\nid: zebras\npublisher: "<b>Paper</b> @here"\nbyline: "||A||"\n---\n${HEADLINE}\n\n${Object.values(SENTENCES).join('\n\n')}\n`,
);

// Its own test object: with shared workers, an override here would apply to other files too.
const test = newcomer.extend('environment', { scope: 'file' }, () => ({ ARTICLES_DIR: folder }));
afterAll(() => rm(folder, { recursive: true }));

describe('hostile text in an article', () => {
  test('causes no markup, script or ping in answers, lists, choices, pictures and forms', async ({
    page,
  }) => {
    await playAs(page, 'Editor');
    for (const [threat, sentence] of Object.entries(SENTENCES)) {
      const phrase = sentence.split(' ').slice(0, 2).join(' ');
      const answer = await ask(page, `/quote phrase:${phrase}`);
      const quotes = await answer.locator('blockquote').allTextContents();
      expect({ threat, quotes }).toEqual({ threat, quotes: expect.arrayContaining([shown(sentence)]) });
      for (const quote of await answer.locator('blockquote').all()) {
        const inside = await quote.evaluate((element) =>
          [...element.querySelectorAll('*')].map(({ tagName }) => tagName),
        );
        // We mark words ourselves; a quote contains nothing else.
        expect({ threat, inside: inside.filter((name) => name !== 'STRONG') }).toEqual({
          threat,
          inside: [],
        });
      }
    }
    const list = await ask(page, '/articles ');
    expect(await list.innerText()).toContain(HEADLINE);
    await ask(page, '/summary ');
    expect(await lastMessage(page).innerText()).toContain('<script>');
    await messageBox(page).fill('/summary ');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').first().innerText()).toBe(HEADLINE);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await ask(page, '/card receipt:zebras.r1.s7');
    expect(
      await page.locator('.messages').locator('script, iframe, [onerror], .pill, .spoiler').count(),
    ).toBe(0);
    expect(await page.locator('.messages a[href*="evil"], .messages img[src="x"]').count()).toBe(0);
    expect(await page.title()).toBe('Pullquote rehearsal');
  });
});
