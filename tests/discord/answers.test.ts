import { afterEach, beforeEach, expect, test } from 'vitest';
import { seedArticle } from '../support/desk.ts';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, type FakeDiscord } from './fake-discord.ts';

let discord: FakeDiscord;
let bot: Bot;
beforeEach(async () => {
  discord = await fakeDiscord({ sources: [(await seedArticle()).text] });
  bot = await startBot(discord);
  await discord.ready();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

test('a question is answered in public, with a cited quote', async () => {
  const answer = await discord.slash('/ask', { question: 'Who led the round?' });
  expect(answer.type()).toBe(4);
  expect(answer.message().ephemeral).toBe(false);
  expect(answer.text()).toMatch(/led by Alibaba/);
});
