import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { z } from 'zod';
import { commands } from '../../../commands/index.ts';
import { runCommand } from '../../../src/desk/dispatch.ts';
import type { Command } from '../../../src/desk/ports.ts';
import { OWN_INDEX_ABOVE, rebuild } from '../../../src/newsroom/engine/rebuild.ts';
import { reconcile } from '../../../src/newsroom/engine/reconcile.ts';
import { anything } from '../../../src/search/index/opensearch/client.ts';
import { linkEngine, type SearchEngineLink } from '../../../src/search/index/opensearch/engine.ts';
import { openStore, type Store } from '../../../src/store/archive.ts';
import { importLines } from '../../../src/terminal/import-lines.ts';
import { GUILD, newsroomOver, someone, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { finished, textOf } from '../../../tests/support/session.ts';
import { quantile } from '../../evaluate/hits.ts';
import { seededRandom, shuffled } from '../../evaluate/random.ts';
import { startNode, type SearchNode } from '../../opensearch/node.ts';
import { commandOptions } from '../../options.ts';
import { syntheticArticles, type SyntheticQuestion } from './articles.ts';
import { ownProcessorTime, processorTimeOf } from './processor-time.ts';
import { itemAt } from '../../../src/article/item-at.ts';

/** Numbers of simultaneous askers. */
const ASKERS = [1, 4, 16];
/** Number of questions for each number of askers, all about different articles, since what was recalled once is kept. */
const QUESTIONS = { ask: 200, other: 100 };
/** Questions that are not timed, after the archive has grown: the first ones open files and compile. */
const WARM_UP = 40;
/** Articles of each step that may be asked about. */
const ASKED_ABOUT = 1200;

type Sort = Readonly<{ name: string; command: string; raw: (about: SyntheticQuestion) => object }>;

const SORTS: readonly Sort[] = [
  { name: '/ask', command: 'ask', raw: ({ question }) => ({ question }) },
  {
    name: '/ask, one year',
    command: 'ask',
    raw: ({ question, year }) => ({ question, from: `${year}-01-01`, to: `${year}-12-31` }),
  },
  { name: '/timeline', command: 'timeline', raw: ({ company }) => ({ topic: company }) },
  { name: '/figures', command: 'figures', raw: ({ company }) => ({ topic: company }) },
  { name: '/who-is', command: 'who-is', raw: ({ person }) => ({ name: person }) },
];

/** `npm run bench -- archive --articles 40000`: measures a synthetic archive on SQLite and OpenSearch while it grows. */
export async function benchArchive(argv: readonly string[]): Promise<void> {
  const options = commandOptions(argv, { articles: '4000,16000,40000', heap: 512, seed: 1 });
  const steps = options.articles.split(',').map(Number);
  const folder = mkdtempSync(path.join(tmpdir(), 'pullquote-archive-'));
  const node = await startNode({ heapMb: options.heap });
  const link = linkEngine(node.url);
  const store = await openStore({ dataDir: folder, searchEngine: true });
  const newsroom = newsroomOver(store, { searchEngine: link, now: () => new Date() });
  const articles = syntheticArticles(options.seed);
  const asked: SyntheticQuestion[] = [];
  try {
    let held = 0;
    for (const step of steps) {
      const imported = await importNext(store, folder, step - held, articles, asked);
      held = step;
      const indexed = await index(store, link, node, held);
      console.log(`\n${step.toLocaleString('en-US')} articles; load of the machine ${loadWords()}`);
      console.log(`  import ${imported} articles/s; index ${await indexFigures(link, indexed)}`);
      await askAll(newsroom, asked, node);
      console.log(
        `  resident memory of this process ${Math.round(process.memoryUsage().rss / 1e6)} MB; load ${loadWords()}`,
      );
    }
  } finally {
    newsroom.close();
    await link.client.close();
    await store.close();
    await node.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The load average of the last minute. */
const loadWords = (): string => itemAt(loadavg(), 0).toFixed(1);

/** Writes the next articles to a file and imports it as an operator would. Returns articles per second. */
async function importNext(
  store: Store,
  folder: string,
  count: number,
  articles: ReturnType<typeof syntheticArticles>,
  asked: SyntheticQuestion[],
): Promise<number> {
  const file = path.join(folder, 'next.jsonl');
  const out = createWriteStream(file);
  for (let n = 0; n < count; n += 1) {
    const { value } = articles.next();
    if (!value) break;
    const { question, company, person, year, ...article } = value;
    if (n % Math.ceil(count / ASKED_ABOUT) === 0) asked.push({ question, company, person, year });
    if (!out.write(`${JSON.stringify(article)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  const begun = performance.now();
  const nowhere = Object.assign(new PassThrough().resume(), { isTTY: false, columns: 80 });
  const code = await importLines(
    file,
    {
      archive: store.guild(GUILD),
      stateDir: folder,
      reportDir: folder,
      fields: {},
      visibility: {},
      signal: new AbortController().signal,
    },
    { input: Readable.from([]), output: nowhere, errors: process.stderr, colour: false },
    () => performance.now(),
  );
  if (code !== 0) throw new Error('Articles were refused.');
  return Math.round(count / ((performance.now() - begun) / 1000));
}

type Indexed = Readonly<{ articles: number; seconds: number; own: number; engine: number }>;

/** Updates the index, or builds it when there is none; a large server has its own. */
async function index(
  store: Store,
  { layout, writer }: SearchEngineLink,
  node: SearchNode,
  held: number,
): Promise<Indexed> {
  const options = { store, layout, writer, signal: new AbortController().signal, now: () => new Date() };
  const begun = performance.now();
  const before = { own: ownProcessorTime(), engine: processorTimeOf(node.pid()) };
  let articles = 0;
  const target = held > OWN_INDEX_ABOVE ? { server: GUILD } : 'shared';
  if ((await layout.current(target)) === undefined)
    await rebuild(target, { ...options, onProgress: ({ done }) => (articles = done) });
  else
    articles = [...(await reconcile(options)).servers.values()].reduce(
      (sum, { missing }) => sum + missing,
      0,
    );
  const seconds = (performance.now() - begun) / 1000;
  const own = ownProcessorTime() - before.own;
  const engine = processorTimeOf(node.pid()) - before.engine;
  // Everything in the outbox is already in the index.
  for (let batch = await store.outbox.next(1000); batch; batch = await store.outbox.next(1000))
    await store.outbox.settle(batch);
  return { articles, seconds, own, engine };
}

const statsAnswer = z.object({
  _all: z.object({
    primaries: z.object({
      docs: z.object({ count: z.number() }),
      store: z.object({ size_in_bytes: z.number() }),
    }),
  }),
});

async function indexFigures(
  { client }: SearchEngineLink,
  { articles, seconds, own, engine }: Indexed,
): Promise<string> {
  await client.send({ method: 'POST', path: '/pullquote-*/_flush', patience: 'long' }, anything);
  const stats = await client.send(
    { method: 'GET', path: '/pullquote-*/_stats', patience: 'long' },
    statsAnswer,
  );
  const { docs, store } = stats['_all'].primaries;
  const rate = Math.round(articles / seconds);
  return `${rate.toLocaleString('en-US')} articles/s (${seconds.toFixed(0)} s; ${(own / articles).toFixed(1)} + ${(engine / articles).toFixed(1)} ms of processor time each, here and in the engine), ${docs.count.toLocaleString('en-US')} documents, ${(store.size_in_bytes / docs.count).toFixed(0)} bytes each`;
}

async function askAll(
  newsroom: TestNewsroom,
  asked: readonly SyntheticQuestion[],
  node: SearchNode,
): Promise<void> {
  const left = shuffled(asked, seededRandom(asked.length));
  await askTogether(newsroom, itemAt(SORTS, 0), left.splice(0, WARM_UP), 1, node);
  for (const sort of SORTS) {
    const isAsk = sort.name === '/ask';
    const line: string[] = [];
    let right = 0;
    let processor = { own: 0, engine: 0 };
    for (const askers of isAsk ? ASKERS : [1]) {
      const next = left.splice(0, isAsk ? QUESTIONS.ask : QUESTIONS.other);
      const found = await askTogether(newsroom, sort, next, askers, node);
      ({ right, processor } = found);
      line.push(`${askers}: ${found.p50.toFixed(0)}/${found.p99.toFixed(0)} ms`);
    }
    console.log(
      `  ${sort.name.padEnd(16)} p50/p99 by askers ${line.join(' · ')}; ${processor.own.toFixed(0)} + ${processor.engine.toFixed(0)} ms of processor time each, here and in the engine; answered ${Math.round(right * 100)} %`,
    );
  }
}

/** Several people ask in parallel, each the next question as soon as the last one is answered. */
async function askTogether(
  newsroom: TestNewsroom,
  { command: name, raw }: Sort,
  asked: readonly SyntheticQuestion[],
  askers: number,
  node: SearchNode,
): Promise<
  Readonly<{ p50: number; p99: number; right: number; processor: { own: number; engine: number } }>
> {
  const command = commands.find(({ data }) => data.name === name) as Command;
  const times: number[] = [];
  let right = 0;
  const waiting = asked.values();
  const before = { own: ownProcessorTime(), engine: processorTimeOf(node.pid()) };
  const ask = async (): Promise<void> => {
    for (const about of waiting) {
      const begun = performance.now();
      const asker = someone();
      const response = await runCommand(command, raw(about), await newsroom.deskFor(asker), asker);
      times.push(performance.now() - begun);
      const text = textOf(await finished(response));
      if (text.includes(name === 'who-is' ? about.person : about.company)) right += 1;
    }
  };
  await Promise.all(Array.from({ length: askers }, ask));
  const processor = {
    own: (ownProcessorTime() - before.own) / asked.length,
    engine: (processorTimeOf(node.pid()) - before.engine) / asked.length,
  };
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), right: right / asked.length, processor };
}
