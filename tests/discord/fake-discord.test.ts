import { Client, Events, GatewayIntentBits, REST, Routes } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { fakeDiscord, type FakeDiscord } from './fake-discord.ts';

let discord: FakeDiscord;
let client: Client | undefined;
afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await discord.close();
});

const ECHO = {
  name: 'echo',
  description: 'Says it again',
  options: [{ type: 3, name: 'text', description: 'What', required: true }],
};
const silent = { allowed_mentions: { parse: [] } };

async function login(): Promise<Client> {
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
  client = new Client({ intents, rest: { api: discord.api, retries: 0 } });
  client.on('error', () => {});
  await client.login(discord.token);
  await client.rest.put(Routes.applicationCommands(discord.world.applicationId), { body: [ECHO] });
  await discord.ready();
  return client;
}

test('a discord.js client logs in, gets interactions and answers them', async () => {
  discord = await fakeDiscord();
  const bot = await login();
  bot.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const text = interaction.options.getString('text', true);
    const { id, token, applicationId } = interaction;
    const path = Routes.interactionCallback(id, token);
    const send = async () => {
      await bot.rest.post(path, { body: { type: 4, data: { content: text, ...silent } }, auth: false });
      await bot.rest.patch(Routes.webhookMessage(applicationId, token), {
        body: { content: `${text}!`, ...silent },
      });
      await bot.rest.post(Routes.webhook(applicationId, token), {
        body: { content: 'more', flags: 64, ...silent },
      });
    };
    void send();
  });
  const exchange = await discord.slash('echo', { text: 'hello' });
  await discord.until(() => exchange.followUps()[0], 'follow-up');
  expect(exchange.type()).toBe(4);
  expect(exchange.text()).toBe('hello!');
  expect(exchange.followUps()[0]?.ephemeral).toBe(true);
});

test('a RESUME replays what was missed', async () => {
  discord = await fakeDiscord();
  const bot = await login();
  const heard: string[] = [];
  bot.on(Events.MessageCreate, ({ content }) => void heard.push(content));
  discord.gateway.close(4000);
  discord.message('while you were away', { mention: true });
  await discord.until(() => (discord.gateway.counts.resumed === 1 ? true : undefined), 'RESUME');
  discord.message('now', { mention: true });
  await expect
    .poll(() => heard.map((content) => content.replace(/^<@\d+> /, '')))
    .toEqual(['while you were away', 'now']);
});

test('what people write reaches the bot only when they mention it', async () => {
  discord = await fakeDiscord();
  const bot = await login();
  const heard: string[] = [];
  bot.on(Events.MessageCreate, ({ content }) => void heard.push(content));
  discord.message('between us');
  discord.message('to you', { mention: true });
  await expect.poll(() => heard).toEqual(['', `<@${discord.world.bot.id}> to you`]);
});

/** Answers an interaction by hand, so that each mistake can be made. */
async function answer(body: unknown): Promise<unknown> {
  const exchange = discord.send(discord.slashPayload('echo', { text: 'x' }));
  const rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.token);
  const path = Routes.interactionCallback(exchange.record.id, exchange.record.token);
  return rest
    .post(path, { body, auth: false })
    .catch((error: { code: number; status: number }) => error.code || error.status);
}

test('a body that Discord would refuse is refused, and fails the test', async () => {
  discord = await fakeDiscord();
  await login();
  expect(await answer({ type: 4, data: silent })).toBe(50006);
  expect(await answer({ type: 4, data: { content: 'x'.repeat(2001), ...silent } })).toBe(50035);
  await answer({ type: 4, data: { content: 'hello @everyone' } });
  expect(discord.world.problems).toHaveLength(3);
  expect(discord.world.problems[2]).toMatch(/I1/);
  discord.expectProblems(/50006|50035|I1/);
});

test('a quote that is no plain text, or in no article, fails the test', async () => {
  discord = await fakeDiscord({ sources: ['Alibaba led the round.'] });
  await login();
  const quote = (text: string) => ({
    type: 4,
    data: { flags: 1 << 15, components: [{ type: 10, content: `> ${text}` }], ...silent },
  });
  await answer(quote('Alibaba led the round.'));
  expect(discord.world.problems).toEqual([]);
  await answer(quote('Alibaba **led** the round.'));
  await answer(quote('Alibaba lost the round.'));
  expect(discord.world.problems.map((problem) => problem.replace(/^.*I2/, 'I2'))).toEqual([
    'I2: a quote renders as more than plain text',
    'I2: “Alibaba lost the round.” is in no article',
  ]);
  discord.expectProblems(/I2/);
});

test('an interaction is answered once, and in time', async () => {
  discord = await fakeDiscord({ responseWindow: 200 });
  await login();
  const rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.token);
  const say = { body: { type: 4, data: { content: 'x', ...silent } }, auth: false } as const;
  const { record } = discord.send(discord.slashPayload('echo', { text: 'x' }));
  await rest.post(Routes.interactionCallback(record.id, record.token), say);
  await expect(rest.post(Routes.interactionCallback(record.id, record.token), say)).rejects.toMatchObject({
    code: 40060,
  });
  const late = discord.send(discord.slashPayload('echo', { text: 'x' })).record;
  await new Promise((resolve) => void setTimeout(resolve, 250));
  await expect(rest.post(Routes.interactionCallback(late.id, late.token), say)).rejects.toMatchObject({
    code: 10062,
  });
});

test('faults happen as planned and then stop', async () => {
  discord = await fakeDiscord();
  await login();
  discord.faults.plan('POST', /callback$/, { status: 500 });
  discord.faults.plan('POST', /callback$/, { reset: true });
  expect(await answer({ type: 4, data: { content: 'x', ...silent } })).toBe(500);
  expect(await answer({ type: 4, data: { content: 'x', ...silent } })).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
  expect(await answer({ type: 4, data: { content: 'x', ...silent } })).toBeInstanceOf(ArrayBuffer);
});
