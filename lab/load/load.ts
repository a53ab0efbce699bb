/**
 * `npm run load`: asks the bot on a loopback Discord at a steady rate and prints how fast it answers. Options: `--rate 100 --seconds
 * 30`, of the seed or of `--articles 4000`; `--words` without the reader; `--authors 100000` prints how much memory that many authors cost; `--flood 200` has one person ask
 * that often beside all others (T22); `--sentences 94000` asks a large archive in this process, with `--reader` one that is read;
 * `--adding --articles 10000 --rate 50` asks while articles are added; `--outage 90` refuses handshakes for that many seconds, at the
 * start and again later; `--memory 512 --articles 4000` opens, asks and corrects an archive in that many megabytes, with `--restarts 20`
 * (as root); `--long` adds articles of the greatest length and prints for how long they blocked the event loop.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fakeDiscord, type FakeDiscord } from '../../tests/discord/fake-discord.ts';
import { user } from '../../tests/discord/fake-objects.ts';
import { commandOptions } from '../options.ts';
import { startProcess, type BotProcess } from './bot-process.ts';
import { capacity, drive, formatMilliseconds, formatOutcome } from './drive.ts';
import { askLarge } from './large.ts';
import { addLong } from './long.ts';
import { writeNews } from './news.ts';
import { sitOut } from './outage.ts';
import { inSmallMemory } from './small-memory.ts';
import { loadWhileAdding } from './while-adding.ts';

const QUESTIONS = [
  'Who invested in SenseTime?',
  'How much did SenseTime raise?',
  'When was SenseTime founded?',
  'How many people work there?',
  'What is the company worth?',
  'What are they planning?',
  'Did Volkswagen recall zebras?',
];
/** The next question after a flood must be answered within this time. Milliseconds. */
const SOON = 1000;
/** Messages sent before the bot gets time to read them. */
const BATCH = 1000;
/** How long a bot may take to open its articles. Milliseconds. */
const PATIENCE = 300_000;
/** A bot that uses less than this share of a processor for this long has nothing to do. */
const IDLE_SHARE = 0.1;
const IDLE_SECONDS = 2;

const values = commandOptions(process.argv.slice(2), {
  rate: undefined,
  seconds: 30,
  authors: undefined,
  flood: undefined,
  adding: false,
  articles: undefined,
  sentences: undefined,
  outage: undefined,
  memory: undefined,
  restarts: 20,
  words: false,
  reader: false,
  long: false,
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const articles = values.articles === undefined ? undefined : Number(values.articles);

if (values.adding) await loadWhileAdding(articles ?? 10_000, Number(values.rate ?? 50), say);
else if (values.sentences !== undefined) await askLarge(Number(values.sentences), values.reader, say);
else if (values.long) await addLong(say);
else if (values.outage !== undefined) process.exitCode = await sitOut(Number(values.outage), say);
else if (values.memory !== undefined)
  process.exitCode = await inSmallMemory(Number(values.memory), articles ?? 10_000, values.restarts, say);
else await loadAlone();

async function loadAlone(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pullquote-load-'));
  const news = articles === undefined ? undefined : await writeNews(dataDir, articles);
  const questions = news?.questions ?? QUESTIONS;
  const discord = await fakeDiscord();
  const settings = {
    DATA_DIR: dataDir,
    ...(values.words && { READER: 'off' }),
    ...(news && { ARTICLES_DIR: news.folder }),
  };
  const bot = await startProcess(discord, settings, PATIENCE);
  try {
    // Warm up: load everything that is loaded on first use.
    await drive(discord, { perSecond: 20, seconds: 2, questions });
    await untilIdle(bot);
    if (values.authors !== undefined) await growth(discord, bot, Number(values.authors));
    else if (values.flood !== undefined) await flooded(discord, Number(values.flood));
    else await steadily(discord, bot, Number(values.rate ?? 100), questions);
  } finally {
    await bot.stop();
    await discord.close();
  }
}

/** Waits until the bot has made the vectors of its articles. */
async function untilIdle(bot: BotProcess): Promise<void> {
  for (let last = await bot.usage(); ;) {
    await sleep(IDLE_SECONDS * 1000);
    const now = await bot.usage();
    if (now.cpu - last.cpu < IDLE_SHARE * IDLE_SECONDS * 1000) return;
    last = now;
  }
}

async function steadily(
  discord: FakeDiscord,
  bot: BotProcess,
  perSecond: number,
  questions: readonly string[],
): Promise<void> {
  const most = await capacity(discord, questions, 4);
  // For a second after questions were given up, nothing is read.
  await untilIdle(bot);
  const [before, earlier] = [await bot.usage(), await bot.answers()];
  const outcome = await drive(discord, { perSecond, seconds: values.seconds, questions });
  const cpu = ((await bot.usage()).cpu - before.cpu) / outcome.asked;
  say(
    `${perSecond}/s for ${values.seconds} s: ${formatOutcome(outcome)} · ${cpu.toFixed(1)} ms of processor time each`,
  );
  const { reader, words } = await bot.answers();
  const [read, unread] = [reader - earlier.reader, words - earlier.words];
  say(`${((100 * unread) / (read + unread)).toFixed(0)} % of the answers were found with words alone`);
  const { answered, afterwards } = outcome;
  say(
    `${(answered / values.seconds).toFixed(0)} answered a second; ${most.toFixed(0)} a second before, with 16 waiting at any time · ` +
      `the next question after all these waited ${formatMilliseconds(afterwards)}`,
  );
  if (answered === 0 || afterwards > SOON) process.exitCode = 1;
}

/** Compares the others' waits with and without one person who floods. */
async function flooded(discord: FakeDiscord, perSecond: number): Promise<void> {
  const others = {
    perSecond: Number(values.rate ?? 50),
    seconds: values.seconds,
    questions: QUESTIONS,
  };
  const calm = await drive(discord, others);
  const [beside, flood] = await Promise.all([
    drive(discord, others),
    drive(discord, { ...others, perSecond, by: user('Flooder') }),
  ]);
  say(`without: ${formatOutcome(calm)}`);
  say(`beside ${flood.asked} of one person: ${formatOutcome(beside)}`);
  say(`the others' p99 is ${(beside.p99 / calm.p99).toFixed(2)} of what it was`);
}

/** Lets many people write once each, and prints how much memory the bot keeps. */
async function growth(discord: FakeDiscord, bot: BotProcess, authors: number): Promise<void> {
  const before = await bot.usage();
  for (let written = 0; written < authors; written += 1) {
    discord.message('good morning', { user: user(`Reader ${written}`) });
    if (written % BATCH === BATCH - 1) {
      discord.world.messages.clear();
      await discord.slash('help', {}, { user: user('Waiting') });
    }
  }
  const grown = ((await bot.usage()).heap - before.heap) / 1e6;
  say(`${authors} authors: the heap grew by ${grown.toFixed(2)} MB`);
}
