import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import { fakeDiscord, PERMISSION, type Exchange, type FakeDiscord } from './fake-discord.ts';
import { guild } from './fake-objects.ts';
import { flatten } from './fake-rules.ts';
import { asList } from './json.ts';
import { eventually, PATIENCE } from './patience.ts';

const TUNNEL = 'The harbour tunnel in Esbjerg opened on Friday. It took nine years.';
const FERRY = 'The ferry Aurora sank off Bergen on Monday. All passengers were saved.';

let discord: FakeDiscord;
let bot: Bot;
let dataDir: string;
const elsewhere = guild('Elsewhere');
elsewhere.joined = false;

const start = async (): Promise<void> => {
  bot = await startBot(discord, { house: [], dataDir });
  await discord.ready();
};
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pullquote-outside-'));
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [TUNNEL, FERRY] });
  discord.guilds.push(elsewhere);
  await start();
  await add(0, 'Tunnel opens', TUNNEL);
  await add(1, 'Ferry sinks', FERRY);
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
  await rm(dataDir, { recursive: true });
});

const idOf = (at: number): string => discord.guilds[at]?.id ?? '';

/** An editor adds an article to a server. */
async function add(at: number, headline: string, text: string): Promise<void> {
  const editor = { guildId: idOf(at), permissions: PERMISSION.manageGuild };
  const form = await discord.slash('/article add', {}, editor);
  const added = await discord.modal(form, { headline, text }, editor);
  await discord.until(() => (added.text().includes('Added') ? true : undefined), 'the article');
}

const outside = { guildId: elsewhere.id, outside: 'server' } as const;
const join0 = (at: number): void => void discord.guilds[at]?.members.add(discord.people.ada.id);
const labels = (exchange: Exchange): unknown[] =>
  asList(exchange.message().components)
    .flatMap(flatten)
    .flatMap(({ type, label }) => (type === 2 ? [label] : []));

test('only four commands can be installed by a person and used anywhere', () => {
  const anywhere = discord
    .registered()
    .filter((command) => (command['integration_types'] as number[]).includes(1))
    .map((command) => [command['name'], command['integration_types'], command['contexts']]);
  const names = anywhere.map(([name]) => String(name));
  expect(new Set(names)).toEqual(new Set(['Check quotes', 'Find source', 'check', 'cite']));
  for (const [, types, contexts] of anywhere)
    expect([types, contexts]).toEqual([
      [0, 1],
      [0, 1, 2],
    ]);
});

test('outside, answers are private and come from the only shared server', async () => {
  join0(0);
  const text = `“${TUNNEL}” and “All passengers were saved.”`;
  for (const where of [outside, { outside: 'group' } as const]) {
    // eslint-disable-next-line no-await-in-loop -- one place after the other
    const checked = await discord.slash('/check', { text }, where);
    expect(checked.message().ephemeral).toBe(true);
    expect(checked.text()).toContain('tunnel-opens.r1.s1');
    // T5: nothing of the other server.
    expect(checked.text()).toContain('1 NOT IN THE ARCHIVE');
    expect(checked.text()).not.toContain('ferry');
    expect(checked.text()).toContain('Read in the archive of Newsroom');
    expect(labels(checked)).not.toContain('Share to channel');
    expect(labels(checked)).not.toContain('Another server');
  }
  const said = discord.message(`“${TUNNEL}”`, { guildId: elsewhere.id });
  for (const name of ['Check quotes', 'Find source']) {
    // eslint-disable-next-line no-await-in-loop
    const found = await discord.messageCommand(name, said, outside);
    expect(found.text()).toContain('tunnel-opens.r1.s1');
  }
  const cited = await discord.slash('/cite', { receipt: 'tunnel-opens.r1.s2' }, outside);
  expect(cited.text()).toContain('It took nine years.');
  const context = await discord.button(cited.message(), 'Context', outside);
  expect(context.message().ephemeral).toBe(true);
});

test('outside, an answer is exported by its button, for the asker alone and not beyond what they may read', async () => {
  join0(0);
  const checked = await discord.slash('/check', { text: `“${TUNNEL}”` }, outside);
  expect(labels(checked)).toContain('Export');
  const exported = await discord.button(checked.message(), 'Export', outside);
  expect(exported.text()).toContain('1 answer with 1 source, each in a footnote.');
  expect(exported.message().ephemeral).toBe(true);
  const files = asList(exported.message().attachments).map(({ filename }) => String(filename));
  expect(files.map((name) => name.replace(/^.*\./u, '')).toSorted()).toEqual(['docx', 'html', 'md']);
  // T5: what is kept of the answer belongs to the server that was read.
  const ferry = { guildId: idOf(1) };
  const elsewhereAsked = await discord.button(checked.message(), 'Export', ferry);
  expect(elsewhereAsked.text()).toContain('Nothing was kept of this reply');
});

test('T17 permissions and roles of another server have no effect', async () => {
  join0(0);
  const rights = { ...outside, permissions: PERMISSION.administrator };
  const cited = await discord.slash('/cite', { receipt: 'tunnel-opens.r1.s2' }, rights);
  for (const id of ['1:retract:tunnel-opens', '1:details:tunnel-opens', '1:text:add']) {
    // eslint-disable-next-line no-await-in-loop
    const tried = await discord.button(cited.message(), id, rights);
    expect(tried.text()).toContain('is for editors');
  }
  const share = await discord.button(cited.message(), '1:share:x', rights);
  expect(share.message().ephemeral).toBe(true);
});

test('without a shared server only house articles are read', async () => {
  const checked = await discord.slash('/check', { text: `“${TUNNEL}”` }, outside);
  expect(checked.text()).toContain('NOT IN THE ARCHIVE');
  expect(checked.text()).toContain('only the house articles were read');
  expect(labels(checked)).not.toContain('Export');
  expect(checked.text()).not.toContain('tunnel-opens');
});

test('with several shared servers the asker chooses once, and the choice survives a restart', async () => {
  join0(0);
  join0(1);
  const asked = await discord.slash('/check', { text: `“${FERRY}”` }, outside);
  expect(asked.message().ephemeral).toBe(true);
  expect(asked.text()).toContain('Which one do you mean?');
  const list = asList(asked.message().components)
    .flatMap(flatten)
    .find(({ type }) => type === 3);
  expect(asList(list?.['options']).map(({ label }) => label)).toEqual(['Newsroom', 'Other newsroom']);
  const answered = await discord.choose(asked.message(), idOf(1), outside);
  expect(answered.text()).toContain('ferry-sinks.r1.s1');
  expect(answered.text()).toContain('Read in the archive of Other newsroom');

  await bot.stop();
  await eventually(() => !discord.gateway.connected());
  await start();
  const again = await discord.slash('/check', { text: `“${FERRY}”` }, outside);
  expect(again.text()).toContain('ferry-sinks.r1.s1');
  // Its editors' settings do not affect it.
  expect(
    (
      await bot.newsroom.deskFor({
        userId: '1',
        guildId: idOf(1),
        mayEdit: true,
        mayModerate: false,
        maySpeak: true,
      })
    ).tools?.settings,
  ).toMatchObject({ answerChannels: [] });

  const other = await discord.button(again.message(), 'Another server', outside);
  const kept = await discord.choose(other.message(), idOf(0), outside);
  expect(kept.text()).toContain('From now on I read the articles of Newsroom');
  const third = await discord.slash('/check', { text: `“${FERRY}”` }, outside);
  expect(third.text()).toContain('NOT IN THE ARCHIVE');
  // T5: a server that is not shared cannot be chosen, nor read once somebody has left it.
  const forged = await discord.choose(other.message(), elsewhere.id, outside);
  expect(forged.text()).toContain('Which one do you mean?');
});

test('a question in a direct message asks for the server too', async () => {
  join0(0);
  join0(1);
  const first = await discord.reply(discord.direct('What sank off Bergen?'));
  expect(JSON.stringify(first.components)).toContain('Choose a server');
  await discord.choose(first, idOf(1), { outside: 'group' });
  const second = await discord.reply(discord.direct('What sank off Bergen?'));
  expect(JSON.stringify(second.components)).toContain('ferry-sinks.r1.s1');
});
