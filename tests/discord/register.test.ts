import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { errorReply } from '../../src/reply/error-reply.ts';
import { startBot, type Bot, type BotOptions } from './bot.ts';
import { fakeDiscord, type FakeDiscord } from './fake-discord.ts';
import { eventually, PATIENCE } from './patience.ts';

let discord: FakeDiscord;
let stopBot: Bot['stop'] | undefined;
beforeEach(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE });
});
afterEach(async () => {
  await stopNow();
  await discord.close();
});

async function stopNow(): Promise<void> {
  const stop = stopBot;
  stopBot = undefined;
  await stop?.();
}

const puts = () => discord.requests.filter(({ method }) => method === 'PUT').length;

/** Starts the bot and returns the outcome of the registration from its log. */
async function started(options: BotOptions = {}): Promise<string> {
  const { stop, lines } = await startBot(discord, options);
  stopBot = stop;
  const line = await eventually(() => lines.find((each) => each.includes('"outcome"')));
  await stopNow();
  return z.object({ outcome: z.string() }).parse(JSON.parse(line)).outcome;
}

test('commands are registered everywhere once, and again only when something changed', async () => {
  expect(await started()).toBe('updated');
  expect(discord.registered().map(({ name }) => name)).toEqual(commands.map(({ data }) => data.name));
  // Commands that a person can install work anywhere, all others in servers.
  const inServers = discord.registered().filter(({ contexts }) => JSON.stringify(contexts) === '[0]');
  expect(inServers).toHaveLength(commands.length - 4);
  expect(await started()).toBe('unchanged');
  expect(puts()).toBe(1);
  const [, ...others] = commands;
  const reworded = defineCommand({
    data: { name: 'ask', description: 'Ask' },
    input: z.unknown(),
    run: () => errorReply(''),
  });
  expect(await started({ commands: [reworded, ...others] })).toBe('updated');
  expect(await started({ commands: others })).toBe('updated');
  expect(discord.registered()).toHaveLength(others.length);
});

test('commands are registered in one server if one is configured', async () => {
  const guildId = discord.guilds[0]?.id ?? '';
  expect(await started({ guildId })).toBe('updated');
  expect(discord.registered(guildId)).toHaveLength(commands.length);
  expect(discord.registered()).toEqual([]);
  expect(await started({ guildId })).toBe('unchanged');
  expect(puts()).toBe(1);
});

test.each(['everywhere', 'in one server'])(
  'new fields from Discord and reordered lists do not cause a registration %s',
  async (where) => {
    const guildId = discord.guilds[0]?.id ?? '';
    const options = where === 'everywhere' ? {} : { guildId };
    await started(options);
    discord.world.newFields = { is_new: 7, integration_types_config: { '0': {} }, min_age: 18, list: ['x'] };
    expect(await started(options)).toBe('unchanged');
    expect(puts()).toBe(1);
  },
);

test('a removed field, a changed default or a language causes a registration', async () => {
  const data = {
    name: 'ask',
    description: 'Ask',
    name_localizations: { de: 'frage', fr: 'demande' },
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [{ type: 3 as const, name: 'question', description: 'What', required: true, min_length: 2 }],
  };
  const command = (changed: object) => [
    defineCommand({
      data: { ...data, ...changed },
      input: z.unknown(),
      run: () => errorReply(''),
    }),
  ];
  const [option] = data.options;
  await started({ commands: command({}) });
  expect(await started({ commands: command({ contexts: [2, 1, 0], integration_types: [1, 0] }) })).toBe(
    'unchanged',
  );
  const updates = [
    { contexts: [0] },
    { options: [{ ...option, min_length: undefined }] },
    { options: [] },
    { name_localizations: { de: 'frage', fr: 'question' } },
    { name_localizations: { de: 'frage' } },
    { default_member_permissions: '32' },
  ];
  for (const changed of updates) {
    await started({ commands: command({}) });
    const outcomes = [
      await started({ commands: command(changed) }),
      await started({ commands: command(changed) }),
    ];
    expect([changed, ...outcomes]).toEqual([changed, 'updated', 'unchanged']);
  }
});

test('commands that were tried out in one server are not listed there twice', async () => {
  const guildId = discord.guilds[0]?.id ?? '';
  await started({ guildId });
  const { stop } = await startBot(discord);
  stopBot = stop;
  await eventually(() => discord.registered(guildId).length === 0);
  expect(discord.registered()).toHaveLength(commands.length);
});

test('for a server the bot is not in yet, the log says what to do, and an invitation is enough', async () => {
  const guildId = discord.guilds[0]?.id ?? '';
  discord.faults.plan('GET', /\/guilds\/\d+\/commands$/u, { code: 50_001 });
  const { stop, lines } = await startBot(discord, { guildId });
  stopBot = stop;
  await eventually(() => lines.some((line) => line.includes('invite the bot there')));
  discord.gateway.dispatch('GUILD_CREATE', { id: guildId });
  await eventually(() => discord.registered(guildId).length === commands.length);
  await eventually(() => lines.some((line) => line.includes('"outcome":"updated"')));
  expect(discord.registered()).toEqual([]);
});
