import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actions } from '../../commands/click/index.ts';
import { commands } from '../../commands/index.ts';
import { defineCommand } from '../../src/desk/ports.ts';
import { OPTION } from '../../src/desk/options.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { seedArticle } from '../support/desk.ts';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, PERMISSION, type Exchange, type FakeDiscord } from './fake-discord.ts';
import { click, messageCommand } from './fake-interactions.ts';
import { INVITED, snowflake, type StoredMessage } from './fake-objects.ts';
import { textsOf } from './invariants.ts';
import type { Json } from './json.ts';
import { eventually, PATIENCE } from './patience.ts';

const says = (text: string, more: Partial<Reply> = {}): Reply => ({
  tone: 'info',
  private: true,
  blocks: [{ type: 'text', words: [text] }],
  ...more,
});
const FILES = [{ name: 'a.txt', data: new TextEncoder().encode('A') }];

/** Long work waits until a test releases it. */
let goOn = Promise.withResolvers<void>();
const slow = defineCommand({
  data: {
    name: 'slow',
    description: 'Takes its time',
    options: [{ type: OPTION.boolean, name: 'hide', description: 'For you alone' }],
  },
  input: z.object({ hide: z.boolean().default(false) }),
  run: ({ hide }) => ({
    first: says('Begun', { private: hide }),
    async work() {
      await goOn.promise;
      return says('Done', { files: FILES });
    },
  }),
});

let discord: FakeDiscord;
let bot: Bot;
let channel: string;
beforeEach(async () => {
  goOn = Promise.withResolvers();
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [(await seedArticle()).text] });
  bot = await startBot(discord, { commands: [...commands, slow], actions });
  await discord.ready();
  channel = discord.guilds[0]?.channels[0]?.id ?? '';
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const textOf = (message: StoredMessage): string => textsOf(message as unknown as Json).join('\n');
const messagesIn = (channelId: string | undefined): string[] =>
  [...discord.world.messages.values()]
    .filter((each) => each.channel_id === channelId && each.author.id === discord.world.bot.id)
    .map(textOf);
/** The bot's direct messages to Ada. */
const toldAda = (): string[] =>
  [...discord.world.directs].flatMap(([id, reader]) =>
    reader === discord.people.ada.id ? messagesIn(id) : [],
  );
const logged = (words: string): Promise<unknown> =>
  eventually(() => bot.lines.some((line) => line.includes(words)));
const forbid = (...permissions: bigint[]): void =>
  void discord.world.botMay.set(
    channel,
    permissions.reduce((left, each) => left & ~each, INVITED),
  );

/** The private reply to the asker. Throws unless it is one plain sentence. */
function sentenceOf(exchange: Exchange): string {
  const text = exchange.text();
  if (exchange.message().ephemeral && /^[^\n]+[^.\n]\.$/u.test(text)) return text;
  throw new Error(`not one sentence for the asker alone: ${text}`);
}

describe('a message without quotes, too long or deleted', () => {
  test.each(['Check quotes', 'Find source'])('gets an explanation from %s', async (name) => {
    expect(sentenceOf(await discord.messageCommand(name, discord.message('😀 …')))).toMatch(
      /^Nothing is quoted there: /u,
    );
    const long = discord.message('x'.repeat(6001));
    expect(sentenceOf(await discord.messageCommand(name, long))).toMatch(/^This is too long to check: /u);
    const help = await discord.slash('/help');
    expect(sentenceOf(await discord.messageCommand(name, help.message()))).toMatch(
      /this reply of mine has no quote/u,
    );
  });

  test('that is missing is reported as deleted or unreadable', async () => {
    const gone = discord.message('“led by Alibaba”');
    const payload = messageCommand(discord.world, 'Check quotes', gone, {});
    const data = { ...(payload['data'] as Json), resolved: { messages: {} } };
    const exchange = await discord.answer(discord.send({ ...payload, data }));
    expect(sentenceOf(exchange)).toMatch(
      /^This message is no longer here: it was deleted, or I may not read it\.$/u,
    );
  });
});

describe('missing permissions of the bot', () => {
  test.each([
    ['Send Messages', PERMISSION.sendMessages],
    ['View Channels', PERMISSION.viewChannel],
  ])(
    'F21 without %s the author of a mention gets a direct message, once an hour',
    async (_name, permission) => {
      forbid(permission);
      discord.message('Who led the round?', { mention: true });
      await eventually(() => toldAda().length === 1);
      expect(toldAda()[0]).toMatch(
        /^I may not post that in <#\d+>: someone who manages this server [^.]+\.$/u,
      );
      discord.message('Who invested?', { mention: true });
      await eventually(() => bot.lines.filter((line) => line.includes('may not write there')).length === 2);
      discord.world.botMay.clear();
      await discord.reply(discord.message('Who led the round?', { mention: true }));
      expect(toldAda()).toHaveLength(1);
      expect(messagesIn(channel)).toHaveLength(1);
    },
  );

  test('a refused direct message is logged with its cause', async () => {
    forbid(PERMISSION.sendMessages);
    discord.world.closed.add(discord.people.ada.id);
    discord.message('Who led the round?', { mention: true });
    await logged('the bot may not write there');
    await logged('a direct message about a refused answer could not be sent');
    expect(toldAda()).toEqual([]);
  });

  test('without Read Message History a mention is answered with an ordinary message', async () => {
    forbid(PERMISSION.readHistory);
    discord.message('Who led the round?', { mention: true });
    await eventually(() => messagesIn(channel).length === 1);
    expect(messagesIn(channel)[0]).toMatch(/led by Alibaba/u);
    expect(toldAda()).toEqual([]);
  });

  test('without Attach Files an answer with a file is replaced by a private explanation', async () => {
    forbid(PERMISSION.attachFiles);
    const answer = await discord.slash('/ask', { question: 'Who led the round?' });
    expect(answer.text()).toMatch(/led by Alibaba/u);
    expect(sentenceOf(await discord.button(answer.message(), 'Copy exact'))).toMatch(
      /^I may not post that in <#\d+>: /u,
    );
    await logged('the bot lacks a permission there');
  });

  test('without Attach Files the result of long work is replaced by an explanation', async () => {
    forbid(PERMISSION.attachFiles);
    const exchange = await discord.slash('/slow');
    goOn.resolve();
    await eventually(() => exchange.text() !== 'Begun');
    expect(exchange.text()).toMatch(/^I may not post that in <#\d+>: [^.]+\.$/u);
  });

  test('a first response that is refused even privately becomes a direct message, and no work begins', async () => {
    discord.faults.plan('POST', /callback$/u, { code: 50_001 }, 2);
    discord.send(discord.slashPayload('slow'));
    await eventually(() => toldAda().length === 1);
    goOn.resolve();
    expect(toldAda()[0]).toMatch(/^I may not post that in /u);
  });
});

describe('no permission of the asker', () => {
  const GRACE = (): object => ({ user: discord.people.grace });

  test('Delete is for the asker and for moderators', async () => {
    const answer = await discord.slash('/ask', { question: 'Who led the round?' });
    expect(sentenceOf(await discord.button(answer.message(), 'Delete', GRACE()))).toMatch(
      /^Only who asked, or a moderator, can/u,
    );
  });

  test('Share requires the right to write in the channel or thread', async () => {
    const hidden = await discord.slash('/ask', { question: 'Who led the round?', hide: true });
    const share = (permissions: bigint, channelId = channel): Promise<Exchange> =>
      discord.button(hidden.message(), 'Share to channel', { permissions, channelId });
    expect(sentenceOf(await share(PERMISSION.viewChannel))).toMatch(
      /^You may not write in this channel, so this cannot/u,
    );
    const thread = { id: snowflake(), type: 11, name: 'talk', parent_id: channel };
    discord.guilds[0]?.channels.push(thread);
    expect(sentenceOf(await share(PERMISSION.sendMessages, thread.id))).toMatch(
      /^You may not write in this channel/u,
    );
    expect((await share(PERMISSION.sendInThreads, thread.id)).message().ephemeral).toBe(false);
    expect((await share(PERMISSION.sendMessages)).message().ephemeral).toBe(false);
  });

  test('an editors’ command or button says whom to ask', async () => {
    const command = await discord.slash('/article retract', { article: 'sensetime-alibaba-round' });
    expect(sentenceOf(command)).toMatch(/^\/article is for editors: ask someone who manages this server/u);
    const said = discord.message('hello');
    const clicked = await discord.answer(
      discord.send(click(discord.world, said, '1:retract:sensetime-alibaba-round', {})),
    );
    expect(sentenceOf(clicked)).toMatch(/^This button is for editors: ask someone who manages this server/u);
  });
});

describe('expired replies', () => {
  /** The interaction's token is older than fifteen minutes. */
  const age = ({ record }: Exchange): void => void (record.sentAt -= 16 * 60_000);
  const EXPIRED = /^What you asked for in <#\d+> took longer than the 15 minutes [^.]+: ask again there\.$/u;

  test('a private reply that expires before its result becomes a direct message', async () => {
    const hidden = await discord.slash('/slow', { hide: true });
    age(hidden);
    goOn.resolve();
    await eventually(() => toldAda().length === 1);
    expect(toldAda()[0]).toMatch(EXPIRED);
    await logged('a result came after the reply had expired');
  });

  test('a public reply is edited as a message, or becomes a direct message if it was deleted', async () => {
    const open = await discord.slash('/slow');
    const deleted = await discord.slash('/slow');
    deleted.message().deleted = true;
    for (const each of [open, deleted]) age(each);
    goOn.resolve();
    await eventually(() => toldAda().length === 1 && open.text() === 'Done');
    expect(toldAda()[0]).toMatch(EXPIRED);
  });

  test('a follow-up for a dismissed reply that comes too late becomes a direct message', async () => {
    const hidden = await discord.slash('/slow', { hide: true });
    discord.faults.plan('PATCH', /@original$/u, { code: 10_008 });
    discord.faults.plan('POST', /^\/webhooks\/\d+\/[^/]+$/u, { code: 50_027 });
    goOn.resolve();
    await eventually(() => toldAda().length === 1);
    expect(hidden.text()).toBe('Begun');
    expect(toldAda()[0]).toMatch(EXPIRED);
  });

  test('buttons of an expired private reply still work', async () => {
    const hidden = await discord.slash('/ask', { question: 'Who led the round?', hide: true });
    age(hidden);
    expect((await discord.button(hidden.message(), 'Context')).text()).toMatch(/Around sentence/u);
    expect((await discord.button(hidden.message(), 'Share to channel')).message().ephemeral).toBe(false);
  });

  test('the asker is informed when Discord refuses to delete a message', async () => {
    const answer = await discord.slash('/ask', { question: 'Who led the round?' });
    discord.faults.plan('DELETE', /@original$/u, { code: 50_027 });
    const clicked = await discord.button(answer.message(), 'Delete');
    await eventually(() => clicked.followUps().length === 1);
    expect(textOf(clicked.followUps()[0] as StoredMessage)).toMatch(/^Discord did not let me delete this/u);
  });
});
