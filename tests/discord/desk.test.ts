import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, PERMISSION, type Exchange, type FakeDiscord } from './fake-discord.ts';
import { flatten } from './fake-rules.ts';
import { textsOf } from './invariants.ts';
import type { Json } from './json.ts';
import { PATIENCE } from './patience.ts';

const TEXT = 'The harbour tunnel in Esbjerg opened on Friday. It cost 340 million euros and took nine years.';
const LATER = TEXT.replace('340', '430');

let discord: FakeDiscord;
let bot: Bot;
beforeEach(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [TEXT, LATER] });
  bot = await startBot(discord, { house: [] });
  await discord.ready();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const asEditor = { permissions: PERMISSION.manageGuild };
const textOf = (id: string): string => textsOf(discord.world.messages.get(id) as unknown as Json).join('\n');

test('a posted quote is edited when its article is corrected and retracted', async () => {
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
  await discord.modal(again, { headline: 'Tunnel opens', text: LATER }, asEditor);
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

/** A message after its first content was replaced. */
const settled = (exchange: Exchange): Promise<unknown> =>
  discord.until(() => (exchange.text().startsWith('Reading') ? undefined : true), 'the outcome');

test('one form takes a file and its visibility, and a second one each detail in its printed form', async () => {
  const form = await discord.slash('/article add', {}, asEditor);
  const types = form.modal().components.map((label) => (label['component'] as Json)['type']);
  expect(types).toEqual([4, 4, 4, 19, 21]);
  const file = { name: 'tunnel.txt', type: 'text/plain', data: new TextEncoder().encode(TEXT) };
  const added = await discord.modal(form, { headline: 'Tunnel opens', file, quoted: 'here' }, asEditor);
  await settled(added);
  const channel = added.message().channel_id;
  expect(added.text()).toContain(`To be quoted only in <#${channel}>`);

  const details = await discord.button(added.message(), 'Details …', asEditor);
  expect(details.modal().components.map((label) => (label['component'] as Json)['type'])).toEqual([
    4, 4, 4, 4, 3,
  ]);
  const said = { byline: 'by A. Writer', date: '4 March 2026', language: 'da' };
  const changed = await discord.modal(details, said, asEditor);
  await settled(changed);
  expect(changed.text()).toContain('byline A. Writer');
  expect(changed.text()).toContain('2026-03-04 · da');
  // Emptied fields are removed, and the rest stays.
  const again = await discord.button(changed.message(), 'Details …', asEditor);
  const without = await discord.modal(again, { byline: '' }, asEditor);
  await settled(without);
  expect(without.text()).not.toContain('A. Writer');
  expect(without.text()).toContain('2026-03-04 · da');
});

test('a button reopens a refused form with its values, even after a restart', async () => {
  const form = await discord.slash('/article add', { byline: 'A. Writer' }, asEditor);
  const typed = { headline: 'Tunnel “opens”', text: TEXT, text2: LATER, details: 'writer: me' };
  const refused = await discord.modal(form, typed, asEditor);
  expect(refused.text()).toContain('the names are byline, publisher');
  const rows = (refused.message().components ?? []).flatMap((each) => flatten(each as unknown as Json));
  expect(rows.filter(({ type }) => type === 2)).toHaveLength(1);
  await bot.stop();
  bot = await startBot(discord, { house: [] });
  await discord.ready();
  const back = await discord.button(refused.message(), 'Open the form again', asEditor);
  const values = Object.fromEntries(
    back.modal().components.map((label) => {
      const { custom_id: name, value } = label['component'] as Json;
      return [name, value];
    }),
  );
  expect(values).toMatchObject({
    headline: typed.headline,
    text: `${TEXT}\n\n${LATER}`,
    details: 'writer: me',
  });
  const member = await discord.button(refused.message(), 'Open the form again');
  expect(member.text()).toContain('is for editors');
  const added = await discord.modal(back, { details: 'byline: A. Writer\ndate: 4 March 2026' }, asEditor);
  await settled(added);
  expect(added.text()).toContain('Added “Tunnel “opens””');
  expect(added.text()).toContain('2026-03-04');

  const details = await discord.button(added.message(), 'Details …', asEditor);
  const wrong = await discord.modal(details, { date: 'soon', publisher: 'The Post' }, asEditor);
  expect(wrong.text()).toMatch(/The detail “date” must be a date/u);
  const right = await discord.button(wrong.message(), 'Open the form again', asEditor);
  const done = await discord.modal(right, { date: '5 March 2026' }, asEditor);
  await settled(done);
  expect(done.text()).toContain('The Post');
  expect(done.text()).toContain('2026-03-05');
});

test('an empty form, or one with an unreadable file, can be reopened too', async () => {
  const form = await discord.slash('/article add', {}, asEditor);
  const empty = await discord.modal(form, { headline: 'Nothing' }, asEditor);
  expect(empty.text()).toContain('without a text or a file');
  const again = await discord.button(empty.message(), 'Open the form again', asEditor);
  const file = { name: 'a.txt', type: 'text/plain', data: new Uint8Array() };
  const refused = await discord.modal(again, { file, quoted: '1h' }, asEditor);
  await settled(refused);
  expect(refused.text()).toContain('a.txt is empty');
  const third = await discord.button(refused.message(), 'Open the form again', asEditor);
  const radio = third.modal().components.at(-1)?.['component'] as { options: Json[] };
  expect(radio.options.find((option) => option['default'] === true)).toMatchObject({ value: '1h' });
});
