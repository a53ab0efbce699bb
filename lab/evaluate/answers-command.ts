import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../../src/answer/ask.ts';
import { MODEL } from '../../src/answer/model.ts';
import { UNHURRIED } from '../../src/answer/pace.ts';
import { ArticleError } from '../../src/article/parse.ts';
import { openReader } from '../../src/reader/open-reader.ts';
import { drawShares } from '../../src/reply/picture/shares.ts';
import { parseSynonyms } from '../../src/search/question/synonyms.ts';
import { readSettings } from '../../src/settings.ts';
import { measureAnswers } from './answers.ts';
import { reportAnswers, type Measured } from './answers-report.ts';
import { cachedReader } from './cached-reader.ts';
import { indexSet, paragraphsOfArticle, readDataSet, scopeIn, type Indexed } from './data-set.ts';
import { rankFigures } from './hits.ts';
import { seededRandom, shuffled } from './random.ts';

const USAGE =
  'Say what to measure: eval answers --data DIR [--sample N] [--cache FILE] [--picture FILE]. DIR holds articles/ and questions.jsonl.';
/** Nobody waits for an evaluation. Milliseconds. */
const A_DAY = 24 * 60 * 60 * 1000;

/**
 * `eval answers --data DIR`: how often the first quotes answer, what the answers are called, and how well their spans fit,
 * with words alone and with the reader side by side. `--sample N` takes N questions at random, `--cache FILE` keeps what was read.
 * Returns the exit code. Throws {@link ArticleError} for files that cannot be used.
 */
export async function evalAnswers(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      sample: { type: 'string' },
      cache: { type: 'string' },
      picture: { type: 'string' },
    },
  });
  if (values.data === undefined) throw new ArticleError(USAGE);
  const set = await readDataSet(values.data);
  const sample = Number(values.sample ?? set.questions.length);
  const questions = shuffled(set.questions, seededRandom(1)).slice(0, sample);
  const opened = openReader({
    mode: 'on',
    threads: 2,
    notice: (_, message) => out(message),
    patience: A_DAY,
  });
  await opened.opened;
  const reader = values.cache === undefined ? opened : cachedReader(opened, values.cache);
  out(`${set.documents.length} articles, ${questions.length} questions`);
  const whole = await indexSet(set, reader);
  const paragraphs = questions.some(({ paragraph }) => paragraph !== undefined)
    ? await indexSet(paragraphsOfArticle(set), reader)
    : undefined;

  const synonyms = parseSynonyms(
    await readFile(join(import.meta.dirname, '..', '..', 'seeds', 'synonyms.txt'), 'utf8'),
  );
  const { FOUND_CONFIDENCE: found, UNSURE_CONFIDENCE: unsure } = readSettings({});
  const measured: Measured[] = [];
  for (const scope of ['paragraph', 'article', 'archive'] as const) {
    const indexed: Indexed | undefined = scope === 'paragraph' ? paragraphs : whole;
    if (!indexed || (scope === 'article' && !questions.some(({ article }) => article !== undefined)))
      continue;
    for (const road of ['words', 'reader'] as const) {
      const ask = createEngine({
        index: indexed.index,
        synonyms,
        model: MODEL,
        thresholds: { found, unsure },
        pace: UNHURRIED,
        ...(road === 'reader' && { reader, ...(indexed.vectors && { vectors: indexed.vectors }) }),
      });
      const outcomes = await measureAnswers(questions, ask, (question) => scopeIn(indexed, scope, question));
      measured.push({ road, scope, outcomes });
    }
  }
  for (const text of reportAnswers(measured)) out(text);
  await opened.close();
  if (values.picture !== undefined) await writeFile(values.picture, drawAnswers(measured));
  return 0;
}

/** The figures with the reader as a drawing (SVG). */
function drawAnswers(measured: readonly Measured[]): string {
  const shares = measured
    .filter(({ road }) => road === 'reader')
    .map(({ scope, outcomes }) => {
      const places = outcomes.filter(({ question }) => question.answerable).map(({ place }) => place);
      const { top1, top3 } = rankFigures(places);
      return { name: `asked in the ${scope}`, share: top1, beside: top3 };
    });
  const asked = (measured[0]?.outcomes.length ?? 0).toLocaleString('en-US');
  return drawShares('The right sentence first · among the first three', `${asked} questions.`, shares);
}
