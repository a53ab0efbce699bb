import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, PERMISSION, type FakeDiscord } from './fake-discord.ts';
import { textsOf } from './invariants.ts';
import type { Json } from './json.ts';

const TEXT = 'The harbour tunnel in Esbjerg opened on Friday. It cost 340 million euros and took nine years.';
const LATER = TEXT.replace('340', '430');

let discord: FakeDiscord;
let bot: Bot;
beforeEach(async () => {
  discord = await fakeDiscord({ sources: [TEXT, LATER] });
  bot = await startBot(discord, { house: [] });
  await discord.ready();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const asEditor = { permissions: PERMISSION.manageGuild };
const textOf = (id: string): string => textsOf(discord.world.messages.get(id) as unknown as Json).join('\n');

test('an article is pasted, quoted, corrected and retracted; the posted quote is edited each time', async () => {
  const refused = await discord.slash('/article add');
  expect(refused.text()).toContain('/article is for editors');

  const form = await discord.slash('/article add', { byline: 'A. Writer' }, asEditor);
  expect(form.type()).toBe(9);
  const added = await discord.modal(
    form,
    { headline: 'Tunnel opens', text: TEXT, details: 'byline: A. Writer' },
    asEditor,
  );
  await discord.until(
    () => (added.text().includes('Added “Tunnel opens”') ? true : undefined),
    'the article',
  );
  expect(added.message().ephemeral).toBe(true);

  const quoted = await discord.slash('/quote', { phrase: 'cost 340 million' });
  const { id } = quoted.message();
  expect(quoted.message().ephemeral).toBe(false);
  expect(quoted.text()).toContain('tunnel-opens.r1.s2');

  const again = await discord.slash('/article correct', { article: 'tunnel-opens' }, asEditor);
  await discord.modal(again, { headline: 'Tunnel opens', text: LATER, details: '' }, asEditor);
  await discord.until(() => (textOf(id).includes('~~340~~ **430**') ? true : undefined), 'the edit');
  expect(textOf(id)).toContain('It cost 430 million euros');
  expect(textOf(id)).toMatch(/Corrected on \d{4}-\d\d-\d\d; sentence 2 now/u);

  const preview = await discord.slash('/article retract', { article: 'tunnel-opens' }, asEditor);
  expect(preview.text()).toContain('1 posted message with its quotes will say so');
  const asked = await discord.button(preview.message(), 'Retract …', asEditor);
  expect(asked.type()).toBe(9);
  await discord.modal(asked, { reason: 'Wrong sum.' }, asEditor);
  await discord.until(() => (textOf(id).includes('Retracted') ? true : undefined), 'the tombstone');
  expect(textOf(id)).toContain('Wrong sum.');
  expect(textOf(id)).not.toContain('million');
  const gone = await discord.slash('/quote', { phrase: 'cost 340 million' });
  expect(gone.text()).toContain('No article has the words');
});
