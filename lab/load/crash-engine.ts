import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { runCommand } from '../../src/desk/dispatch.ts';
import type { Command } from '../../src/desk/ports.ts';
import { startFeeder } from '../../src/newsroom/engine/feeder.ts';
import { NO_DIFFERENCES } from '../../src/newsroom/engine/sync.ts';
import { linkEngine } from '../../src/search/index/opensearch/engine.ts';
import { openStore } from '../../src/store/archive.ts';
import { GUILD, newsroomOver, someone } from '../../tests/support/newsroom.ts';
import { finished, textOf } from '../../tests/support/session.ts';
import { startPostgres } from '../../tests/store/real-postgres.ts';
import { seededRandom } from '../evaluate/random.ts';
import { startNode, type SearchNode } from '../opensearch/node.ts';

// `npm run crash -- --engine opensearch --kills 50`: one bot on PostgreSQL and OpenSearch. Bot and node are killed (SIGKILL) again and
// again while articles are added, corrected and retracted. At the end, everything that was acknowledged must be there.

/** Longest time between two kills. Milliseconds. */
const LONGEST = 4000;
/** Time for the index to catch up with the store at the end. Milliseconds. */
const SETTLING = 600_000;

type Job = Readonly<{ dataDir: string; databaseUrl: string; searchUrl: string; from: number }>;

/** A word that only article `n` contains. */
const markOf = (n: number): string => `zq${n.toString(36)}xv`;
const idOf = (n: number): string => `article-${n}`;

/** Kills bot and node `kills` times each, then checks. Returns the exit code. */
export async function crashWithEngine(kills: number): Promise<number> {
  const random = seededRandom(kills);
  const folder = mkdtempSync(path.join(tmpdir(), 'pullquote-crash-'));
  const postgres = await startPostgres();
  const node = await startNode();
  const acknowledged = new Map<number, 'added' | 'retracted'>();
  const place = { dataDir: folder, databaseUrl: await postgres.schema() };
  try {
    let bot: Bot | undefined;
    for (let killed = 0; killed < 2 * kills; killed += 1) {
      bot ??= startBot({ ...place, searchUrl: node.url, from: 100_000 * killed }, acknowledged);
      await sleep(500 + random() * LONGEST);
      if (killed % 2 === 0) {
        await bot.kill();
        bot = undefined;
      } else {
        await node.kill();
        // The bot continues to add and retract meanwhile.
        await node.restart();
      }
      process.stdout.write(`${killed + 1} of ${2 * kills} kills, ${acknowledged.size} articles\r`);
    }
    await bot?.kill();
    return await check(place, node, acknowledged);
  } finally {
    await node.remove();
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Bot = Readonly<{ kill(): Promise<void> }>;

/** A process that adds and retracts articles. Its acknowledgements are recorded. */
function startBot(job: Job, acknowledged: Map<number, 'added' | 'retracted'>): Bot {
  const child: ChildProcess = fork(import.meta.filename, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  if (!child.stdout) throw new Error('The process has no output.');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, n] = line.split(' ');
    if (what === 'added' || what === 'retracted') acknowledged.set(Number(n), what);
  });
  child.send(job);
  return {
    async kill() {
      const closed = once(child, 'close');
      if (child.exitCode !== null) throw new Error(`The bot ended by itself with code ${child.exitCode}.`);
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** The process that is killed. It retracts every third article again. */
async function serve({ searchUrl, from, ...place }: Job): Promise<void> {
  const store = await openStore({ ...place, searchEngine: true });
  feed(store, searchUrl);
  const archive = store.guild(GUILD);
  for (let n = from; ; n += 1) {
    const text = `Halden reported on Monday.\n\nThe mark of this article is ${markOf(n)}.`;
    await archive.add([{ draft: { id: idOf(n), headline: `Article ${n}`, text } }], { by: 'crash' });
    // Write straight into the pipe, which outlives the process.
    writeSync(1, `added ${n}\n`);
    if (n % 3 === 0) {
      await archive.retract(idOf(n), 'wrong', '7');
      writeSync(1, `retracted ${n}\n`);
    }
    await sleep(5);
  }
}

function feed(store: Awaited<ReturnType<typeof openStore>>, searchUrl: string) {
  const link = linkEngine(searchUrl);
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const feeder = startFeeder({ ...link, store, place: link.client.place, now: () => new Date(), log });
  return { link, feeder };
}

async function check(
  place: Omit<Job, 'searchUrl' | 'from'>,
  node: SearchNode,
  acknowledged: ReadonlyMap<number, 'added' | 'retracted'>,
): Promise<number> {
  const store = await openStore({ ...place, searchEngine: true });
  const { link, feeder } = feed(store, node.url);
  for (const end = Date.now() + SETTLING; ; await sleep(200)) {
    const { outbox, reconciled, problem } = await feeder.state();
    if (outbox.waiting === 0 && reconciled && problem === undefined) break;
    if (Date.now() > end)
      throw new Error(`The index was not told everything: ${JSON.stringify({ outbox, problem })}`);
  }
  await link.writer.refresh(await link.layout.aliasOf(GUILD));
  const newsroom = newsroomOver(store, { searchEngine: link, now: () => new Date() });
  const ask = commands.find(({ data }) => data.name === 'ask') as Command;
  const asker = someone();
  const wrong = { lost: 0, unfindable: 0, shown: 0 };
  for (const [n, what] of acknowledged) {
    const lookup = await store.guild(GUILD).article(idOf(n));
    if (what === 'added' && lookup.state !== 'live')
      wrong.lost += lookup.state === 'retracted' && n % 3 === 0 ? 0 : 1;
    const raw = { question: `What is ${markOf(n)}?` };
    const text = textOf(await finished(await runCommand(ask, raw, await newsroom.deskFor(asker), asker)));
    const isShown = text.includes(`${idOf(n)}.r1`);
    if (lookup.state === 'live' && !isShown) wrong.unfindable += 1;
    if (lookup.state === 'retracted' && isShown) wrong.shown += 1;
  }
  const found = await differences(store, link);
  newsroom.close();
  await feeder.close();
  await link.client.close();
  await store.close();
  const retracted = [...acknowledged.values()].filter((what) => what === 'retracted').length;
  console.log(
    `\n${acknowledged.size} articles acknowledged, ${retracted} of them retracted: ${wrong.lost} lost, ${wrong.unfindable} unfindable, ${wrong.shown} retracted and shown; index and archive then differed in ${found} articles`,
  );
  return wrong.lost + wrong.unfindable + wrong.shown + found > 0 ? 1 : 0;
}

/** Number of articles that differ between store and index. */
async function differences(
  store: Awaited<ReturnType<typeof openStore>>,
  link: ReturnType<typeof linkEngine>,
): Promise<number> {
  const { reconcile } = await import('../../src/newsroom/engine/reconcile.ts');
  const { servers } = await reconcile({
    store,
    ...link,
    signal: new AbortController().signal,
    now: () => new Date(),
  });
  const { missing, outdated, surplus } = servers.get(GUILD) ?? NO_DIFFERENCES;
  return missing + outdated + surplus;
}

if (process.send && process.argv[1] === import.meta.filename) {
  process.on('disconnect', () => process.exit());
  process.once('message', (job: Job) => void serve(job));
}
