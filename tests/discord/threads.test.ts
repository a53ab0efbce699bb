import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, PERMISSION, type FakeDiscord, type StoredMessage } from './fake-discord.ts';
import { INVITED, snowflake, type Channel } from './fake-objects.ts';
import { textsOf } from './invariants.ts';
import type { Json } from './json.ts';
import { PATIENCE } from './patience.ts';

const TEXT = 'The harbour tunnel in Esbjerg opened on Friday. It cost 340 million euros and took nine years.';
const LATER = TEXT.replace('340', '430');

let discord: FakeDiscord;
let bot: Bot;
let thread: Channel & { thread_metadata: NonNullable<Channel['thread_metadata']> };
beforeEach(async () => {
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [TEXT, LATER] });
  bot = await startBot(discord, { house: [] });
  await discord.ready();
  const [guild] = discord.guilds;
  thread = {
    id: snowflake(),
    type: 11,
    name: 'tunnel',
    guild_id: guild?.id ?? '',
    parent_id: guild?.channels[0]?.id ?? '',
    thread_metadata: { archived: false, locked: false },
  };
  guild?.channels.push(thread);
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const asEditor = { permissions: PERMISSION.manageGuild };
const managing = (): void => void discord.world.botMay.set(thread.id, INVITED | PERMISSION.manageThreads);
const textOf = (message: StoredMessage | undefined): string =>
  textsOf((message ?? {}) as unknown as Json).join('\n');
const inThread = (): StoredMessage[] =>
  [...discord.world.messages.values()].filter(({ channel_id: id }) => id === thread.id);
const patches = (): unknown[] =>
  discord.requests.flatMap(({ method, path, body }) =>
    method === 'PATCH' && path === `/channels/${thread.id}` ? [body] : [],
  );

/** A quote in a thread that is closed before the article is corrected. */
async function quotedThenCorrected(close: () => void): Promise<StoredMessage> {
  const desk = discord.guilds[0]?.channels[0]?.id ?? '';
  await discord.slash('/desk settings', { 'desk-channel': desk }, asEditor);
  const form = await discord.slash('/article add', {}, asEditor);
  const added = await discord.modal(form, { headline: 'Tunnel opens', text: TEXT }, asEditor);
  await discord.until(() => (added.text().includes('Added') ? true : undefined), 'the article');
  const quoted = await discord.slash('/quote', { phrase: 'cost 340 million' }, { channelId: thread.id });
  expect(quoted.message().ephemeral).toBe(false);
  close();
  const again = await discord.slash('/article correct', { article: 'tunnel-opens' }, asEditor);
  await discord.modal(again, { headline: 'Tunnel opens', text: LATER }, asEditor);
  return quoted.message();
}

const edited = (message: StoredMessage) =>
  discord.until(() => (textOf(message).includes('~~340~~ **430**') ? true : undefined), 'an edit');

describe('a posted quote in a thread that was closed later', () => {
  test('T28 is edited in an archived thread, which stays open if the bot may not archive', async () => {
    const message = await quotedThenCorrected(() => (thread.thread_metadata.archived = true));
    await edited(message);
    await discord.until(() => (patches().length === 2 ? true : undefined), 'a try to archive again');
    expect(thread.thread_metadata).toEqual({ archived: false, locked: false });
    expect(inThread()).toEqual([message]);
  });

  test('T28 is edited in a locked thread, which is closed again, if the bot may manage threads', async () => {
    managing();
    const message = await quotedThenCorrected(
      () => (thread.thread_metadata = { archived: true, locked: true }),
    );
    await edited(message);
    await discord.until(() => (patches().length === 2 ? true : undefined), 'the thread to be archived again');
    expect(patches()).toEqual([{ archived: false }, { archived: true }]);
    expect(thread.thread_metadata).toEqual({ archived: true, locked: true });
  });

  test('F21 is left in a locked thread, and the desk gets its link', async () => {
    const message = await quotedThenCorrected(() => (thread.thread_metadata.locked = true));
    const link = `https://discord.com/channels/${discord.guilds[0]?.id}/${thread.id}/${message.id}`;
    await discord.until(
      () =>
        [...discord.world.messages.values()].find(({ components }) =>
          JSON.stringify(components).includes(link),
        ),
      'the link',
    );
    expect(textOf(message)).not.toContain('430');
  });

  test('T28 gets a reply below if it may not be edited', async () => {
    const message = await quotedThenCorrected(() =>
      discord.faults.plan('PATCH', new RegExp(`messages/\\d+$`, 'u'), { code: 50_005 }, Infinity),
    );
    const below = await discord.until(
      () => inThread().find(({ message_reference: to }) => to?.message_id === message.id),
      'a message below',
    );
    expect(textOf(below)).toContain('I may not change it there');
    expect(textOf(below)).toContain('~~340~~ **430**');
    expect(textOf(message)).not.toContain('430');
  });
});
