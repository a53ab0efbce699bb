import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { itemAt } from '../../src/article/item-at.ts';
import { createEngine } from '../../src/answer/ask.ts';
import { MODEL } from '../../src/answer/model.ts';
import { UNHURRIED } from '../../src/answer/pace.ts';
import { drawShares } from '../../src/reply/picture/shares.ts';
import { readSettings } from '../../src/settings.ts';
import { commandOptions } from '../options.ts';
import { measureAnswers } from './answers.ts';
import { reportAnswers, type Measured } from './answers-report.ts';
import { indexSet, paragraphsOfArticle, readDataSet, scopeIn, type Indexed } from './data-set.ts';
import { rankFigures } from './hits.ts';
import { openPatientReader, readSeedSynonyms, REPOSITORY } from './inputs.ts';
import { seededRandom, shuffled } from './random.ts';

/** Invented news with questions as people type them. Nothing was fitted on it. */
const NEWS = join(REPOSITORY, 'lab', 'evaluate', 'news');

/**
 * `eval answers [--data DIR]`: measures how often the first quotes answer, the verdicts, and the spans, without and with the reader, on a
 * folder of `articles/` and `questions.jsonl`, by default {@link NEWS}.
 * `--sample N` takes N random questions, `--cache FILE` keeps the reader's results. Returns the exit code. Throws UsageError, and
 * ArticleError for files that cannot be used.
 */
export async function evalAnswers(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { data, sample, cache, picture } = commandOptions(args, {
    data: undefined,
    sample: Number.POSITIVE_INFINITY,
    cache: undefined,
    picture: undefined,
  });
  const set = await readDataSet(data ?? NEWS);
  const questions = shuffled(set.questions, seededRandom(1)).slice(0, sample);
  const { reader, close } = await openPatientReader(cache, out);
  out(`${set.documents.length} articles, ${questions.length} questions`);
  const whole = await indexSet(set, reader);
  const paragraphs = questions.some(({ paragraph }) => paragraph !== undefined)
    ? await indexSet(paragraphsOfArticle(set), reader)
    : undefined;

  const synonyms = await readSeedSynonyms();
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
  await close();
  if (picture !== undefined) await writeFile(picture, drawAnswers(measured));
  return 0;
}

/** Draws the results with the reader as SVG. */
function drawAnswers(measured: readonly Measured[]): string {
  const shares = measured
    .filter(({ road }) => road === 'reader')
    .map(({ scope, outcomes }) => {
      const places = outcomes.filter(({ question }) => question.answerable).map(({ place }) => place);
      const { top1, top3 } = rankFigures(places);
      return { name: `asked in the ${scope}`, share: top1, beside: top3 };
    });
  const asked = itemAt(measured, 0).outcomes.length.toLocaleString('en-US');
  return drawShares('The right sentence first · among the first three', `${asked} questions.`, shares);
}
