import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../src/store/db/db.ts';
import { causeOf } from '../../src/desk/cause.ts';
import { seedArticle } from '../support/desk.ts';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, type FakeDiscord, type StoredMessage } from './fake-discord.ts';
import { snowflake } from './fake-objects.ts';
import { textsOf } from './invariants.ts';
import type { Json } from './json.ts';
import { eventually, PATIENCE } from './patience.ts';

// Each of these cases once got no reply at all.

let discord: FakeDiscord;
let bot: Bot;
beforeEach(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [(await seedArticle()).text] });
  bot = await startBot(discord);
  await discord.ready();
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const textOf = (message: StoredMessage): string => textsOf(message as unknown as Json).join('\n');
const QUESTION = 'Who led the round?';
/** The bot's direct message to a person. */
const direct = (): Promise<StoredMessage> =>
  eventually(() =>
    [...discord.world.messages.values()].find(
      ({ author, channel_id }) => author.id === discord.world.bot.id && discord.world.directs.has(channel_id),
    ),
  );

describe('a mention that Discord refuses to let answer', () => {
  test.each([160_005, 50_083, 50_024, 130_000, 160_002, 50_013, 99_999])(
    'with code %i leads to a direct message',
    async (code) => {
      discord.faults.plan('POST', /^\/channels\/\d+\/messages$/u, { code }, code === 160_002 ? 3 : 2);
      discord.message(QUESTION, { mention: true });
      expect(textOf(await direct())).toMatch(/Discord did not take my answer|I may not post that/u);
    },
  );

  test('with 503 each time leads to a direct message', async () => {
    discord.faults.plan('POST', /^\/channels\/\d+\/messages$/u, { status: 503 }, 6);
    discord.message(QUESTION, { mention: true });
    expect(textOf(await direct())).toMatch(/Discord did not take my answer/u);
  });
});

describe('F2 a first response that failed', () => {
  test.each([{ status: 500 }, { status: 503 }, { reset: true }] as const)(
    'with %o without arriving is sent once more',
    async (fault) => {
      discord.faults.plan('POST', /callback$/u, fault);
      const answer = await discord.slash('/ask', { question: QUESTION });
      expect(answer.text()).toMatch(/led by Alibaba/u);
      expect(discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2);
    },
  );

  test('twice is not sent a third time', async () => {
    discord.faults.plan('POST', /callback$/u, { status: 500 }, 2);
    const asked = discord.send(discord.slashPayload('/ask', { question: QUESTION }));
    await eventually(() => bot.lines.some((line) => line.includes(asked.record.id)));
    await discord.slash('help');
    expect(
      discord.requests.filter(({ path }) => path.startsWith(`/interactions/${asked.record.id}/`)),
    ).toHaveLength(2);
  });

  test('but arrived is not sent again', async () => {
    discord.faults.plan('POST', /callback$/u, { lost: true });
    const answer = await discord.slash('/ask', { question: QUESTION });
    await eventually(() => discord.requests.some(({ path }) => path.endsWith('@original')));
    await discord.slash('help');
    expect(
      discord.requests.filter(({ path }) => path.startsWith(`/interactions/${answer.record.id}/`)),
    ).toHaveLength(1);
  });
});

describe('F9 optional fields may have any value', () => {
  test.each([
    { channel: null },
    { channel: { id: 'x', type: 'y' } },
    { message: null },
    { guild_locale: 7 },
    { user: null },
  ])('in a command: %o', async (odd) => {
    const payload = { ...discord.slashPayload('/ask', { question: QUESTION }), ...odd };
    expect((await discord.answer(discord.send(payload))).text()).toMatch(/led by Alibaba/u);
  });

  test.each([
    { flags: null },
    { components: null },
    { content: null },
    { message_snapshots: [{}] },
    { message_snapshots: [{ message: { content: null } }] },
    { author: { id: '7', bot: 'no' } },
  ])('in the message that a button stands on: %o', async (odd) => {
    const answer = await discord.slash('/ask', { question: QUESTION });
    const payload = discord.buttonPayload(answer.message(), 'Context');
    const message = { ...(payload['message'] as object), ...odd };
    const clicked = discord.send({ ...payload, message });
    await discord.answer(clicked);
    expect(clicked.type()).toBeDefined();
  });

  test.each([
    { flags: null },
    { components: null },
    { attachments: null },
    { member: null },
    { referenced_message: 5 },
  ])('in a mention: %o', async (odd) => {
    const asked = { ...discord.message(QUESTION, { mention: true }), id: snowflake(), ...odd };
    discord.world.messages.set(asked.id, asked as unknown as StoredMessage);
    discord.gateway.dispatch('MESSAGE_CREATE', asked);
    expect(textOf(await discord.reply(asked as unknown as StoredMessage))).toMatch(/led by Alibaba/u);
  });
});

test('a mention of the bot’s role counts, and gets instructions if its text is withheld', async () => {
  const withheld = await discord.reply(discord.message(QUESTION, { mentionRole: true }));
  expect(textOf(withheld)).toMatch(/mention me, not my role/u);
  const asked = discord.message(QUESTION, { mentionRole: true });
  const read = { ...asked, id: snowflake() };
  discord.world.messages.set(read.id, read);
  discord.gateway.dispatch('MESSAGE_CREATE', read);
  expect(textOf(await discord.reply(read))).toMatch(/led by Alibaba/u);
});

describe('a direct message', () => {
  test('is answered from the house articles when no server is shared', async () => {
    const reply = await discord.reply(discord.direct(QUESTION));
    expect(textOf(reply)).toMatch(/led by Alibaba/u);
    expect(bot.posted).toEqual([]);
  });

  test('is answered from the one server that is shared', async () => {
    const [guild] = discord.guilds;
    guild?.members.add(discord.people.ada.id);
    const reply = await discord.reply(discord.direct(QUESTION));
    expect(textOf(reply)).toMatch(/led by Alibaba/u);
    await eventually(() => bot.posted.length === 1);
    expect(bot.posted[0]?.guildId).toBe(guild?.id);
    const clicked = await discord.answer(
      discord.send(withoutServer(discord.buttonPayload(reply, 'Context'))),
    );
    expect(clicked.text()).toMatch(/Alibaba/u);
  });

  test('is answered with a choice when several servers are shared', async () => {
    for (const { members } of discord.guilds) members.add(discord.people.ada.id);
    const reply = await discord.reply(discord.direct(QUESTION));
    expect(textOf(reply)).toMatch(/several servers[^\n]*Newsroom, Other newsroom\./u);
  });

  test('reveals nothing about a server that the author is not in', async () => {
    discord.guilds[0]?.members.add(discord.people.grace.id);
    await discord.reply(discord.direct(QUESTION, discord.people.ada));
    expect(bot.posted).toEqual([]);
  });
});

/** An interaction from a direct message, with a user instead of a member. */
function withoutServer({ guild_id: _guild, member, ...rest }: Json): Json {
  return { ...rest, user: (member as { user: unknown }).user };
}

test('the log has the cause of a store fault with its stack', () => {
  const cause = causeOf(new StoreError('full', 'The archive cannot grow.', new Error('disk I/O error')));
  expect(cause).toMatchObject({
    name: 'StoreError',
    fault: 'full',
    stack: expect.stringContaining('silence.test') as string,
    cause: { message: 'disk I/O error' },
  });
});
