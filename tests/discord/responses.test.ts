import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction } from '../../src/desk/action.ts';
import { defineCommand, type Command } from '../../src/desk/ports.ts';
import { targetMessage } from '../../src/desk/mention.ts';
import { attachedFile, OPTION } from '../../src/desk/options.ts';
import { AskerError } from '../../src/reply/error-reply.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, type Exchange, type FakeDiscord } from './fake-discord.ts';
import { eventually, PATIENCE } from './patience.ts';

/** A reply with one line. */
const says = (text: string, more: Partial<Reply> = {}): Reply => ({
  tone: 'info',
  private: true,
  blocks: [{ type: 'text', words: [text] }],
  ...more,
});

/** Long work waits until a test releases it. */
let goOn = Promise.withResolvers<void>();
/** The input of commands that ran. */
let given: unknown[] = [];

const hide = { type: OPTION.boolean, name: 'hide', description: 'For you alone' } as const;
const slow = defineCommand({
  data: { name: 'slow', description: 'Takes its time', options: [hide] },
  input: z.object({ hide: z.boolean().default(false) }),
  run: (input) => ({
    first: says('Begun', { private: input.hide }),
    async work(show) {
      await show(says('Half'));
      await goOn.promise;
      return says('Done');
    },
  }),
});
const failing = defineCommand({
  data: { name: 'failing', description: 'Does not work' },
  input: z.object({}),
  run: () => ({
    first: says('Begun'),
    work: () => Promise.reject(new AskerError('The page does not answer: try again later.')),
  }),
});
const files = defineCommand({
  data: {
    name: 'files',
    description: 'Takes and gives a file',
    options: [
      {
        type: OPTION.group,
        name: 'in',
        description: 'A group',
        options: [
          {
            type: OPTION.subcommand,
            name: 'out',
            description: 'A subcommand',
            options: [
              { type: OPTION.attachment, name: 'file', description: 'A file', required: true },
              { type: OPTION.channel, name: 'channel', description: 'A channel' },
              { type: OPTION.role, name: 'role', description: 'A role' },
              { type: OPTION.integer, name: 'count', description: 'A number' },
            ],
          },
        ],
      },
    ],
  },
  input: z.object({ file: attachedFile }).loose(),
  run(input) {
    given.push(input);
    return says('Here', { files: [{ name: 'a b.csv', data: new TextEncoder().encode('1;2') }] });
  },
});
const target = defineCommand({
  data: { name: 'Look at it', type: 3 },
  input: targetMessage,
  run(input) {
    given.push(input);
    return says(input === null ? 'It is gone' : 'Seen');
  },
});
const change = defineCommand({
  data: { name: 'change', description: 'Gives a button that changes its message', options: [hide] },
  input: z.object({ hide: z.boolean().default(false) }),
  run: (input) =>
    says('Before', { private: input.hide, buttons: [{ label: 'Change', action: 'change', args: [] }] }),
});
const broken = defineCommand({
  data: { name: 'broken', description: 'Throws' },
  input: z.object({}),
  run: () => Promise.reject(new Error('secret inside')),
});
const changing = defineAction({
  name: 'change',
  args: z.tuple([]),
  run: () => ({ update: says('After', { private: false }) }),
});

let discord: FakeDiscord;
let bot: Bot;
beforeEach(async () => {
  goOn = Promise.withResolvers();
  given = [];
  discord = await fakeDiscord({ responseWindow: PATIENCE });
  const own: readonly Command[] = [slow, failing, files, target, change, broken];
  bot = await startBot(discord, { commands: own, actions: [changing] });
  await discord.ready();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const shown = (exchange: Exchange, text: string): Promise<unknown> =>
  eventually(() => exchange.record.response && new RegExp(text, 'u').test(exchange.text()));
const count = (method: string, path: RegExp): number =>
  discord.requests.filter((request) => request.method === method && path.test(request.path)).length;
const EDIT = /^\/webhooks\/.*\/messages\/@original$/u;
const FIRST = /callback$/u;

describe('interactions are parsed', () => {
  test('subcommands, files, channels, roles and numbers', async () => {
    const data = new TextEncoder().encode('Hello');
    await discord.slash('/files in out', {
      file: { name: 'a.txt', type: 'text/plain', data },
      channel: '123',
      role: '456',
      count: 7,
    });
    expect(given).toMatchObject([
      {
        group: 'in',
        subcommand: 'out',
        file: { name: 'a.txt', type: 'text/plain', bytes: 5 },
        channel: '123',
        role: '456',
        count: 7,
      },
    ]);
  });

  test('a message that a command is used on, as people read it; or none when it is gone', async () => {
    const said = discord.message('It **raised** “$3” \\*sic\\*');
    expect((await discord.messageCommand('Look at it', said)).text()).toBe('Seen');
    const own = (await discord.slash('change')).message();
    await discord.messageCommand('Look at it', own);
    const [guild] = discord.guilds;
    expect(given).toEqual([
      {
        files: [],
        more: [],
        id: said.id,
        channelId: said.channel_id,
        authorId: discord.people.ada.id,
        text: 'It raised “$3” *sic*',
        url: `https://discord.com/channels/${guild?.id}/${said.channel_id}/${said.id}`,
        ours: false,
      },
      expect.objectContaining({ id: own.id, text: 'Before', ours: true }),
    ]);
  });
});

describe('responses are sent', () => {
  test('files go with a reply', async () => {
    const data = new TextEncoder().encode('Hello');
    const answer = await discord.slash('/files in out', {
      file: { name: 'a.txt', type: 'text/plain', data },
    });
    expect(answer.message().attachments.map(({ filename }) => filename)).toEqual(['a_b.csv']);
  });

  test('long work answers at once, and its result replaces the first message', async () => {
    const exchange = await discord.slash('slow');
    expect(exchange.text()).toBe('Begun');
    goOn.resolve();
    await shown(exchange, 'Done');
    expect(exchange.message().ephemeral).toBe(false);
    expect(exchange.followUps()).toEqual([]);
  });

  test('long work that fails says why in the same message', async () => {
    const exchange = await discord.slash('failing');
    await shown(exchange, 'The page does not answer');
    expect(exchange.text()).toBe('The page does not answer: try again later.');
  });

  test('when the message was deleted, the result is a private follow-up', async () => {
    const exchange = await discord.slash('slow');
    exchange.message().deleted = true;
    goOn.resolve();
    const [beside] = await discord.until(
      () => (exchange.followUps().length > 0 ? exchange.followUps() : undefined),
      'follow-up',
    );
    expect(beside?.ephemeral).toBe(true);
    expect(JSON.stringify(beside)).toMatch(/Done.*The message that this belongs to was deleted/u);
  });

  test('after fifteen minutes a public message is edited as the bot’s own, and a private one has expired', async () => {
    const open = await discord.slash('slow');
    const hidden = await discord.slash('slow', { hide: true });
    for (const { record } of [open, hidden]) record.sentAt -= 16 * 60_000;
    goOn.resolve();
    await shown(open, 'Done');
    expect(count('PATCH', /^\/channels\//u)).toBe(1);
    await eventually(() =>
      bot.lines.some((line) => line.includes('a result came after the reply had expired')),
    );
    expect(hidden.text()).toBe('Begun');
  });

  test('a button edits its message, or replies privately when that is gone', async () => {
    const message = (await discord.slash('change')).message();
    const click = await discord.button(message, 'Change');
    expect(click.type()).toBe(7);
    expect(click.text()).toBe('After');
    const hidden = (await discord.slash('change', { hide: true })).message();
    discord.faults.plan('POST', FIRST, { code: 10008 });
    const dismissed = await discord.button(hidden, 'Change');
    expect(dismissed.type()).toBe(4);
    expect(dismissed.message().ephemeral).toBe(true);
    expect(dismissed.text()).toMatch(/After[\s\S]*private reply that this belongs to has expired/u);
    const open = (await discord.slash('change')).message();
    discord.faults.plan('POST', FIRST, { code: 10008 });
    const deleted = await discord.button(open, 'Change');
    expect(deleted.text()).toMatch(/After[\s\S]*message that this belongs to was deleted/u);
  });

  test('a command that throws gives one sentence with the reference of its log line', async () => {
    const exchange = await discord.slash('broken');
    expect(exchange.message().ephemeral).toBe(true);
    expect(exchange.text()).not.toMatch(/secret/u);
    const [, reference = ''] = /reference (\w+) is in the log/u.exec(exchange.text()) ?? [];
    expect(
      bot.lines.filter((line) => line.includes(reference) && line.includes('secret inside')),
    ).toHaveLength(1);
  });
});

describe('F1 rate limits', () => {
  test.each(['user', 'global', 'shared'] as const)(
    'a %s limit on an edit is waited for; nothing is lost',
    async (scope) => {
      const exchange = await discord.slash('slow');
      discord.faults.plan('PATCH', EDIT, { retryAfter: 0.1, scope });
      goOn.resolve();
      await eventually(() => exchange.text() === 'Done');
      expect(exchange.text()).not.toMatch(/late/u);
    },
  );

  test('a long wait is mentioned in the reply', async () => {
    const exchange = await discord.slash('slow');
    discord.faults.plan('PATCH', EDIT, { retryAfter: 3 });
    goOn.resolve();
    await eventually(() => exchange.text() !== 'Begun');
    expect(exchange.text()).toMatch(/^Done\n-# This came 3 seconds late because Discord asked to wait/u);
  });
});

describe('F2, F3 faults of Discord and the network', () => {
  test.each([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['504', { status: 504 }],
    ['a reset', { reset: true }],
  ] as const)('%s: a lost first response is sent exactly once more', async (_what, fault) => {
    discord.faults.plan('POST', FIRST, fault, 2);
    const { record } = discord.send(discord.slashPayload('change'));
    const failed = () => bot.lines.filter((line) => line.includes('an answer could not be sent')).length;
    await eventually(() => failed() === 2);
    expect(discord.requests.filter(({ path }) => path.includes(record.id))).toHaveLength(2);
    discord.faults.plan('POST', FIRST, fault);
    expect((await discord.slash('change')).text()).toBe('Before');
  });

  test('F3 a request without an answer times out, and the next one uses a new connection', async () => {
    await bot.stop();
    bot = await startBot(discord, { commands: [change], rest: { firstTimeout: 500 } });
    await eventually(() => discord.gateway.counts.identifies === 2 && discord.gateway.connected());
    discord.faults.plan('POST', FIRST, { hang: true });
    discord.send(discord.slashPayload('change'));
    await eventually(() => bot.lines.some((line) => line.includes('an answer could not be sent')));
    expect((await discord.slash('change')).text()).toBe('Before');
  });

  test.each([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['a reset', { reset: true }],
    ['a lost answer', { lost: true }],
  ] as const)('%s: an edit is tried three times', async (_what, fault) => {
    const exchange = await discord.slash('slow');
    discord.faults.plan('PATCH', EDIT, fault, 2);
    goOn.resolve();
    await shown(exchange, 'Done');
    await eventually(() => count('PATCH', EDIT) === 3);
    expect(exchange.followUps()).toEqual([]);
  });

  test('a lost answer to a first response does not end the work', async () => {
    discord.faults.plan('POST', FIRST, { lost: true });
    const exchange = discord.send(discord.slashPayload('slow'));
    goOn.resolve();
    await shown(exchange, 'Done');
    expect(exchange.followUps()).toEqual([]);
  });

  test('a first response that did not arrive begins no work', async () => {
    discord.faults.plan('POST', FIRST, { reset: true });
    discord.send(discord.slashPayload('slow'));
    await eventually(() => bot.lines.some((line) => line.includes('an answer could not be sent')));
    expect(count('PATCH', EDIT)).toBe(0);
  });

  test('a lost answer to a message does not make a second one', async () => {
    discord.faults.plan('POST', /^\/channels\/\d+\/messages$/u, { lost: true });
    const asked = discord.message('hello', { mention: true });
    await discord.reply(asked);
    await eventually(() => count('POST', /^\/channels\/\d+\/messages$/u) === 2);
    const replies = [...discord.world.messages.values()].filter(
      ({ message_reference }) => message_reference?.message_id === asked.id,
    );
    expect(replies).toHaveLength(1);
  });
});

test('an answer that is too late is logged, and its work does not begin', async () => {
  discord.world.responseWindow = -1;
  discord.send(discord.slashPayload('slow'));
  await eventually(() => bot.lines.some((line) => line.includes('an answer came too late')));
  discord.world.responseWindow = PATIENCE;
  expect(count('PATCH', EDIT)).toBe(0);
});

test('when Discord refuses too many requests, only commands are answered', async () => {
  await bot.stop();
  bot = await startBot(discord, { commands: [change], rest: { strainAt: 1 } });
  await discord.gateway.ready();
  await eventually(() => bot.lines.some((line) => line.includes('"outcome"')));
  discord.faults.plan('POST', FIRST, { retryAfter: 60 });
  discord.send(discord.slashPayload('change'));
  await eventually(() => bot.lines.some((line) => line.includes('Discord refuses too much')));
  const before = discord.requests.length;
  await expect(bot.outlet.send('1', says('News'))).rejects.toThrow('Discord refuses too much');
  expect(discord.requests).toHaveLength(before);
  expect((await discord.slash('change')).text()).toBe('Before');
});
