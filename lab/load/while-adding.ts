import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '../../tests/store/real-postgres.ts';
import { fakeDiscord, type FakeDiscord } from '../../tests/discord/fake-discord.ts';
import { PERMISSION } from '../../tests/discord/fake-objects.ts';
import { articleText } from './articles.ts';
import { ROOT, startProcess } from './bot-process.ts';
import { drive, formatOutcome } from './drive.ts';
import { questionsOn } from './questions.ts';

/** Longer than any import takes. Seconds. */
const LONGEST = 3600;
const QUESTIONS = 500;

/**
 * Adds a folder of articles of about 600 words with `pullquote add` to the PostgreSQL archive of a bot that is asked at a steady rate on
 * a loopback Discord. Prints rates, waits and memory, and how soon the bot answers after a SIGKILL.
 */
export async function loadWhileAdding(
  count: number,
  rate: number,
  say: (line: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-adding-'));
  const news = join(folder, 'news');
  mkdirSync(news);
  for (let n = 0; n < count; n += 1) writeFileSync(join(news, `article-${n}.txt`), articleText(n));
  const postgres = await startPostgres();
  const settings = { DATABASE_URL: await postgres.schema(), INDEX_MEMORY_MB: '2000' };
  const discord = await fakeDiscord();
  const [guild] = discord.guilds;
  let bot = await startProcess(discord, settings);
  try {
    // Warm up: load everything that is loaded on first use.
    await drive(discord, { perSecond: 20, seconds: 1, questions: ['Who led the round?'] });
    const [before, began] = [await bot.usage(), performance.now()];
    const since = (): number => (performance.now() - began) / 1000;
    const indexed = new AbortController();
    const asked = drive(discord, {
      perSecond: rate,
      seconds: LONGEST,
      questions: questionsOn(count, QUESTIONS),
      until: indexed.signal,
    });
    await addBeside(news, guild?.id ?? '', settings);
    say(`${count} articles added in ${since().toFixed(1)} s, ${Math.round(count / since())} a second`);
    while ((await articlesIn(discord)) < count) await sleep(100);
    say(`all in the bot's index after ${since().toFixed(1)} s, ${Math.round(count / since())} a second`);
    indexed.abort();
    say(`${rate}/s meanwhile: ${formatOutcome(await asked)}`);
    const { heap, resident } = await bot.usage();
    say(
      `the bot grew by ${((heap - before.heap) / 1e6).toFixed(0)} MB, ${(resident / 1e6).toFixed(0)} MB are resident`,
    );
    await bot.kill();
    const killed = performance.now();
    bot = await startProcess(discord, settings);
    await discord.slash('/ask', { question: 'Who led the round?' });
    say(`after a SIGKILL the first answer comes in ${((performance.now() - killed) / 1000).toFixed(1)} s`);
  } finally {
    await bot.stop();
    await discord.close();
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs `pullquote add` beside a bot whose archive is in PostgreSQL. */
export async function addBeside(
  news: string,
  guildId: string,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'src/main.ts'), 'add', news, '--guild', guildId], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`pullquote add ended with ${code}`);
}

/** Number of articles in the bot's index, as an editor sees it. */
export async function articlesIn(discord: FakeDiscord): Promise<number> {
  const status = await discord.slash('/status', {}, { permissions: PERMISSION.manageGuild });
  const [, count = '0'] = /In the index, with house articles: ([\d,]+)/u.exec(status.text()) ?? [];
  return Number(count.replaceAll(',', ''));
}
