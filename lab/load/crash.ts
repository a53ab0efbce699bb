import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../src/store/archive.ts';
import { addAll, type AddSource } from '../../src/terminal/add-all.ts';
import { extract } from '../../src/intake/extract.ts';
import { startPostgres } from '../../tests/store/real-postgres.ts';
import { GUILD, newsroomOver, someone } from '../../tests/support/newsroom.ts';
import { commandOptions } from '../options.ts';
import { seededRandom } from '../evaluate/random.ts';
import { articleText } from './articles.ts';

// F11: `npm run crash -- --kills 200 [--store sqlite|postgres]`. A process that adds articles is killed (SIGKILL) again and again, while it
// opens the store, creates its tables, fills the index or adds. The next process checks everything that was acknowledged.

/** After this many kills the test starts with a new store, so that creating its tables is interrupted too. */
const KILLS_A_STORE = 10;
/** Articles added at once. */
const AT_ONCE = 60;
/** Most acknowledgements before a process is killed. */
const MOST_TOLD = 150;
/** Then it runs for at most this long, so that the kill hits any moment of a write. Milliseconds. */
const LONGEST = 60;
/** Longest life of a process that is killed while it opens the store. Milliseconds. */
const LONGEST_OPENING = 2000;
/** Number of articles of earlier rounds that are checked after each kill; the last round checks all of its own. */
const SAMPLE = 40;

/** What a process finds when it starts. */
type Finding = Readonly<{ acknowledged: number; lost: string[]; unfindable: string[]; half: string[] }>;
type Job = Readonly<{ dataDir: string; databaseUrl?: string; acknowledged: string; from: number }>;

/** A word that only article `n` contains. */
const markOf = (n: number): string => `zq${n.toString(36)}xv`;
/** Most are short, for many writes; some are longer than a page of the file. */
const textOf = (n: number): string =>
  `${articleText(n, n % 7 === 0 ? 600 : 80)}\nThe mark of this article is ${markOf(n)}.\n`;
const idOf = (n: number): string => `article-${n}`;

async function run(kills: number, kind: 'sqlite' | 'postgres'): Promise<number> {
  const postgres = kind === 'postgres' ? await startPostgres() : undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'pullquote-crash-'));
  const random = seededRandom(kills);
  const total = { acknowledged: 0, lost: 0, unfindable: 0, half: 0, early: 0 };
  try {
    for (let killed = 0; killed < kills;) {
      const dataDir = path.join(folder, `store-${killed}`);
      const acknowledged = path.join(folder, `acknowledged-${killed}`);
      writeFileSync(acknowledged, '');
      const job = { dataDir, acknowledged, ...(postgres && { databaseUrl: await postgres.schema() }) };
      const rounds = Math.min(KILLS_A_STORE, kills - killed);
      for (let round = 0; round <= rounds; round += 1) {
        // The last process only checks.
        const finding = await lifeOf({ ...job, from: round * 10_000 }, round === rounds ? undefined : random);
        if (!finding) total.early += 1;
        for (const what of ['lost', 'unfindable', 'half'] as const) {
          total[what] += finding?.[what].length ?? 0;
          for (const name of finding?.[what] ?? [])
            console.log(`${what}: ${name}, after kill ${killed + round}`);
        }
        if (round === rounds) total.acknowledged += finding?.acknowledged ?? 0;
      }
      killed += rounds;
      process.stdout.write(`${killed} of ${kills} kills\r`);
    }
  } finally {
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    `${kind}: ${kills} kills (${total.early} of them before the articles were checked), ${total.acknowledged} articles acknowledged: ${total.lost} lost, ${total.unfindable} unfindable, ${total.half} half`,
  );
  return total.lost + total.unfindable + total.half > 0 ? 1 : 0;
}

/** Runs one process until its death. Returns what it found, unless it was killed earlier. Without `random` it is not killed. */
async function lifeOf(job: Job, random: (() => number) | undefined): Promise<Finding | undefined> {
  const child = fork(import.meta.filename, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let told = 0;
  child.stdout?.on('data', (lines: Buffer) => {
    appendFileSync(job.acknowledged, lines);
    told += lines.toString().split('\n').length - 1;
  });
  const dead = once(child, 'close');
  child.send(job);
  const byItself = dead.then(() => Promise.reject(new Error('A process ended by itself.')));
  const found = Promise.race([once(child, 'message').then(([finding]) => finding as Finding), byItself]);
  found.catch(() => undefined);
  if (!random) {
    const finding = await found;
    await kill(child, dead);
    return finding;
  }
  // A quarter are killed at any moment from the start, the others while they add.
  if (random() < 0.25) {
    const finding = await Promise.race([found, sleep(random() * LONGEST_OPENING)]);
    await kill(child, dead);
    return finding as Finding | undefined;
  }
  const finding = await found;
  const few = random() * MOST_TOLD;
  for (;;) {
    if (told >= few) break;
    await Promise.race([sleep(1), byItself]);
  }
  await sleep(random() * LONGEST);
  await kill(child, dead);
  return finding;
}

async function kill(child: ChildProcess, dead: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null) throw new Error(`A process ended by itself with code ${child.exitCode}.`);
  child.kill('SIGKILL');
  await dead;
}

/** The process that is killed. */
async function serve({ acknowledged, from, ...place }: Job): Promise<void> {
  const store = await openStore(place);
  const newsroom = newsroomOver(store, { limit: Number.POSITIVE_INFINITY });
  const archive = store.guild(GUILD);
  await newsroom.open(GUILD);
  const told = readFileSync(acknowledged, 'utf8').split('\n').filter(Boolean);
  const { articles, damaged } = await archive.articles();
  const { problems } = await store.verify();
  const texts = new Map(articles.map(({ article }) => [article.id, article.text]));
  const half = [...texts].filter(([id, text]) => text !== textOf(Number(id.slice(8)))).map(([id]) => id);
  const desk = await newsroom.deskFor(someone());
  const findable = async (id: string): Promise<boolean> => {
    const answer = await desk.ask({ question: `What is ${markOf(Number(id.slice(8)))}?` });
    return [...answer.passages, ...answer.nearest].some(({ document }) => document.article.id === id);
  };
  const last = told.filter((id) => Number(id.slice(8)) >= from - 10_000);
  const earlier = told.slice(0, told.length - last.length);
  const sample = earlier.filter((_, n) => n % Math.ceil(earlier.length / SAMPLE) === 0);
  const unfindable: string[] = [];
  for (const id of [...last, ...sample]) if (texts.has(id) && !(await findable(id))) unfindable.push(id);
  process.send?.({
    acknowledged: told.length,
    lost: told.filter((id) => !texts.has(id)),
    unfindable,
    half: [...half, ...damaged.map(({ id }) => id), ...problems],
  } satisfies Finding);
  for (let n = from; ; n += AT_ONCE) {
    // Write straight into the pipe, which outlives the process.
    await addAll({
      archive,
      sources: sourcesFrom(n),
      by: 'crash',
      onEnd: ({ name }, { outcome }) => {
        if (outcome === 'added') writeSync(1, `${name}\n`);
      },
    });
  }
}

async function* sourcesFrom(n: number): AsyncGenerator<AddSource> {
  for (let offset = 0; offset < AT_ONCE; offset += 1) yield sourceOf(n + offset);
}

const sourceOf = (n: number): AddSource => ({
  name: idOf(n),
  read: async () => ({ extracted: await extract(Buffer.from(textOf(n)), { name: `${idOf(n)}.txt` }) }),
});

if (process.send) {
  process.on('disconnect', () => process.exit());
  process.once('message', (job: Job) => void serve(job));
} else {
  const { kills, store, engine } = commandOptions(process.argv.slice(2), {
    kills: 20,
    store: 'sqlite',
    engine: undefined,
  });
  process.exitCode =
    engine === 'opensearch'
      ? await (await import('./crash-engine.ts')).crashWithEngine(kills)
      : await run(kills, store === 'postgres' ? 'postgres' : 'sqlite');
}
