import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fakeDiscord, type FakeDiscord } from '../../tests/discord/fake-discord.ts';
import { PERMISSION, user } from '../../tests/discord/fake-objects.ts';
import {
  syntheticArticles,
  type SyntheticArticle,
  type SyntheticQuestion,
} from '../bench/archive/articles.ts';
import { quantile } from '../evaluate/hits.ts';
import { ROOT } from './bot-process.ts';
import { memoryGroup, type MemoryGroup } from './memory-group.ts';
import { itemAt } from '../../src/article/item-at.ts';

/** Questions between two restarts. */
const QUESTIONS = 50;
/** How long to wait for a bot to open its archive. Milliseconds. */
const PATIENCE = 300_000;
const EDITOR = { permissions: PERMISSION.manageGuild };

type Article = SyntheticArticle & SyntheticQuestion;
/** The bot, started like `npm start`; `died` is true if it ended unexpectedly. */
type Running = Readonly<{ child: ChildProcess; died(): boolean; end(signal: NodeJS.Signals): Promise<void> }>;

/**
 * Opens an archive of `articles` articles of 25 sentences in a control group with limited memory, asks, corrects an article and
 * restarts, `restarts` times, every other time after a SIGKILL. Prints results. Returns the exit code: 0 when the bot never died and
 * every correction was found.
 */
export async function inSmallMemory(
  megabytes: number,
  count: number,
  restarts: number,
  say: (line: string) => void,
): Promise<number> {
  const group = memoryGroup(megabytes * 2 ** 20);
  const dataDir = mkdtempSync(join(tmpdir(), 'pullquote-small-'));
  // On a busy machine an answer may take longer than Discord waits. Only memory matters here.
  const discord = await fakeDiscord({ responseWindow: PATIENCE });
  const articles = [...syntheticArticles(1).take(count)];
  const tally = {
    deaths: 0,
    wrong: 0,
    openings: [] as number[],
    waits: [] as number[],
    residents: [] as number[],
  };
  try {
    await add(group, discord, dataDir, articles);
    say(`${count} articles added by pullquote add in ${megabytes} MB`);
    for (let round = 0; round < restarts; round += 1) {
      const began = performance.now();
      const bot = start(group, discord, dataDir);
      try {
        await opened(discord, bot, count);
        tally.openings.push(performance.now() - began);
        await ask(discord, articles, round, tally.waits);
        tally.wrong += (await correct(discord, articles, round)) ? 0 : 1;
        tally.residents.push(group.usage().now);
        if (bot.died()) tally.deaths += 1;
      } finally {
        await bot.end(round % 2 === 0 ? 'SIGTERM' : 'SIGKILL');
      }
    }
  } finally {
    await discord.close().catch((error: unknown) => say(String(error)));
    rmSync(dataDir, { recursive: true, force: true });
  }
  const megabyte = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
  const ms = (values: readonly number[], share: number): string => quantile(values, share).toFixed(0);
  say(
    `${restarts} restarts with ${count} articles in ${megabytes} MB: ${tally.deaths} deaths, ${group.killed()} processes ended by Linux, ` +
      `${tally.wrong} corrections not found`,
  );
  say(
    `opened after ${ms(tally.openings, 0.5)} ms (the longest ${ms(tally.openings, 1)}); ${tally.waits.length} questions: p50 ${ms(tally.waits, 0.5)} ms, ` +
      `p99 ${ms(tally.waits, 0.99)} ms`,
  );
  say(
    `memory after asking and correcting ${megabyte(quantile(tally.residents, 0.5))} MB, at most ${megabyte(Math.max(...tally.residents))} MB; ` +
      `with the files that Linux keeps, at most ${megabyte(group.usage().most)} MB`,
  );
  const failed = tally.deaths + group.killed() + tally.wrong > 0;
  group.remove();
  return failed ? 1 : 0;
}

const environment = (dataDir: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  DATA_DIR: dataDir,
  ARTICLES_DIR: join(ROOT, 'seeds'),
  LOG_LEVEL: 'warn',
});

function run(group: MemoryGroup, args: readonly string[], more: NodeJS.ProcessEnv): ChildProcess {
  const [program = '', ...rest] = group.into([process.execPath, join(ROOT, 'src/pullquote.mjs'), ...args]);
  return spawn(program, rest, { cwd: tmpdir(), env: more, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function add(
  group: MemoryGroup,
  discord: FakeDiscord,
  dataDir: string,
  articles: readonly Article[],
): Promise<void> {
  const file = join(dataDir, 'articles.jsonl');
  const lines = articles.map(({ headline, text, publishedAt, byline }) =>
    JSON.stringify({ headline, text, publishedAt, byline }),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  const child = run(group, ['add', file, '--server', itemAt(discord.guilds, 0).id], environment(dataDir));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`pullquote add ended with ${code}.`);
}

function start(group: MemoryGroup, discord: FakeDiscord, dataDir: string): Running {
  const settings = { DISCORD_API: discord.api, DISCORD_TOKEN: discord.token };
  const child = run(group, ['start'], { ...environment(dataDir), ...settings });
  const ended = once(child, 'exit');
  return {
    child,
    died: () => child.exitCode !== null || child.signalCode !== null,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

/** Waits until all articles are indexed, according to what an editor sees. */
async function opened(discord: FakeDiscord, bot: Running, count: number): Promise<void> {
  await discord.ready('global', PATIENCE);
  for (const until = performance.now() + PATIENCE; performance.now() < until; await sleep(50)) {
    if (bot.died()) throw new Error('The bot died while it opened its archive.');
    if (!discord.gateway.connected()) continue;
    const told = discord.send(discord.slashPayload('/status', {}, { ...EDITOR, user: user('Watcher') }));
    await sleep(250);
    const text = told.record.response ? told.text() : '';
    const [, held = '0'] = /In the index, with house articles: ([\d,]+)/u.exec(text) ?? [];
    if (Number(held.replaceAll(',', '')) > count) return;
  }
  throw new Error('The archive was not opened in time.');
}

async function ask(
  discord: FakeDiscord,
  articles: readonly Article[],
  round: number,
  waits: number[],
): Promise<void> {
  for (let n = 0; n < QUESTIONS; n += 1) {
    const { question = '' } = articles[(round * QUESTIONS + n * 37) % articles.length] ?? {};
    const began = performance.now();
    await discord.slash('/ask', { question }, { user: user(`Reader ${n}`) });
    waits.push(performance.now() - began);
  }
}

/** Corrects an article with the form. Returns whether the new sentence is quoted from the next revision. */
async function correct(discord: FakeDiscord, articles: readonly Article[], round: number): Promise<boolean> {
  const { headline, text } = articles[round * 7] as Article;
  const phrase = `The mark of this correction is zq${round}xv`;
  // Not the one who watched it open: who asks faster than people do is told to wait.
  const editor = { ...EDITOR, user: user('Editor') };
  const form = await discord.slash('/article correct', { article: headline }, editor);
  const done = await discord.modal(form, { headline, text: `${text}\n\n${phrase}.` }, editor);
  await discord.until(() => (/Corrected/u.test(done.text()) ? true : undefined), 'the correction', PATIENCE);
  const quoted = await discord.slash('/quote', { phrase }, editor);
  return quoted.text().includes('.r2.');
}
