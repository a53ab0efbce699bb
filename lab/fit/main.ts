import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { READ_SIGNALS, WORD_SIGNALS } from '../../src/answer/confidence.ts';
import { MODEL, type Model } from '../../src/answer/model.ts';
import { ArticleError } from '../../src/article/parse.ts';
import { itemAt } from '../../src/article/item-at.ts';
import type { Weights } from '../../src/search/rank/rank.ts';
import {
  indexSet,
  readApartNews,
  readDataSet,
  readSeedSet,
  readUnseenNaturalNews,
  type DataSet,
} from '../evaluate/data-set.ts';
import { openPatientReader, readSeedSynonyms, REPOSITORY } from '../evaluate/inputs.ts';
import { seededRandom, shuffled } from '../evaluate/random.ts';
import { commandOptions, UsageError } from '../options.ts';
import {
  collect,
  labelled,
  listsOf,
  namesOfExample,
  type Example,
  type FitScope,
  type Origin,
  type Road,
} from './collect.ts';
import { crossValidateConfidence, crossValidateRanking } from './cross-validate.ts';
import { fitListwise } from './listwise.ts';
import { fitLogistic } from './logistic.ts';

const WEIGHTS_FILE = join(REPOSITORY, 'src', 'answer', 'weights.json');
const USAGE =
  'Say what to fit on: fit --data DIR [--data DIR]... [--natural FILE] [--cache FILE]. A DIR holds articles/ and questions.jsonl.';

/** L2 penalties. */
const RANKING_PENALTY = 3;
const CONFIDENCE_PENALTY = 1;
/** Most questions used per set, drawn at random. Reading more takes hours and changes nothing. */
const MOST_QUESTIONS = 300;
/** Sets with more sentences are only asked as an archive, since their articles are too long to be read completely. */
const LONG_SENTENCES = 1000;
const BOTH: readonly FitScope[] = ['article', 'archive'];
/** Sets for one scope: many questions about the invented news name nobody ("how old is she?") and assume their article. */
const SCOPES: Readonly<Record<string, readonly FitScope[]>> = { 'apart-news': ['article'] };
/** Sets for the reader only. Words alone cannot answer them, and fitting on them would make words overconfident elsewhere. */
const READ_ALONE: ReadonlySet<string> = new Set(['apart-news']);
/** Total weight of each set, so that real questions count as much as the many of an exam. */
const SET_WEIGHT = 500;
const SEED_WEIGHT = 80;

/**
 * `npm run fit`: fits the weights of ranking and confidence, with and without the reader, on questions with known answers; prints
 * cross-validated results, and writes the weights file.
 */
async function fit(args: readonly string[], out: (line: string) => void): Promise<void> {
  const { data, natural, cache } = commandOptions(args, { data: [], natural: undefined, cache: undefined });
  if (data.length === 0) throw new UsageError(USAGE);
  const { reader, close } = await openPatientReader(cache, out);
  const sets = [
    await readSeedSet(REPOSITORY),
    await readApartNews(REPOSITORY),
    ...(await Promise.all(data.map(readDataSet))),
    ...(natural === undefined ? [] : [await readUnseenNaturalNews(natural)]),
  ].map(sampled);
  const indexed = await Promise.all(sets.map((set) => indexSet(set, reader)));
  const synonyms = await readSeedSynonyms();

  let model: Model = MODEL;
  for (const road of ['words', 'read'] as const) {
    const gather = async (): Promise<Example[]> => {
      const all: Example[] = [];
      for (const each of indexed) {
        if (road === 'words' && READ_ALONE.has(each.set.name)) continue;
        const sentences = each.set.documents.reduce((sum, document) => sum + document.sentences.length, 0);
        const scopes = SCOPES[each.set.name] ?? (sentences > LONG_SENTENCES ? ['archive'] : BOTH);
        all.push(...(await collect(each, scopes, road, { reader, synonyms, model })));
      }
      return all;
    };
    const examples = await gather();
    for (const line of crossValidateRanking(examples, road, RANKING_PENALTY, weightsOf(examples))) out(line);
    model = { ...model, [road]: fitRanking(examples, road) };
    const ordered = await gather();
    for (const line of crossValidateConfidence(ordered, road, CONFIDENCE_PENALTY, weightsOf(ordered)))
      out(line);
    model = { ...model, [`${road}Confidence`]: fitConfidence(ordered, road) };
  }
  await close();
  await writeFile(WEIGHTS_FILE, `${JSON.stringify(model, undefined, 2)}\n`);
  out(`written to ${WEIGHTS_FILE}`);
}

/** At most {@link MOST_QUESTIONS} questions of a set, always the same. */
function sampled(set: DataSet): DataSet {
  if (set.questions.length <= MOST_QUESTIONS) return set;
  return { ...set, questions: shuffled(set.questions, seededRandom(1)).slice(0, MOST_QUESTIONS) };
}

/** Balances sets of different sizes. */
function weightsOf(examples: readonly Example[]): (origin: Origin) => number {
  const counts = Map.groupBy(examples, ({ origin }) => origin.set);
  return ({ set }) => (set === 'seed' ? SEED_WEIGHT : SET_WEIGHT) / (counts.get(set)?.length ?? 1);
}

function fitRanking(examples: readonly Example[], road: Road): Weights {
  const names = namesOfExample(road);
  const weightOf = weightsOf(examples);
  const weights = Float64Array.from(examples, ({ origin }) => weightOf(origin));
  const lists = { ...listsOf(examples, names.length), weights };
  return byName(names, fitListwise(lists, [...examples.keys()], RANKING_PENALTY));
}

function fitConfidence(examples: readonly Example[], road: Road): Weights {
  const signals = road === 'words' ? WORD_SIGNALS : READ_SIGNALS;
  return byName(
    signals,
    fitLogistic(labelled(examples, weightsOf(examples)), signals.length, CONFIDENCE_PENALTY),
  );
}

const byName = (items: readonly Readonly<{ name: string }>[], values: Float64Array): Weights =>
  Object.fromEntries(items.map(({ name }, index) => [name, Number(itemAt(values, index).toFixed(4))]));

try {
  await fit(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`));
} catch (error) {
  if (!(error instanceof ArticleError || error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
