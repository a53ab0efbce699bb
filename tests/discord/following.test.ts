import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot, type Bot, type BotOptions } from './bot.ts';
import { fakeDiscord, PERMISSION, type FakeDiscord, type StoredMessage } from './fake-discord.ts';
import { textsOf } from './invariants.ts';
import type { Json } from './json.ts';
import { eventually, PATIENCE } from './patience.ts';

const TEXT = 'Ferrow raised 40 million euros on Friday. It plans a plant in Esbjerg. The weather was fine.';
const LATER = TEXT.replace('40', '45');

let discord: FakeDiscord;
let bot: Bot;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pullquote-following-'));
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [TEXT, LATER] });
  bot = await start();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
  await rm(dataDir, { recursive: true });
});

async function start(options: BotOptions = {}): Promise<Bot> {
  const started = await startBot(discord, { house: [], dataDir, ...options });
  await discord.ready();
  return started;
}

/** Ends the program and starts another on the same archive, after Discord noticed. */
async function restart(options: BotOptions = {}): Promise<void> {
  await bot.stop();
  await eventually(() => !discord.gateway.connected());
  bot = await start(options);
}

const asEditor = { permissions: PERMISSION.manageGuild };
const textOf = (message: StoredMessage): string => textsOf(message as unknown as Json).join('\n');
/** The bot's messages with these words that answer nothing. */
const told = (words: string): StoredMessage[] =>
  [...discord.world.messages.values()].filter(
    (message) =>
      message.author.id === discord.world.bot.id && !message.ephemeral && textOf(message).includes(words),
  );
const untilTold = (words: string): Promise<StoredMessage> => discord.until(() => told(words)[0], words);

async function addArticle(): Promise<void> {
  const form = await discord.slash('/article add', {}, asEditor);
  const added = await discord.modal(form, { headline: 'Ferrow grows', text: TEXT }, asEditor);
  await discord.until(() => (added.text().includes('Added') ? true : undefined), 'the article');
}

test('a channel and a person get news of an article once, also after a restart, and the post is corrected with it', async () => {
  await addArticle();
  const channel = await discord.slash('/follow add company', { company: 'Ferrow' }, asEditor);
  expect(channel.text()).toContain('From now on');
  const mine = await discord.slash('/follow add topic', { topic: 'Esbjerg', privately: true });
  expect(mine.message().ephemeral).toBe(true);
  await restart();
  expect((await discord.slash('/follow list')).text()).toMatch(/company Ferrow[^]*topic Esbjerg/u);

  const again = await discord.slash('/article correct', { article: 'ferrow-grows' }, asEditor);
  await discord.modal(again, { headline: 'Ferrow grows', text: LATER }, asEditor);
  const post = await untilTold('Corrected about Ferrow');
  expect(textOf(post)).toContain('Ferrow raised 45 million euros on Friday.');
  expect(textOf(post)).toContain('ferrow-grows.r2.s1');
  expect(told('about Esbjerg')).toEqual([]);

  const back = await discord.slash('/article correct', { article: 'ferrow-grows' }, asEditor);
  await discord.modal(back, { headline: 'Ferrow grows', text: TEXT }, asEditor);
  await discord.until(
    () => (textOf(post).includes('~~45~~ **40**') ? true : undefined),
    'the edit of what was posted',
  );
  await discord.until(
    () => (told('Corrected about Ferrow').length === 2 ? true : undefined),
    'the second post',
  );
  await restart();
  await bot.newsroom.open(discord.guilds[0]?.id ?? '');
  expect((await discord.slash('/follow list')).text()).toContain('company Ferrow');
  expect(told('Corrected about Ferrow')).toHaveLength(2);
});

test('a person gets direct messages while they are in the server and accept them', async () => {
  discord.guilds[0]?.members.add(discord.people.ada.id);
  await discord.slash('/follow add company', { company: 'Ferrow', privately: true });
  await addArticle();
  const direct = await untilTold('New about Ferrow');
  expect(discord.world.directs.get(direct.channel_id)).toBe(discord.people.ada.id);
  expect(textOf(direct)).toContain('It plans a plant in Esbjerg.');
  expect(textOf(direct)).toContain('ferrow-grows.r1.s2');
  discord.guilds[0]?.members.delete(discord.people.ada.id);
  const again = await discord.slash('/article correct', { article: 'ferrow-grows' }, asEditor);
  await discord.modal(again, { headline: 'Ferrow grows', text: LATER }, asEditor);
  await discord.until(
    () => (bot.lines.some((line) => line.includes('cannot be told')) ? true : undefined),
    'that nobody is told',
  );
  expect(told('Corrected about')).toEqual([]);
});

test('a digest is previewed when set, and posted once at its hour, also after a restart', async () => {
  await addArticle();
  const set = await discord.slash('/digest daily', { hour: 8, timezone: 'Europe/Berlin' }, asEditor);
  expect(set.text()).toMatch(/each day at 8:00, Europe\/Berlin/u);
  expect((await discord.slash('/digest daily', { hour: 8 })).text()).toContain('is for editors');
  expect(await discord.autocomplete('/digest daily', 'timezone', 'berl', asEditor)).toEqual([
    { name: 'Europe/Berlin', value: 'Europe/Berlin' },
  ]);
  const form = await discord.slash('/article correct', { article: 'ferrow-grows' }, asEditor);
  await discord.modal(form, { headline: 'Ferrow grows', text: LATER }, asEditor);
  const words = async () => (await discord.slash('/digest show', {}, asEditor)).text();
  await expect.poll(words, { timeout: PATIENCE }).toContain('Ferrow raised 45 million euros on Friday.');
  expect(told('Daily digest')).toEqual([]);
  const tomorrow = () => new Date(Date.now() + 86_400_000);
  await restart({ now: tomorrow });
  const post = await untilTold('Daily digest');
  expect(textOf(post)).toContain('ferrow-grows.r2.s1');
  await restart({ now: tomorrow });
  await discord.slash('/digest show', {}, asEditor);
  expect(told('Daily digest')).toHaveLength(1);
});
