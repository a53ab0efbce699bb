import { describe, expect, test } from 'vitest';
import { StoreError } from '../../src/store/db/db.ts';
import { causeOf } from '../../src/desk/cause.ts';
import type { StoredMessage } from './fake-discord.ts';
import { snowflake } from './fake-objects.ts';
import type { Json } from './json.ts';
import { eventually } from './patience.ts';
import { seededBotForEach, textOf } from './seeded-bot.ts';

// Each of these cases once got no reply at all.

const at = seededBotForEach();

const QUESTION = 'Who led the round?';
/** The bot's direct message to a person. */
const direct = (): Promise<StoredMessage> =>
  eventually(() =>
    [...at.discord.world.messages.values()].find(
      ({ author, channel_id }) =>
        author.id === at.discord.world.bot.id && at.discord.world.directs.has(channel_id),
    ),
  );

describe('a mention that Discord refuses to let answer', () => {
  test.each([160_005, 50_083, 50_024, 130_000, 160_002, 50_013, 99_999])(
    'with code %i leads to a direct message',
    async (code) => {
      at.discord.faults.plan('POST', /^\/channels\/\d+\/messages$/u, { code }, code === 160_002 ? 3 : 2);
      at.discord.message(QUESTION, { mention: true });
      expect(textOf(await direct())).toMatch(/Discord did not take my answer|I may not post that/u);
    },
  );

  test('with 503 each time leads to a direct message', async () => {
    at.discord.faults.plan('POST', /^\/channels\/\d+\/messages$/u, { status: 503 }, 6);
    at.discord.message(QUESTION, { mention: true });
    expect(textOf(await direct())).toMatch(/Discord did not take my answer/u);
  });
});

describe('F2 a first response that failed', () => {
  test.each([{ status: 500 }, { status: 503 }, { reset: true }] as const)(
    'with %o without arriving is sent once more',
    async (fault) => {
      at.discord.faults.plan('POST', /callback$/u, fault);
      const answer = await at.discord.slash('/ask', { question: QUESTION });
      expect(answer.text()).toMatch(/led by Alibaba/u);
      expect(at.discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2);
    },
  );

  test('twice is not sent a third time', async () => {
    at.discord.faults.plan('POST', /callback$/u, { status: 500 }, 2);
    const asked = at.discord.send(at.discord.slashPayload('/ask', { question: QUESTION }));
    await eventually(() => at.bot.lines.some((line) => line.includes(asked.record.id)));
    await at.discord.slash('help');
    expect(
      at.discord.requests.filter(({ path }) => path.startsWith(`/interactions/${asked.record.id}/`)),
    ).toHaveLength(2);
  });

  test('but arrived is not sent again', async () => {
    at.discord.faults.plan('POST', /callback$/u, { lost: true });
    const answer = await at.discord.slash('/ask', { question: QUESTION });
    await eventually(() => at.discord.requests.some(({ path }) => path.endsWith('@original')));
    await at.discord.slash('help');
    expect(
      at.discord.requests.filter(({ path }) => path.startsWith(`/interactions/${answer.record.id}/`)),
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
    const payload = { ...at.discord.slashPayload('/ask', { question: QUESTION }), ...odd };
    expect((await at.discord.answer(at.discord.send(payload))).text()).toMatch(/led by Alibaba/u);
  });

  test.each([
    { flags: null },
    { components: null },
    { content: null },
    { message_snapshots: [{}] },
    { message_snapshots: [{ message: { content: null } }] },
    { author: { id: '7', bot: 'no' } },
  ])('in the message that a button stands on: %o', async (odd) => {
    const answer = await at.discord.slash('/ask', { question: QUESTION });
    const payload = at.discord.buttonPayload(answer.message(), 'Context');
    const message = { ...(payload['message'] as object), ...odd };
    const clicked = at.discord.send({ ...payload, message });
    await at.discord.answer(clicked);
    expect(clicked.type()).toBeDefined();
  });

  test.each([
    { flags: null },
    { components: null },
    { attachments: null },
    { member: null },
    { referenced_message: 5 },
  ])('in a mention: %o', async (odd) => {
    const asked = { ...at.discord.message(QUESTION, { mention: true }), id: snowflake(), ...odd };
    at.discord.world.messages.set(asked.id, asked as unknown as StoredMessage);
    at.discord.gateway.dispatch('MESSAGE_CREATE', asked);
    expect(textOf(await at.discord.reply(asked as unknown as StoredMessage))).toMatch(/led by Alibaba/u);
  });
});

test('a mention of the bot’s role counts, and gets instructions if its text is withheld', async () => {
  const withheld = await at.discord.reply(at.discord.message(QUESTION, { mentionRole: true }));
  expect(textOf(withheld)).toMatch(/mention me, not my role/u);
  const asked = at.discord.message(QUESTION, { mentionRole: true });
  const read = { ...asked, id: snowflake() };
  at.discord.world.messages.set(read.id, read);
  at.discord.gateway.dispatch('MESSAGE_CREATE', read);
  expect(textOf(await at.discord.reply(read))).toMatch(/led by Alibaba/u);
});

describe('a direct message', () => {
  test('is answered from the house articles when no server is shared', async () => {
    const reply = await at.discord.reply(at.discord.direct(QUESTION));
    expect(textOf(reply)).toMatch(/led by Alibaba/u);
    expect(at.bot.posted).toEqual([]);
  });

  test('is answered from the one server that is shared', async () => {
    const [guild] = at.discord.guilds;
    guild?.members.add(at.discord.people.ada.id);
    const reply = await at.discord.reply(at.discord.direct(QUESTION));
    expect(textOf(reply)).toMatch(/led by Alibaba/u);
    await eventually(() => at.bot.posted.length === 1);
    expect(at.bot.posted[0]?.guildId).toBe(guild?.id);
    const clicked = await at.discord.answer(
      at.discord.send(withoutServer(at.discord.buttonPayload(reply, 'Context'))),
    );
    expect(clicked.text()).toMatch(/Alibaba/u);
  });

  test('is answered with a choice when several servers are shared', async () => {
    for (const { members } of at.discord.guilds) members.add(at.discord.people.ada.id);
    const reply = await at.discord.reply(at.discord.direct(QUESTION));
    expect(textOf(reply)).toMatch(/several servers[^\n]*Newsroom, Other newsroom\./u);
  });

  test('reveals nothing about a server that the author is not in', async () => {
    at.discord.guilds[0]?.members.add(at.discord.people.grace.id);
    await at.discord.reply(at.discord.direct(QUESTION, at.discord.people.ada));
    expect(at.bot.posted).toEqual([]);
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
