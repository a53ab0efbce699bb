import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CANDIDATES } from '../../src/answer/ask.ts';
import { SIGNALS } from '../../src/answer/signals.ts';
import { WEIGHT_NAMES } from '../../src/answer/spans/traits/index.ts';
import { readFolder } from '../../src/store/articles/folder.ts';
import { ArticleError } from '../../src/article/parse.ts';
import { readQuestions } from '../evaluate/questions.ts';
import { buildWorld } from '../evaluate/worlds.ts';
import { crossValidateConfidence, crossValidateRanking } from './cross-validate.ts';
import { collectExamples } from './lists.ts';
import { fitListwise } from './listwise.ts';
import { fitLogistic } from './logistic.ts';
import { collectSignals } from './signals.ts';
import { collectSpans, crossValidateSpans, fitSpans } from './spans.ts';
import { FEATURES } from '../../src/search/rank/features/index.ts';
import type { Weights } from '../../src/search/rank/rank.ts';
import { parseSynonyms } from '../../src/search/question/synonyms.ts';

/** How strongly weights are held to 0: chosen by cross-validation among 0.03, 0.1, 0.3, 1, 3, 10, 30. */
const RANKING_PENALTY = 10;
const CONFIDENCE_PENALTY = 0.1;
const SPANS_PENALTY = 3;

const root = join(import.meta.dirname, '..', '..');
const WEIGHTS_FILE = join(root, 'src', 'search', 'rank', 'weights.json');
const SPANS_FILE = join(root, 'src', 'answer', 'spans', 'weights.json');

const byName = (items: readonly { name: string }[], values: Float64Array): Weights =>
  Object.fromEntries(items.map(({ name }, index) => [name, Number((values[index] ?? 0).toFixed(4))]));

/**
 * `fit --articles DIR --questions FILE`: fits the weights of ranking and confidence on questions with known answers,
 * says how they do by cross-validation over articles, and writes the weights file.
 */
async function fit(args: readonly string[], out: (line: string) => void): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { articles: { type: 'string' }, questions: { type: 'string' } },
  });
  if (values.articles === undefined || values.questions === undefined) {
    throw new ArticleError('Say what to fit on: fit --articles DIR --questions FILE.');
  }
  const { articles, problems } = await readFolder(values.articles);
  for (const problem of problems) out(problem);
  const known = await readQuestions(values.questions);
  const questions = known.filter(({ answerable, gold }) => answerable && gold.length > 0);
  const synonyms = parseSynonyms(await readFile(join(root, 'seeds', 'synonyms.txt'), 'utf8'));
  const world = buildWorld(articles);

  const examples = collectExamples(world, questions, synonyms, CANDIDATES);
  out(`${questions.length} questions, ${FEATURES.length} features, ${examples.lists.hits.length} candidates`);
  for (const line of crossValidateRanking(examples, RANKING_PENALTY)) out(line);
  const ranking = byName(FEATURES, fitListwise(examples.lists, [...examples.origin.keys()], RANKING_PENALTY));

  const signals = collectSignals(world, questions, synonyms, ranking);
  for (const line of crossValidateConfidence(signals, SIGNALS.length, CONFIDENCE_PENALTY)) out(line);
  const confidence = byName(SIGNALS, fitLogistic(signals, SIGNALS.length, CONFIDENCE_PENALTY));

  await writeFile(WEIGHTS_FILE, `${JSON.stringify({ ranking, confidence }, undefined, 2)}\n`);
  out(`written to ${WEIGHTS_FILE}`);

  const spans = collectSpans(world, questions, synonyms);
  for (const line of crossValidateSpans(spans, SPANS_PENALTY)) out(line);
  const names = WEIGHT_NAMES.map((name) => ({ name }));
  const fitted = byName(names, fitSpans(spans, SPANS_PENALTY));
  const used = Object.fromEntries(Object.entries(fitted).filter(([, weight]) => weight !== 0));
  await writeFile(SPANS_FILE, `${JSON.stringify(used, undefined, 2)}\n`);
  out(`written to ${SPANS_FILE}`);
}

try {
  await fit(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`));
} catch (error) {
  if (!(error instanceof ArticleError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
