/**
 * Asks the same questions of our answer path and of other search engines in one run, and prints how often the first sentence answers
 * (top-1) or one of the first three (top-3), the time per question and per build, and the memory. `npm run bench -- --articles DIR
 * --questions FILE [--sample 500] [--picture FILE]`; file formats as for `eval -- answers`.
 */
import { writeFile } from 'node:fs/promises';
import { itemAt } from '../../src/article/item-at.ts';
import { createEngine } from '../../src/answer/ask.ts';
import { readFolder } from '../../src/store/articles/folder.ts';
import type { Document } from '../../src/article/article.ts';
import { firstHit, quantile, rankFigures } from '../evaluate/hits.ts';
import { readQuestions, type KnownQuestion } from '../evaluate/questions.ts';
import { readSeedSynonyms } from '../evaluate/inputs.ts';
import { commandOptions } from '../options.ts';
import { seededRandom, shuffled } from '../evaluate/random.ts';
import { SCOPES, buildWorld, scopeOfQuestion, type ScopeName } from '../evaluate/worlds.ts';
import { MODEL } from '../../src/answer/model.ts';
import { drawShares } from '../../src/reply/picture/shares.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';
import type { Ask, Engine } from './engine.ts';
import { PEERS } from './peers.ts';

/** Engines take turns after this many questions, so that other load on the machine slows all of them equally. */
const TURN = 25;
/** Each timed question is asked this often and the fastest time counts, to exclude other load. */
const REPEATS = 3;

type Runner = {
  name: string;
  places: Record<ScopeName, number[]>;
  times: number[];
  buildMs: number;
  bytes: number;
  articles: Ask;
  paragraphs: Ask;
};

const [what, ...argv] = process.argv.slice(2);
if (what === 'archive') await (await import('./archive/main.ts')).benchArchive(argv);
else if (what === 'parity') await (await import('./archive/parity.ts')).benchParity(argv);
else await benchPeers();

async function benchPeers(): Promise<void> {
  const { articles, questions, sample, picture } = commandOptions(process.argv.slice(2), {
    articles: undefined,
    questions: undefined,
    sample: Number.POSITIVE_INFINITY,
    picture: undefined,
  });
  if (articles === undefined || questions === undefined) {
    console.error(
      'Say what to measure: npm run bench -- --articles DIR --questions FILE [--sample 500], or what else: archive, parity.',
    );
    process.exitCode = 1;
  } else await bench(articles, questions, sample, picture);
}

async function bench(
  folder: string,
  file: string,
  sample: number,
  picture: string | undefined,
): Promise<void> {
  const random = seededRandom(1);
  const { articles } = await readFolder(folder);
  const known = (await readQuestions(file)).filter(({ answerable, gold }) => answerable && gold.length > 0);
  const questions = shuffled(known, random).slice(0, sample);
  const world = buildWorld(articles);
  const documents = world.articles.documents();
  const sentences = documents.reduce((sum, document) => sum + document.sentences.length, 0);
  console.log(`${documents.length} articles, ${sentences} sentences, ${questions.length} questions`);

  const runners: Runner[] = [];
  for (const engine of [await ours(), ...PEERS])
    runners.push(await prepare(engine, documents, world.paragraphs.documents()));
  for (let from = 0; from < questions.length; from += TURN) {
    const turn = questions.slice(from, from + TURN);
    for (const runner of shuffled(runners, random)) {
      for (const scope of SCOPES)
        for (const question of turn.filter(
          ({ paragraph }) => scope !== 'paragraph' || paragraph !== undefined,
        ))
          await put(runner, scope, question, idOf(scope, question), random);
    }
  }
  report(runners);
  if (picture !== undefined) await writeFile(picture, drawRunners(runners));

  function idOf(scope: ScopeName, question: KnownQuestion): ReadonlySet<string> | undefined {
    const { scope: inside } = scopeOfQuestion(world, scope, question);
    return inside && new Set(inside.map(({ article }) => article.id));
  }
}

/** Our answer path as the bot runs it. Quotes count whatever the verdict. */
async function ours(): Promise<Engine> {
  const synonyms = await readSeedSynonyms();
  return {
    name: 'Pullquote',
    build(documents) {
      const index = createSearchIndex();
      for (const document of documents) index.add(document);
      const engine = createEngine({ index, synonyms, model: MODEL, thresholds: { found: 0, unsure: 0 } });
      const ask: Ask = async (question, inside) =>
        (await engine({ question, scope: inside && [...inside].flatMap((id) => index.document(id) ?? []) }))
          .passages;
      return Promise.resolve({ ask });
    },
  };
}

async function prepare(
  engine: Engine,
  articles: readonly Document[],
  paragraphs: readonly Document[],
): Promise<Runner> {
  const before = usedBytes();
  const started = performance.now();
  const built = await engine.build(articles);
  const buildMs = performance.now() - started;
  const bytes = usedBytes() - before + (built.nativeBytes?.() ?? 0);
  const inParagraphs = await engine.build(paragraphs);
  return {
    name: engine.name,
    places: { paragraph: [], article: [], archive: [] },
    times: [],
    buildMs,
    bytes,
    articles: built.ask,
    paragraphs: inParagraphs.ask,
  };
}

async function put(
  runner: Runner,
  scope: ScopeName,
  { q, gold }: KnownQuestion,
  inside: ReadonlySet<string> | undefined,
  random: () => number,
): Promise<void> {
  const ask = scope === 'paragraph' ? runner.paragraphs : runner.articles;
  const repeats = scope === 'archive' ? REPEATS : 1;
  let found: Awaited<ReturnType<Ask>> = [];
  let ms = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const started = performance.now();
    found = await ask(q, inside);
    ms = Math.min(ms, performance.now() - started);
  }
  if (scope === 'archive') runner.times.push(ms);
  const ordered = shuffled(found, random).toSorted((a, b) => b.score - a.score);
  runner.places[scope].push(
    firstHit(
      ordered.map(({ quote }) => quote),
      gold,
    ),
  );
}

/** Draws the results for the whole archive as SVG. */
function drawRunners(runners: readonly Runner[]): string {
  const shares = runners.map(({ name, places }) => {
    const { top1, top3 } = rankFigures(places.archive);
    return { name, share: top1, beside: top3 };
  });
  const note = `${itemAt(runners, 0).places.archive.length} questions, asked in the whole archive, in one run.`;
  return drawShares('The right sentence first · among the first three', note, shares);
}

function report(runners: readonly Runner[]): void {
  const percent = (share: number): string => (100 * share).toFixed(1);
  const row = (name: string, ...cells: readonly string[]): void =>
    console.log(`${name.padEnd(28)} ${cells.join('  ')}`);
  row(
    'top-1 / top-3 %, scope:',
    ...SCOPES.map((scope) => scope.padStart(11)),
    '  p50 / p99 ms',
    'built ms',
    '   MB',
  );
  for (const { name, places, times, buildMs, bytes } of runners) {
    const cells = SCOPES.map((scope) => {
      if (places[scope].length === 0) return '-'.padStart(11);
      const { top1, top3 } = rankFigures(places[scope]);
      return `${percent(top1)} / ${percent(top3)}`.padStart(11);
    });
    const time = `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.99).toFixed(2)}`.padStart(14);
    row(name, ...cells, time, buildMs.toFixed(0).padStart(8), (bytes / 1e6).toFixed(1).padStart(5));
  }
  console.log(`Times (the fastest of ${REPEATS} for each question) and memory are of the archive scope.`);
}

function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
