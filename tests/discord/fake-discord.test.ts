import { Client, Events, GatewayIntentBits, REST, Routes } from 'discord.js';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { fakeDiscord, type FakeDiscord } from './fake-discord.ts';
import type { Json } from './json.ts';

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

test('message text reaches the bot only when it is mentioned', async () => {
  discord = await fakeDiscord();
  const bot = await login();
  const heard: string[] = [];
  bot.on(Events.MessageCreate, ({ content }) => void heard.push(content));
  discord.message('between us');
  discord.message('to you', { mention: true });
  await expect.poll(() => heard).toEqual(['', `<@${discord.world.bot.id}> to you`]);
});

/** Answers an interaction by hand, to make each mistake. */
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

test('a quote that is not plain text, or not in an article, fails the test', async () => {
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

test('an interaction can be answered only once, and in time', async () => {
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

describe('a handshake that Discord would refuse ends with its code and fails the test:', () => {
  const identify = (more: Json = {}) => ({
    op: 2,
    d: {
      token: discord.token,
      intents: 1,
      properties: { os: 'linux', browser: 'x', device: 'x' },
      ...more,
    },
  });
  const resume = (more: Json = {}) => ({
    op: 6,
    d: { token: discord.token, session_id: 'x', seq: 1, ...more },
  });
  const cases: Record<string, [number, () => unknown[], string?]> = {
    'another version': [4012, () => [], '/?v=9&encoding=json'],
    'another encoding': [4002, () => [], '/?v=10&encoding=etf'],
    'what is no JSON': [4002, () => ['{']],
    'a packet without opcode': [4002, () => [{ d: 1 }]],
    'a packet of more than 4,096 bytes': [4002, () => [{ op: 1, d: 'x'.repeat(5000) }]],
    'a heartbeat without sequence': [4002, () => [{ op: 1, d: 'x' }]],
    'something before IDENTIFY': [4003, () => [{ op: 3, d: {} }]],
    'an opcode that only Discord sends': [4001, () => [identify(), { op: 11, d: null }]],
    'IDENTIFY without properties': [4002, () => [identify({ properties: {} })]],
    'IDENTIFY without intents': [4013, () => [identify({ intents: undefined })]],
    'IDENTIFY with an intent that there is not': [4013, () => [identify({ intents: 1 << 30 })]],
    'IDENTIFY as a shard beyond the last': [4010, () => [identify({ shard: [1, 1] })]],
    'IDENTIFY twice': [4005, () => [identify(), identify()]],
    'RESUME without a sequence number': [4002, () => [resume({ seq: undefined })]],
    'RESUME beside a session': [4005, () => [identify(), resume()]],
    'more than 120 packets in a minute': [
      4008,
      () => Array.from({ length: 121 }, () => ({ op: 1, d: null })),
    ],
  };
  test.each(Object.entries(cases))('%s', async (_name, [code, packets, path = '/?v=10&encoding=json']) => {
    discord = await fakeDiscord();
    expect(await closedWith(path, packets())).toBe(code);
    expect(discord.world.problems).toEqual([expect.stringContaining(`(${code})`)]);
    discord.expectProblems(/^gateway: /);
  });

  test('a session beyond the daily limit', async () => {
    discord = await fakeDiscord();
    discord.world.sessionStarts.remaining = 0;
    expect(await closedWith('/?v=10&encoding=json', [identify()])).toBe(4004);
    discord.expectProblems(/no session is left/);
  });

  test('another path, or a token in a header', async () => {
    discord = await fakeDiscord();
    await expect(closedWith('/gateway?v=10&encoding=json', [])).rejects.toThrow('404');
    await expect(
      closedWith('/?v=10&encoding=json', [], { authorization: `Bot ${discord.token}` }),
    ).rejects.toThrow('400');
    expect(discord.world.problems).toHaveLength(2);
    discord.expectProblems(/a handshake for/);
  });

  test('a second session that begins too soon is ended at once', async () => {
    discord = await fakeDiscord({ identifyEvery: 60_000 });
    const heard: number[] = [];
    for (let n = 0; n < 2; n += 1) {
      const socket = new WebSocket(`ws://127.0.0.1:${discord.world.port}/?v=10&encoding=json`);
      const opcodes: number[] = [];
      socket.on('message', (data: Buffer) => opcodes.push((JSON.parse(String(data)) as { op: number }).op));
      await once(socket, 'open');
      socket.send(JSON.stringify(identify()));
      await expect.poll(() => opcodes.length).toBeGreaterThan(1);
      heard.push(opcodes[1] ?? -1);
      socket.close();
      await once(socket, 'close');
    }
    expect(heard).toEqual([0, 9]);
  });
});

/** The close code of a connection that sends these packets. Rejects when it stays open. */
function closedWith(path: string, packets: readonly unknown[], headers = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${discord.world.port}${path}`, { headers });
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.on('open', () => {
      for (const packet of packets) socket.send(typeof packet === 'string' ? packet : JSON.stringify(packet));
    });
  });
}

test('faults happen as planned and then stop', async () => {
  discord = await fakeDiscord();
  await login();
  discord.faults.plan('POST', /callback$/, { status: 500 });
  discord.faults.plan('POST', /callback$/, { reset: true });
  expect(await answer({ type: 4, data: { content: 'x', ...silent } })).toBe(500);
  expect(await answer({ type: 4, data: { content: 'x', ...silent } })).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
  expect(await answer({ type: 4, data: { content: 'x', ...silent } })).toBeInstanceOf(ArrayBuffer);
});
