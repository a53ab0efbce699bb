import { afterEach, beforeEach, expect, test } from 'vitest';
import { seedArticle } from '../support/desk.ts';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, type FakeDiscord, type StoredMessage } from './fake-discord.ts';
import { snowflake } from './fake-objects.ts';
import { textsOf } from './invariants.ts';
import type { Json } from './json.ts';
import { eventually, PATIENCE } from './patience.ts';

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
const ownMessages = (): StoredMessage[] =>
  [...discord.world.messages.values()].filter(({ author }) => author.id === discord.world.bot.id);

test('a mention is answered with one reply that pings nobody', async () => {
  const asked = discord.message('Who led the round?', { mention: true });
  const reply = await discord.reply(asked);
  expect(textOf(reply)).toMatch(/led by Alibaba/u);
  await eventually(() => bot.posted.length === 1);
  // T19: delivered twice, answered once.
  discord.gateway.dispatch('MESSAGE_CREATE', asked);
  await discord.reply(discord.message('Who invested?', { mention: true }));
  expect(ownMessages()).toHaveLength(2);
});

test('a bare mention shows three examples, and a question that is too long is refused', async () => {
  const examples = textOf(await discord.reply(discord.message('', { mention: true })));
  expect(examples.match(/\/[a-z-]+ [a-z]+:/gu)).toHaveLength(3);
  const long = await discord.reply(discord.message('why '.repeat(400), { mention: true }));
  expect(textOf(long)).toMatch(/at most 1,000 characters/u);
});

test('a reply to the bot’s message is a follow-up within the quoted articles', async () => {
  const first = await discord.reply(discord.message('How much did SenseTime raise?', { mention: true }));
  const second = await discord.reply(discord.message('and in July 2017?', { replyTo: first }));
  expect(textOf(second)).toMatch(/\$410 million/u);
  expect(textOf(second)).toMatch(/Carried over: SenseTime/u);
});

test('a follow-up works after a restart, and thanks are not a question', async () => {
  const first = await discord.reply(discord.message('How much did SenseTime raise?', { mention: true }));
  await bot.stop();
  bot = await startBot(discord);
  await discord.ready();
  const second = await discord.reply(discord.message('who led it?', { replyTo: first }));
  expect(textOf(second)).toMatch(/^### who led it\?\n[\s\S]*led by Alibaba/u);
  const third = await discord.reply(discord.message('who wrote this?', { replyTo: second }));
  expect(textOf(third)).toMatch(/no author is stored with it/u);
  const fourth = await discord.reply(discord.message('when was it published?', { replyTo: third }));
  expect(textOf(fourth)).toMatch(/no date of publication is stored/u);
  expect(textOf(await discord.reply(discord.message('thanks!', { replyTo: fourth })))).toMatch(/\/help/u);
});

test('a mention in a thread may quote the articles of its channel', async () => {
  const [guild] = discord.guilds;
  const parent = guild?.channels[0]?.id ?? '';
  const thread = { id: snowflake(), type: 11, name: 'talk', parent_id: parent };
  guild?.channels.push(thread);
  const asked = discord.message('Who led the round?', { mention: true, channelId: thread.id });
  expect((await discord.reply(asked)).channel_id).toBe(thread.id);
  await discord.reply(discord.message('Who invested?', { mention: true, channelId: thread.id }));
  const lookups = discord.requests.filter(
    ({ method, path }) => method === 'GET' && path === `/channels/${thread.id}`,
  );
  expect(lookups).toHaveLength(1);
  const slash = await discord.slash('/ask', { question: 'Who led the round?' }, { channelId: thread.id });
  expect(slash.message().channel_id).toBe(thread.id);
});

test('other bots, webhooks, roles, everyone, stickers, joins and forwarded messages are ignored', async () => {
  const asked = discord.message('Who led the round?', { mention: true });
  await discord.reply(asked);
  const like = (fields: Json) =>
    discord.gateway.dispatch('MESSAGE_CREATE', { ...asked, id: snowflake(), ...fields });
  like({ author: { ...asked.author, bot: true } });
  like({ webhook_id: snowflake() });
  like({ type: 7 });
  like({ content: '', sticker_items: [{ id: '1', name: 'wave', format_type: 1 }] });
  like({ content: '@everyone Who led the round?', mentions: [], mention_everyone: true });
  like({ content: '<@&1> Who led the round?', mentions: [], mention_roles: ['1'] });
  const snapshot = { message: { content: 'Who led the round?' } };
  like({ content: '', mentions: [], message_reference: { type: 1 }, message_snapshots: [snapshot] });
  await discord.reply(discord.message('Who invested?', { mention: true }));
  expect(ownMessages()).toHaveLength(2);
});

test('a reply whose text Discord withholds is answered with instructions', async () => {
  const answer = await discord.slash('/ask', { question: 'Who led the round?' });
  const { mentions } = discord.message('x', { mention: true });
  const withheld = {
    ...discord.message('x', { replyTo: answer.message() }),
    id: snowflake(),
    content: '',
    mentions,
  };
  discord.world.messages.set(withheld.id, withheld);
  discord.gateway.dispatch('MESSAGE_CREATE', { ...withheld, referenced_message: answer.message() });
  expect(textOf(await discord.reply(withheld))).toMatch(/Start your question with my name/u);
});
