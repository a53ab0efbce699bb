import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publicPages } from '../../src/public/public-pages.ts';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, PERMISSION, type FakeDiscord, type StoredMessage } from './fake-discord.ts';
import { flatten } from './fake-rules.ts';
import type { Json } from './json.ts';
import { eventually, PATIENCE } from './patience.ts';

const BASE = 'https://quotes.example.org';
const TEXT = 'The harbour tunnel in Esbjerg opened on Friday. It cost 340 million euros.';

const LATER = TEXT.replace('340', '430');

let discord: FakeDiscord;
let bot: Bot;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pullquote-receipts-'));
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [TEXT, LATER] });
  await start();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
  await rm(dataDir, { recursive: true });
});

async function start(): Promise<void> {
  bot = await startBot(discord, { house: [], dataDir, receiptBase: BASE });
  await discord.ready();
}

const asEditor = { permissions: PERMISSION.manageGuild };
/** URLs of a message's link buttons. */
const linksOf = (message: StoredMessage): unknown[] =>
  ((message as unknown as Json)['components'] as Json[]).flatMap(flatten).flatMap(({ url }) => url ?? []);

/** The page at a URL, as the read-only port serves it. */
async function page(address: string): Promise<readonly [number | undefined, string]> {
  const { published } = bot.newsroom;
  const pages = publicPages({ published, png: async () => new Uint8Array(), base: () => BASE });
  const answer = await pages(new URL(address).pathname, new URLSearchParams());
  return [answer?.status, String(answer?.body)];
}

test('a quote of an article without a URL links to its page, which survives a restart and becomes a tombstone', async () => {
  const form = await discord.slash('/article add', {}, asEditor);
  const added = await discord.modal(form, { headline: 'Tunnel opens', text: TEXT }, asEditor);
  await discord.until(() => (added.text().includes('Added') ? true : undefined), 'the article');
  const quoted = await discord.slash('/quote', { phrase: 'cost 340 million' });
  const address = `${BASE}/r/${discord.guilds[0]?.id}/tunnel-opens.r1.s2`;
  expect(linksOf(quoted.message())).toEqual([address]);
  expect(await page(address)).toEqual([
    200,
    expect.stringContaining('<mark>It cost 340 million euros.</mark>'),
  ]);
  expect((await page(address.replace(discord.guilds[0]?.id ?? '', discord.guilds[1]?.id ?? '')))[0]).toBe(
    404,
  );
  await bot.stop();
  await eventually(() => !discord.gateway.connected());
  await start();
  expect((await page(address))[0]).toBe(200);

  const again = await discord.slash('/article correct', { article: 'tunnel-opens' }, asEditor);
  await discord.modal(again, { headline: 'Tunnel opens', text: LATER }, asEditor);
  const now = address.replace('r1', 'r2');
  await discord.until(
    () => (linksOf(quoted.message())[0] === now ? true : undefined),
    'the link of the edit',
  );
  expect(await page(address)).toEqual([200, expect.stringContaining('It now reads: <q>It cost 430')]);

  const preview = await discord.slash('/article retract', { article: 'tunnel-opens' }, asEditor);
  const asked = await discord.button(preview.message(), 'Retract …', asEditor);
  await discord.modal(asked, { reason: 'Wrong sum.' }, asEditor);
  await expect.poll(async () => (await page(address))[0], { timeout: PATIENCE }).toBe(410);
  const [, tombstone] = await page(address);
  expect(tombstone).toContain('Wrong sum.');
  expect(tombstone).not.toMatch(/340|430/u);
});

test('T16 a quote of an article that not everybody may read has no link', async () => {
  const channel = discord.guilds[0]?.channels[0]?.id ?? '';
  await discord.slash('/desk settings', { 'new-articles': `<#${channel}>` }, asEditor);
  const form = await discord.slash('/article add', {}, asEditor);
  const added = await discord.modal(form, { headline: 'Tunnel opens', text: TEXT }, asEditor);
  await discord.until(() => (added.text().includes('Added') ? true : undefined), 'the article');
  const quoted = await discord.slash('/quote', { phrase: 'cost 340 million' });
  expect(quoted.text()).toContain('tunnel-opens.r1.s2');
  expect(linksOf(quoted.message())).toEqual([]);
  expect((await page(`${BASE}/r/${discord.guilds[0]?.id}/tunnel-opens.r1.s2`))[0]).toBe(404);
});
