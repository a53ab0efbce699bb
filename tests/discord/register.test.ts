import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { defineCommand } from '../../src/desk/command.ts';
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

/** Starts the bot and says what became of its commands, as its log tells. */
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
  expect(discord.registered().every(({ contexts }) => JSON.stringify(contexts) === '[0]')).toBe(true);
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

test('or in one server, which may be joined later', async () => {
  const guildId = discord.guilds[0]?.id ?? '';
  expect(await started({ guildId })).toBe('updated');
  expect(discord.registered(guildId)).toHaveLength(commands.length);
  expect(discord.registered()).toEqual([]);
  expect(await started({ guildId })).toBe('unchanged');
  expect(puts()).toBe(1);
});
