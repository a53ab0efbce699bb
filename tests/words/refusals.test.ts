import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot, type Bot } from '../discord/bot.ts';
import { fakeDiscord, PERMISSION, type Exchange, type FakeDiscord } from '../discord/fake-discord.ts';
import { textsOf } from '../discord/invariants.ts';
import type { Json } from '../discord/json.ts';
import { PATIENCE } from '../discord/patience.ts';

const TEXT = 'The harbour tunnel in Esbjerg opened on Friday. It cost 340 million euros and took nine years.';
const LATER = TEXT.replace('340', '430');

let discord: FakeDiscord;
let bot: Bot;
beforeEach(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [TEXT, LATER] });
  const [server] = discord.guilds;
  if (server) server.locale = 'fr';
  bot = await startBot(discord, { house: [] });
  await discord.ready();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const editor = { permissions: PERMISSION.manageGuild };
const german = { ...editor, locale: 'de' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** What came of an order once it is no longer only being read. */
const outcome = async (exchange: Exchange): Promise<string> => {
  await discord.until(() => (exchange.text().trim().endsWith('…') ? undefined : true), 'the outcome');
  return exchange.text();
};

test('what cannot be read is refused in the language of whoever sent it', async () => {
  const page = await discord.slash('/article add', { url: 'http://10.0.0.1/page' }, german);
  expect(await outcome(page)).toBe(
    '10.0.0.1 liegt nicht im öffentlichen Internet und wird nicht abgerufen: Bitte die Seite als Datei schicken.',
  );
  const pdf = { name: 'a.pdf', type: 'application/pdf', data: bytes('%PDF-1.7 and nothing else') };
  expect(await outcome(await discord.slash('/article add', { file: pdf }, german))).toBe(
    'a.pdf kann nicht gelesen werden und scheint beschädigt: Bitte neu speichern oder den Text einfügen.',
  );
  const head = { name: 'a.md', type: 'text/markdown', data: bytes('---\ncolour: red\n---\nText.') };
  const french = await discord.slash('/article add', { file: head }, { ...editor, locale: 'fr' });
  expect(await outcome(french)).toContain('« colour » n’est pas une information d’article, il y a id, ');
  const feed = await discord.slash('/feed add', { url: 'http://10.0.0.1/rss' }, { ...editor, locale: 'ja' });
  expect(await outcome(feed)).toContain('公開されたインターネット上にない');
});

test('what is wrong with an option or a form is told in the language of whoever typed it, with the option’s name in it', async () => {
  const option = await discord.slash('/article add', { date: '31 February 2026' }, german);
  expect(option.text()).toBe(
    '/artikel lässt sich so nicht ausführen (datum: muss ein Datum des Kalenders wie 2017-10-23 oder 2017-10-23T09\\:30:00Z sein).',
  );
  const form = await discord.slash('/article add', { byline: 'A. Writer' }, german);
  const refused = await discord.modal(form, { text: TEXT, details: 'date: some day' }, german);
  expect(refused.text()).toContain('Die Angabe „date“ muss ein Datum des Kalenders');
});

test('who may quote an article is typed in any language, and offered in that of the client', async () => {
  const offered = await discord.autocomplete('/article add', 'channels', '', german);
  expect(offered[0]).toEqual({ name: 'überall', value: 'überall' });
  const file = { name: 'tunnel.txt', type: 'text/plain', data: bytes(`Tunnel opens\n\n${TEXT}`) };
  const added = await discord.slash('/article add', { file, channels: 'Überall', embargo: 'keine' }, german);
  expect(await outcome(added)).toContain('überall auf diesem Server');
});

test('the desk, and what stands in messages after a correction and a retraction, are told in the language of the server', async () => {
  const [channel] = discord.guilds[0]?.channels ?? [];
  await discord.slash('/desk settings', { 'desk-channel': channel?.id ?? '' }, editor);
  const form = await discord.slash('/article add', {}, editor);
  await outcome(await discord.modal(form, { headline: 'Tunnel opens', text: TEXT }, editor));
  const { id } = (await discord.slash('/quote', { phrase: 'cost 340 million' })).message();
  const textOf = (message: string): string =>
    textsOf(discord.world.messages.get(message) as unknown as Json).join('\n');
  const told = (words: string): Promise<string> =>
    discord.until(
      () => [...discord.world.messages.keys()].map(textOf).find((text) => text.includes(words)),
      words,
    );
  const again = await discord.slash('/article correct', { article: 'tunnel-opens' }, editor);
  await discord.modal(again, { headline: 'Tunnel opens', text: LATER }, editor);
  await told('Corrigé, maintenant version 2, par <@');
  await discord.until(() => (textOf(id).includes('Corrigé le') ? true : undefined), 'the edit');
  const preview = await discord.slash('/article retract', { article: 'tunnel-opens' }, editor);
  const asked = await discord.button(preview.message(), 'Retract …', editor);
  await discord.modal(asked, { reason: 'Somme fausse.' }, editor);
  expect(await told('Rétracté par <@')).toContain('Raison');
  await discord.until(() => (textOf(id).includes('Rétracté') ? true : undefined), 'the tombstone');
  expect(textOf(id)).not.toMatch(/million|Retracted/u);
}, 120_000);
