import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot, type Bot } from '../discord/bot.ts';
import { fakeDiscord, type FakeDiscord } from '../discord/fake-discord.ts';
import { textsOf } from '../discord/invariants.ts';
import type { Json } from '../discord/json.ts';
import { PATIENCE } from '../discord/patience.ts';
import { seedArticle } from '../support/desk.ts';

let discord: FakeDiscord;
let bot: Bot;
beforeEach(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [(await seedArticle()).text] });
  const [server] = discord.guilds;
  if (server) server.locale = 'fr';
  bot = await startBot(discord);
  await discord.ready();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const QUESTION = { question: 'Who led the round?' };

test('private replies use the client’s language, public ones the server’s', async () => {
  const alone = await discord.slash('/ask', { ...QUESTION, hide: true }, { locale: 'de' });
  expect(alone.text()).toContain('Nicht sicher: Bitte das Zitat prüfen.');
  const before = await discord.slash('/ask', QUESTION, { locale: 'de' });
  expect(before.text()).toContain('Pas sûr : vérifiez la citation.');
  const context = await discord.button(before.message(), 'Contexte', { locale: 'ja' });
  expect(context.text()).toContain('の前後');
});

test('a message that mentions the bot is answered in the language of the server', async () => {
  const asked = discord.message('Who led the round?', { mention: true });
  const answer = await discord.reply(asked);
  expect(textsOf(answer as unknown as Json).join('\n')).toContain('Pas sûr : vérifiez la citation.');
});

test('a server that changes its language is answered in it at once', async () => {
  const [server] = discord.guilds;
  discord.gateway.dispatch('GUILD_UPDATE', { ...server, preferred_locale: 'ja' });
  const greeted = await discord.reply(discord.message('merci !', { mention: true }));
  expect(textsOf(greeted as unknown as Json).join('\n')).toContain('どういたしまして');
});

test('errors use the asker’s language', async () => {
  const payload = discord.slashPayload('help', {}, { locale: 'es-419' });
  const exchange = await discord.answer(
    discord.send({ ...payload, data: { ...(payload['data'] as object), name: 'no-such-command' } }),
  );
  expect(exchange.text()).toBe('Este comando ya no existe: /ayuda muestra los que hay.');
});
