import { expect, test } from 'vitest';
import { startBot } from './bot.ts';
import type { StoredMessage } from './fake-discord.ts';
import { snowflake } from './fake-objects.ts';
import type { Json } from './json.ts';
import { eventually } from './patience.ts';
import { seededBotForEach, textOf } from './seeded-bot.ts';

const at = seededBotForEach();

const ownMessages = (): StoredMessage[] =>
  [...at.discord.world.messages.values()].filter(({ author }) => author.id === at.discord.world.bot.id);

test('a mention is answered with one reply that pings nobody', async () => {
  const asked = at.discord.message('Who led the round?', { mention: true });
  const reply = await at.discord.reply(asked);
  expect(textOf(reply)).toMatch(/led by Alibaba/u);
  await eventually(() => at.bot.posted.length === 1);
  // T19: delivered twice, answered once.
  at.discord.gateway.dispatch('MESSAGE_CREATE', asked);
  await at.discord.reply(at.discord.message('Who invested?', { mention: true }));
  expect(ownMessages()).toHaveLength(2);
});

test('a bare mention shows three examples, and a question that is too long is refused', async () => {
  const examples = textOf(await at.discord.reply(at.discord.message('', { mention: true })));
  expect(examples.match(/\/[a-z-]+ [a-z]+:/gu)).toHaveLength(3);
  const long = await at.discord.reply(at.discord.message('why '.repeat(400), { mention: true }));
  expect(textOf(long)).toMatch(/at most 1,000 characters/u);
});

test('a reply to the bot’s message is a follow-up within the quoted articles', async () => {
  const first = await at.discord.reply(
    at.discord.message('How much did SenseTime raise?', { mention: true }),
  );
  const second = await at.discord.reply(at.discord.message('and in July 2017?', { replyTo: first }));
  expect(textOf(second)).toMatch(/\$410 million/u);
  expect(textOf(second)).toMatch(/Carried over: SenseTime/u);
});

test('a follow-up works after a restart, and thanks are not a question', async () => {
  const first = await at.discord.reply(
    at.discord.message('How much did SenseTime raise?', { mention: true }),
  );
  await at.bot.stop();
  at.bot = await startBot(at.discord);
  await at.discord.ready();
  const second = await at.discord.reply(at.discord.message('who led it?', { replyTo: first }));
  expect(textOf(second)).toMatch(/^### who led it\?\n[\s\S]*led by Alibaba/u);
  const third = await at.discord.reply(at.discord.message('who wrote this?', { replyTo: second }));
  expect(textOf(third)).toMatch(/no author is stored with it/u);
  const fourth = await at.discord.reply(at.discord.message('when was it published?', { replyTo: third }));
  expect(textOf(fourth)).toMatch(/no date of publication is stored/u);
  expect(textOf(await at.discord.reply(at.discord.message('thanks!', { replyTo: fourth })))).toMatch(
    /\/help/u,
  );
});

test('a mention in a thread may quote the articles of its channel', async () => {
  const [guild] = at.discord.guilds;
  const parent = guild?.channels[0]?.id ?? '';
  const thread = { id: snowflake(), type: 11, name: 'talk', parent_id: parent };
  guild?.channels.push(thread);
  const asked = at.discord.message('Who led the round?', { mention: true, channelId: thread.id });
  expect((await at.discord.reply(asked)).channel_id).toBe(thread.id);
  await at.discord.reply(at.discord.message('Who invested?', { mention: true, channelId: thread.id }));
  const lookups = at.discord.requests.filter(
    ({ method, path }) => method === 'GET' && path === `/channels/${thread.id}`,
  );
  expect(lookups).toHaveLength(1);
  const slash = await at.discord.slash('/ask', { question: 'Who led the round?' }, { channelId: thread.id });
  expect(slash.message().channel_id).toBe(thread.id);
});

test('other bots, webhooks, roles, everyone, stickers, joins and forwarded messages are ignored', async () => {
  const asked = at.discord.message('Who led the round?', { mention: true });
  await at.discord.reply(asked);
  const like = (fields: Json) =>
    at.discord.gateway.dispatch('MESSAGE_CREATE', { ...asked, id: snowflake(), ...fields });
  like({ author: { ...asked.author, bot: true } });
  like({ webhook_id: snowflake() });
  like({ type: 7 });
  like({ content: '', sticker_items: [{ id: '1', name: 'wave', format_type: 1 }] });
  like({ content: '@everyone Who led the round?', mentions: [], mention_everyone: true });
  like({ content: '<@&1> Who led the round?', mentions: [], mention_roles: ['1'] });
  const snapshot = { message: { content: 'Who led the round?' } };
  like({ content: '', mentions: [], message_reference: { type: 1 }, message_snapshots: [snapshot] });
  await at.discord.reply(at.discord.message('Who invested?', { mention: true }));
  expect(ownMessages()).toHaveLength(2);
});

test('a reply whose text Discord withholds is answered with instructions', async () => {
  const answer = await at.discord.slash('/ask', { question: 'Who led the round?' });
  const { mentions } = at.discord.message('x', { mention: true });
  const withheld = {
    ...at.discord.message('x', { replyTo: answer.message() }),
    id: snowflake(),
    content: '',
    mentions,
  };
  at.discord.world.messages.set(withheld.id, withheld);
  at.discord.gateway.dispatch('MESSAGE_CREATE', { ...withheld, referenced_message: answer.message() });
  expect(textOf(await at.discord.reply(withheld))).toMatch(/Start your question with my name/u);
});
