import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUSY } from '../../src/discord/busy.ts';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, type Exchange, type FakeDiscord } from './fake-discord.ts';
import { eventually, PATIENCE } from './patience.ts';

let discord: FakeDiscord;
let bot: Bot;
beforeEach(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE });
  bot = await startBot(discord, { queue: { waiting: 10, patience: PATIENCE } });
  await discord.ready();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const isBusy = (exchange: Exchange): boolean => exchange.text().includes(BUSY);

test('under overload the newest questions are answered, and the others get a private busy reply', async () => {
  const sent = Array.from({ length: 60 }, () =>
    discord.send(discord.slashPayload('/ask', { question: 'Who invested in SenseTime?' })),
  );
  const exchanges = await Promise.all(sent.map((exchange) => discord.answer(exchange)));
  const told = exchanges.filter(isBusy);
  expect(told.length).toBeGreaterThan(20);
  expect(told.every((exchange) => exchange.message().ephemeral)).toBe(true);
  expect(exchanges.slice(-10).some(isBusy)).toBe(false);
  const callbacks = discord.requests.filter(({ path }) => path.endsWith('/callback'));
  expect(callbacks).toHaveLength(sent.length);
  const next = await discord.slash('/ask', { question: 'Who invested in SenseTime?' });
  expect(isBusy(next)).toBe(false);
});

test('a mention that is given up gets a busy reply in its channel', async () => {
  // The bot then knows that the channel is not a thread.
  await discord.reply(discord.message('Who led the round?', { mention: true }));
  const asked = Array.from({ length: 40 }, () => discord.message('Who invested?', { mention: true }));
  const replies = await Promise.all(asked.map((message) => discord.reply(message)));
  const told = replies.filter(({ components }) => JSON.stringify(components).includes(BUSY));
  expect(told.length).toBeGreaterThan(10);
  expect(told.length).toBeLessThan(asked.length);
});

test('autocomplete that is given up gives an empty list', async () => {
  const typed = Array.from({ length: 40 }, () =>
    discord.send(discord.typingPayload('valuation', 'company', 'sense')),
  );
  const counts = await Promise.all(
    typed.map(async (exchange) => (await discord.answer(exchange)).choices().length),
  );
  expect(counts.filter((count) => count === 0).length).toBeGreaterThan(10);
  expect(counts.at(-1)).toBeGreaterThan(0);
});

test('F6 the allowance of askers uses a monotonic clock', async () => {
  await bot.stop();
  const stopped = { now: () => 1_000_000, sleep: () => Promise.resolve() };
  bot = await startBot(discord, { time: stopped, asking: { burst: 1, perSecond: 1000 } });
  await eventually(() => discord.gateway.counts.identifies === 2 && discord.gateway.connected());
  expect((await discord.slash('help')).text()).toMatch(/\/ask/u);
  await new Promise((resolve) => setTimeout(resolve, 20));
  // This clock has not advanced, regardless of the system clock.
  expect((await discord.slash('help')).text()).toMatch(/You ask faster than I can answer/u);
});
