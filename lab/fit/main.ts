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

/** How strongly weights are held to 0. */
const RANKING_PENALTY = 3;
const CONFIDENCE_PENALTY = 1;
/** Questions of one set that take part, drawn at random: reading more takes hours and changes nothing. */
const MOST_QUESTIONS = 300;
/** A set of more sentences than this is asked as an archive only: its articles are too long to be read whole anyway. */
const LONG_SENTENCES = 1000;
const BOTH: readonly FitScope[] = ['article', 'archive'];
/** Sets for one scope: many questions on the invented news name nobody ("how old is she?") and mean their article. */
const SCOPES: Readonly<Record<string, readonly FitScope[]>> = { 'apart-news': ['article'] };
/** Sets that words alone can make nothing of: fitted on them, they would be taken for surer than they are elsewhere. */
const READ_ALONE: ReadonlySet<string> = new Set(['apart-news']);
/** What each set counts for in all; questions that people really ask count as much as the many of an exam. */
const SET_WEIGHT = 500;
const SEED_WEIGHT = 80;

/**
 * `npm run fit`: fits the weights of ranking and of confidence, with words alone and with the reader, on questions with
 * known answers; prints how they do by cross-validation over articles, and writes the weights file.
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

/** A set with at most {@link MOST_QUESTIONS} of its questions, always the same. */
function sampled(set: DataSet): DataSet {
  if (set.questions.length <= MOST_QUESTIONS) return set;
  return { ...set, questions: shuffled(set.questions, seededRandom(1)).slice(0, MOST_QUESTIONS) };
}

/** Evens the sets out, whatever number of questions they have. */
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
