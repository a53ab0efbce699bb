import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../../src/answer/ask.ts';
import { readFolder } from '../../src/store/articles/folder.ts';
import { ArticleError } from '../../src/article/parse.ts';
import { measureAnswers, type Measured } from './answers.ts';
import { reportAnswers } from './answers-report.ts';
import { readQuestions } from './questions.ts';
import { rankFigures } from './hits.ts';
import { buildWorld, SCOPES } from './worlds.ts';
import { drawShares } from '../../src/reply/picture/shares.ts';
import { MODEL } from '../../src/search/rank/model.ts';
import { parseSynonyms } from '../../src/search/question/synonyms.ts';

/**
 * `eval answers --articles DIR --questions FILE [--picture FILE]`: how often the first quotes answer, in three scopes, and how well
 * confidence tells answers from misses. Returns the exit code. Throws {@link ArticleError} for files that cannot be used.
 */
export async function evalAnswers(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { articles: { type: 'string' }, questions: { type: 'string' }, picture: { type: 'string' } },
  });
  if (values.articles === undefined || values.questions === undefined) {
    throw new ArticleError('Say what to measure: eval answers --articles DIR --questions FILE.');
  }
  const { articles, problems } = await readFolder(values.articles);
  for (const problem of problems) out(problem);
  const questions = await readQuestions(values.questions);
  const synonyms = parseSynonyms(
    await readFile(join(import.meta.dirname, '..', '..', 'seeds', 'synonyms.txt'), 'utf8'),
  );
  const started = performance.now();
  const heap = usedHeap();
  const world = buildWorld(articles);
  const built = performance.now() - started;
  const sentences = world.articles.documents().reduce((sum, document) => sum + document.sentences.length, 0);
  out(
    `${articles.length} articles, ${sentences} sentences, ${questions.length} questions; both indexes built in ` +
      `${built.toFixed(0)} ms, ${((usedHeap() - heap) / 1e6).toFixed(0)} MB`,
  );
  const engineOf = (index: typeof world.articles) =>
    createEngine(index, synonyms, MODEL, { found: 0, unsure: 0 });
  const measured = measureAnswers(world, questions, engineOf);
  for (const text of reportAnswers(measured)) out(text);
  if (values.picture !== undefined) await writeFile(values.picture, drawAnswers(measured));
  return 0;
}

/** The first table as a drawing (SVG). */
function drawAnswers({ scopes }: Measured): string {
  const shares = SCOPES.map((scope) => {
    const { top1, top3 } = rankFigures(scopes[scope].map(({ place }) => place));
    return { name: `asked in the ${scope}`, share: top1, beside: top3 };
  });
  const asked = scopes[SCOPES[0]].length.toLocaleString('en-US');
  return drawShares('The right sentence first · among the first three', `${asked} questions.`, shares);
}

const usedHeap = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
