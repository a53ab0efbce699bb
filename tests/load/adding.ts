import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import ask from '../../commands/ask.ts';
import { openStore } from '../../src/archive/archive.ts';
import { addAll } from '../../src/archive/intake/add-all.ts';
import { intakePool } from '../../src/archive/intake/worker/pool.ts';
import { sourcesNamed } from '../../src/cli/sources.ts';
import { runCommand } from '../../src/desk/run-command.ts';
import { GUILD, newsroomOver, someone, type TestNewsroom } from '../support/newsroom.ts';
import { seededRandom } from '../../src/evaluate/random.ts';
import { articleText } from './articles.ts';

// `npm run load:adding -- --articles 10000 --rate 50`: adds a folder of articles of about 600 words to a SQLite archive
// while questions are asked of the same process, and prints rates, waits, memory, and how soon a restart answers.

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '10000' }, rate: { type: 'string', default: '50' } },
});
const count = Number(values.articles);
const rate = Number(values.rate);

/** Discord gives up after this. Milliseconds. */
const DEADLINE = 3000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const used = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const folder = mkdtempSync(path.join(tmpdir(), 'pullquote-adding-'));
const news = path.join(folder, 'news');
const dataDir = path.join(folder, 'data');
try {
  mkdirSync(news);
  for (let n = 0; n < count; n += 1) writeFileSync(path.join(news, `article-${n}.txt`), articleText(n));
  await whileAdding();
  await afterRestart();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function whileAdding(): Promise<void> {
  const store = await openStore({ dataDir });
  const newsroom = newsroomOver(store, { limit: Number.POSITIVE_INFINITY });
  await newsroom.open(GUILD);
  const pool = intakePool();
  const { extract } = pool;
  const { sources } = await sourcesNamed([news], {
    extract,
    page: () => Promise.reject(new Error('no page')),
  });
  const before = used();
  const stopping = new AbortController();
  const waits = askSteadily(newsroom, stopping.signal);
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  let added = 0;
  await addAll({
    archive: store.guild(GUILD),
    sources,
    by: 'load',
    onEnd: (_source, { outcome }) => (added += outcome === 'added' ? 1 : 0),
  });
  const stored = (performance.now() - began) / 1000;
  await untilIndexed(newsroom);
  const [indexed, { user, system }] = [(performance.now() - began) / 1000, process.cpuUsage(cpu)];
  stopping.abort();
  const busy = (user + system) / 1e6;
  say(`${added} articles added in ${stored.toFixed(1)} s, ${Math.round(added / stored)}/s`);
  say(
    `all in the index after ${indexed.toFixed(1)} s, ${Math.round(added / indexed)}/s; ${busy.toFixed(1)} s of CPU with the questions, ${Math.round(added / busy)} articles a CPU second`,
  );
  report(await waits);
  const grown = used() - before;
  const { index } = await newsroom.deskFor(someone());
  const documents = index.documents();
  const units = documents.reduce((sum, { article }) => sum + article.text.length, 0);
  const sentences = documents.reduce((sum, { sentences: all }) => sum + all.length, 0);
  say(
    `${sentences} sentences take ${(grown / 1e6).toFixed(0)} MB: ${((grown / sentences) * 0.1).toFixed(0)} MB for 100,000, ${(grown / units).toFixed(1)} bytes for each UTF-16 unit; resident ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
  );
  newsroom.close();
  await pool.close();
  await store.close();
}

/** Asks at a steady rate, whatever the answers do; each wait counts from when the question was due. */
async function askSteadily(newsroom: TestNewsroom, signal: AbortSignal): Promise<readonly number[]> {
  const chance = seededRandom(11);
  const waits: Promise<number>[] = [];
  const began = performance.now();
  while (!signal.aborted) {
    for (let due = began + (waits.length * 1000) / rate; due <= performance.now(); due += 1000 / rate)
      waits.push(answered(newsroom, questionOf(chance)).then(() => performance.now() - due));
    await sleep(1);
  }
  return Promise.all(waits);
}

function questionOf(chance: () => number): string {
  const words = articleText(Math.floor(chance() * count)).split(/\s+/u);
  const from = Math.floor(chance() * (words.length - 6));
  return `Who ${words.slice(from, from + 6).join(' ')}?`;
}

async function answered(newsroom: TestNewsroom, question: string): Promise<void> {
  const asker = someone();
  await runCommand(ask, { question }, await newsroom.deskFor(asker), asker);
}

async function untilIndexed(newsroom: TestNewsroom): Promise<void> {
  for (;;) {
    if ((await newsroom.deskFor(someone())).index.documents().length >= count) return;
    await sleep(20);
  }
}

function report(waits: readonly number[]): void {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0)} ms`;
  const missed = sorted.filter((wait) => wait > DEADLINE).length;
  say(
    `${sorted.length} questions at ${rate}/s: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}, ${missed} over 3 s`,
  );
}

async function afterRestart(): Promise<void> {
  const began = performance.now();
  const since = (): string => ((performance.now() - began) / 1000).toFixed(1);
  const store = await openStore({ dataDir });
  const newsroom = newsroomOver(store, { limit: Number.POSITIVE_INFINITY });
  await answered(newsroom, 'Who invested?');
  const first = since();
  await newsroom.open(GUILD);
  say(
    `after a restart the first answer comes in ${first} s, and all articles are in the index in ${since()} s`,
  );
  newsroom.close();
  await store.close();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
