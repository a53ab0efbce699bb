import { parseArgs } from 'node:util';
import { documentOf } from '../../src/article/document.ts';
import { ArticleError } from '../../src/article/parse.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';
import { readFolder } from '../../src/store/articles/folder.ts';
import { shorteningCases } from './shortenings/cases.ts';
import { measureShortenings, reportShortenings } from './shortenings/measure.ts';

/**
 * `eval shortenings --articles DIR`: shortens real sentences fairly, and so that their meaning turns, and shows whether the
 * quote check tells the two apart. Returns the exit code. Throws {@link ArticleError} without a folder.
 */
export async function evalShortenings(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { articles: { type: 'string' } } });
  if (values.articles === undefined)
    throw new ArticleError('Say what to measure: eval shortenings --articles DIR.');
  const { articles, problems } = await readFolder(values.articles);
  for (const problem of problems) out(problem);
  const documents = articles.map(documentOf);
  const index = createSearchIndex();
  for (const document of documents) index.add(document);
  const cases = shorteningCases(documents);
  out(`${articles.length} articles, ${cases.length} shortened quotations`);
  for (const line of reportShortenings(measureShortenings(cases, index))) out(line);
  return 0;
}
