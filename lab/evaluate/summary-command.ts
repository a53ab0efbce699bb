import { readFile } from 'node:fs/promises';
import { commandOptions, UsageError } from '../options.ts';
import { ArticleError } from '../../src/article/parse.ts';
import { evaluateSummaries, type Rouge } from './summaries.ts';
import { itemAt } from '../../src/article/item-at.ts';

/** Default length of `/summary`. Sentences. */
const SENTENCES = 3;

/**
 * `eval summary FILE [--sentences 3]`: ROUGE of our summaries and of the articles' first sentences, on lines of `{"text", "reference"}`.
 * Returns the exit code. Throws {@link ArticleError} for files that cannot be used.
 */
export async function evalSummary(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { sentences: count, positionals } = commandOptions(args, { sentences: SENTENCES });
  const [file] = positionals;
  if (file === undefined || !Number.isInteger(count) || count < 1) {
    throw new UsageError('Say what to measure: eval summary FILE [--sentences 3].');
  }
  const content = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ArticleError(`${file} cannot be read: name a file of one JSON object a line.`, {
      cause: error,
    });
  });
  const { articles, ours, lead, differ, better } = evaluateSummaries(content, count);
  out(`${articles} articles, ${count} sentences each; F, words stemmed`);
  out('              ROUGE-1  ROUGE-2  ROUGE-Lsum');
  out(`Pullquote     ${cells(ours)}`);
  out(`first ${String(count).padEnd(8)}${cells(lead)}`);
  out(`the two differ in ${differ} articles; ours is better by ROUGE-1 in ${better} of them`);
  return 0;
}

const cells = ({ rouge1, rouge2, rougeLsum }: Rouge): string =>
  [rouge1, rouge2, rougeLsum]
    .map((value, at) => (100 * value).toFixed(1).padStart(itemAt([7, 9, 12], at)))
    .join('');
