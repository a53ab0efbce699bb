import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startBot, type Bot } from './bot.ts';
import {
  fakeDiscord,
  PERMISSION,
  type Exchange,
  type FakeDiscord,
  type StoredMessage,
} from './fake-discord.ts';
import { snowflake } from './fake-objects.ts';
import { flatten } from './fake-rules.ts';
import { textsOf } from './invariants.ts';
import { asList, asText, type Json } from './json.ts';
import { eventually, PATIENCE } from './patience.ts';

const TEXT =
  'The harbour tunnel in Esbjerg opened on 3 March 2026. It cost 340 million euros. It took nine years to build.';
const LATER = TEXT.replace('340', '430');

let discord: FakeDiscord;
let bot: Bot;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pullquote-share-'));
  discord = await fakeDiscord({ responseWindow: PATIENCE, sources: [TEXT, LATER] });
  bot = await startBot(discord, { house: [], dataDir, queue: { patience: PATIENCE } });
  await discord.ready();
  const desk = discord.guilds[0]?.channels[0]?.id ?? '';
  await discord.slash('/desk settings', { 'desk-channel': desk }, asEditor);
  const form = await discord.slash('/article add', {}, asEditor);
  const added = await discord.modal(form, { headline: 'Tunnel opens', text: TEXT }, asEditor);
  await until(added, 'Added');
}, PATIENCE);
afterEach(async () => {
  await bot.stop();
  await discord.close();
  await rm(dataDir, { recursive: true });
});

const asEditor = { permissions: PERMISSION.manageGuild };
const textOf = (message: StoredMessage): string => textsOf(message as unknown as Json).join('\n');
const until = (exchange: Exchange, text: string) =>
  discord.until(() => (exchange.text().includes(text) ? true : undefined), `“${text}”`);
const buttonsOf = (message: StoredMessage): Json[] =>
  asList(message.components)
    .flatMap(flatten)
    .filter(({ type }) => type === 2);
const labelsOf = (message: StoredMessage): string[] => buttonsOf(message).map(({ label }) => asText(label));

async function restart(): Promise<void> {
  await bot.stop();
  const before = discord.gateway.counts.identifies;
  bot = await startBot(discord, { house: [], dataDir, queue: { patience: PATIENCE } });
  await eventually(() => discord.gateway.counts.identifies > before);
  await discord.gateway.ready();
}

async function correct(text = LATER): Promise<void> {
  const form = await discord.slash('/article correct', { article: 'tunnel-opens' }, asEditor);
  const done = await discord.modal(form, { headline: 'Tunnel opens', text }, asEditor);
  await until(done, 'Corrected');
}

async function retract(): Promise<void> {
  const preview = await discord.slash('/article retract', { article: 'tunnel-opens' }, asEditor);
  const asked = await discord.button(preview.message(), 'Retract …', asEditor);
  await discord.modal(asked, { reason: 'Not so.' }, asEditor);
}

describe('Share', () => {
  test('posts an answer as shown, even after a restart', async () => {
    const hidden = await discord.slash('/ask', { question: 'How much did the tunnel cost?', hide: true });
    const before = hidden.text();
    expect(before).toContain('How much did the tunnel cost?');
    await restart();
    const shared = await discord.button(hidden.message(), 'Share to channel');
    expect(shared.message().ephemeral).toBe(false);
    expect(shared.text()).toBe(before);
    expect(labelsOf(shared.message())).toEqual([
      ...labelsOf(hidden.message()).filter((label) => label !== 'Share to channel'),
      'Delete',
    ]);
  });

  test('posts nearest passages with their label', async () => {
    const miss = await discord.slash('/ask', { question: 'Why did nobody eat breakfast?' });
    expect(miss.message().ephemeral).toBe(true);
    const shared = await discord.button(miss.message(), 'Share to channel');
    expect(shared.text()).toBe(miss.text());
    expect(shared.text()).toContain('nearest, not an answer');
  });

  test('posts a check with grade, difference and a link to the checked message', async () => {
    const message = discord.message('He said: “It cost 350 million euros, they say”.', { mention: false });
    const check = await discord.messageCommand('Check quotes', message);
    expect(check.text()).toContain('ALTERED');
    const shared = await discord.button(check.message(), 'Share to channel');
    expect(shared.text()).toBe(check.text());
    expect(shared.text()).toMatch(/~~340~~ \*\*350\*\*/u);
    const link = buttonsOf(shared.message()).find(({ label }) => label === 'The message checked');
    expect(link?.['url']).toContain(`/${message.channel_id}/${message.id}`);
  });

  test.each(['as a command', 'by its button'])(
    'posts a card that was asked for %s, even after a restart',
    async (how) => {
      const answer = await discord.slash('/ask', { question: 'How much did the tunnel cost?' });
      const card =
        how === 'by its button'
          ? await discord.button(answer.message(), 'Card')
          : await discord.slash('/card', { receipt: 'tunnel-opens.r1.s2', hide: true });
      expect(card.message().ephemeral).toBe(true);
      await restart();
      const shared = await discord.button(card.message(), 'Share to channel');
      expect(shared.message().ephemeral).toBe(false);
      const shown = ({ attachments }: StoredMessage): string[] => attachments.map(({ filename }) => filename);
      expect(shown(shared.message())).toEqual(shown(card.message()));
      expect(labelsOf(shared.message())).toEqual(['Delete']);
      await retract();
      await until(shared, 'Retracted');
      expect(shared.message().attachments).toEqual([]);
    },
  );

  test('posts the pictures of figures', async () => {
    const hidden = await discord.slash('/timeline', { hide: true });
    const shared = await discord.button(hidden.message(), 'Share to channel');
    const names = (exchange: Exchange): string[] =>
      exchange.message().attachments.map(({ filename }) => filename);
    expect(names(shared)).toEqual(names(hidden));
  });

  test('T28 posts the corrected wording, and is corrected later too', async () => {
    const hidden = await discord.slash('/quote', { phrase: 'million euros', hide: true });
    await correct();
    const shared = await discord.button(hidden.message(), 'Share to channel');
    expect(shared.text()).toContain('~~340~~ **430**');
    await correct(TEXT.replace('340', '530'));
    discord.world.sources = [TEXT, LATER, TEXT.replace('340', '530')];
    await until(shared, '~~340~~ **530**');
    expect(shared.text()).toContain('“million euros”');
  });

  test('uses the server’s language', async () => {
    const german = { locale: 'de' };
    const hidden = await discord.slash('/quote', { phrase: 'million euros', hide: true }, german);
    expect(labelsOf(hidden.message())).toContain('Im Kanal teilen');
    const shared = await discord.button(hidden.message(), 'Im Kanal teilen', german);
    expect(shared.text()).toContain('1 of 1 sentence with these words');
    expect(labelsOf(shared.message())).toContain('Copy exact');
  });

  test('says so when nothing was kept', async () => {
    const hidden = await discord.slash('/quote', { phrase: 'million euros', hide: true });
    const shown = hidden.message();
    const refused = await discord.button({ ...shown, id: '1' }, 'Share to channel');
    expect(refused.message().ephemeral).toBe(true);
    expect(refused.text()).toContain('too old to be shared as it was shown');
  });
});

describe('Export', () => {
  const fileOf = (exchange: Exchange, ending: string): string => {
    const file = exchange.message().attachments.find(({ filename }) => filename.endsWith(ending));
    return new TextDecoder().decode(discord.world.files.get(`${file?.id}/${file?.filename}`)?.data);
  };

  test('sends an answer as Word, HTML and Markdown privately, even after a restart', async () => {
    const answer = await discord.slash('/ask', { question: 'How much did the tunnel cost?' });
    await restart();
    const files = await discord.button(answer.message(), 'Export');
    expect(files.message().ephemeral).toBe(true);
    expect(files.message().attachments.map(({ filename }) => filename)).toEqual([
      'answer.docx',
      'answer.html',
      'answer.md',
    ]);
    expect(fileOf(files, '.md')).toMatch(
      /## How much did the tunnel cost\?[^]*> It cost \*\*340 million euros\*\*\.\[\^1\]/u,
    );
    expect(fileOf(files, '.md')).toContain('tunnel-opens.r1.s2');
  });

  test('exports the requested number of a channel’s newest answers', async () => {
    expect((await discord.slash('/export', { format: 'markdown' })).text()).toContain(
      'no answer of mine here yet',
    );
    await discord.slash('/quote', { phrase: 'nine years' });
    await discord.slash('/quote', { phrase: 'million euros' });
    await discord.slash('/quote', { phrase: '3 March', hide: true });
    const one = await discord.slash('/export', { format: 'markdown' });
    expect(fileOf(one, '.md')).toContain('> It cost 340 **million euros**.[^1]');
    expect(fileOf(one, '.md')).not.toContain('nine years');
    const both = fileOf(await discord.slash('/export', { format: 'markdown', last: 9 }), '.md');
    expect(both.indexOf('## “nine years”')).toBeLessThan(both.indexOf('## “million euros”'));
    expect(both).not.toContain('“3 March”');
  });

  test('T28 exports all answers of a thread as they now read', async () => {
    const [guild] = discord.guilds;
    const thread = {
      id: snowflake(),
      type: 11,
      name: 'tunnel',
      guild_id: guild?.id ?? '',
      parent_id: guild?.channels[0]?.id ?? '',
    };
    guild?.channels.push(thread);
    for (const phrase of ['nine years', 'million euros'])
      await discord.slash('/quote', { phrase }, { channelId: thread.id });
    await correct();
    const exported = await discord.slash('/export', { format: 'html' }, { channelId: thread.id });
    const html = fileOf(exported, '.html');
    expect(html).toContain('It took <mark>nine years</mark> to build.');
    expect(html).toContain('It cost 430 <mark>million euros</mark>.');
    expect(html).toMatch(/<del>340<\/del> <mark>430<\/mark>/u);
  });
});

describe('a posted message', () => {
  test('T28 keeps question, order, span, counts and buttons through a correction', async () => {
    const answer = await discord.slash('/ask', { question: 'How much did the tunnel cost?' });
    const [before, labels] = [answer.text().split('\n'), labelsOf(answer.message())];
    await correct();
    await until(answer, '~~340~~ **430**');
    const after = answer.text().split('\n');
    expect(after[0]).toBe(before[0]);
    expect(after.at(-1)).toBe(before.at(-1));
    expect(after.filter((line) => line.startsWith('▸'))).toEqual([
      '▸ ~~340 million euros~~ **430 million euros**',
    ]);
    expect(labelsOf(answer.message())).toEqual(labels);
    const copied = await discord.button(answer.message(), 'Copy exact');
    expect(copied.text()).toContain('It cost 430 million euros.');
  });

  test('T28 a card is redrawn after a correction and replaced by a tombstone after a retraction', async () => {
    const card = await discord.slash('/card', { receipt: 'tunnel-opens.r1.s2' });
    const drawn = (): string =>
      card
        .message()
        .attachments.map(({ id, filename }) =>
          new TextDecoder().decode(discord.world.files.get(`${id}/${filename}`)?.data),
        )
        .join('');
    expect(drawn()).toContain('340');
    await correct();
    await until(card, '~~340~~ **430**');
    expect(drawn()).toContain('430');
    expect(drawn()).not.toContain('340');
    await restart();
    await retract();
    await until(card, 'Retracted');
    expect(card.message().attachments).toEqual([]);
    expect(card.text()).not.toMatch(/340|430/u);
  });

  test('T27 about a correction loses the wording when the article is retracted', async () => {
    await correct();
    const told = await discord.until(
      () =>
        [...discord.world.messages.values()].find((each) =>
          textOf(each).includes('Corrected, now revision 2, by'),
        ),
      'a digest',
    );
    expect(textOf(told)).toContain('~~340~~ **430**');
    await retract();
    await discord.until(() => (textOf(told).includes('Retracted by') ? true : undefined), 'the tombstone');
    expect(textOf(told)).not.toMatch(/340|430|million/u);
  });
});
