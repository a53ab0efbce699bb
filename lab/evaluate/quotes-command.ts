import { parseArgs } from 'node:util';
import { readFolder } from '../../src/store/articles/folder.ts';
import { documentOf } from '../../src/article/document.ts';
import { ArticleError } from '../../src/article/parse.ts';
import { drawCases } from './quotes/cases.ts';
import { measureQuotes, reportQuotes } from './quotes/measure.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';

const COUNT = 5000;
const SEED = 1;

/**
 * `eval quotes --articles DIR [--cases 5000] [--seed 1]`: alters real sentences in many ways and shows how the
 * quote check grades them. Returns the exit code. Throws {@link ArticleError} for arguments that cannot be used.
 */
export async function evalQuotes(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      articles: { type: 'string' },
      cases: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  const [count, seed] = [Number(values.cases ?? COUNT), Number(values.seed ?? SEED)];
  if (values.articles === undefined || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
    throw new ArticleError(
      'Say what to measure: eval quotes --articles DIR, and perhaps --cases 5000 --seed 1.',
    );
  }
  const { articles, problems } = await readFolder(values.articles);
  for (const problem of problems) out(problem);
  const documents = articles.map(documentOf);
  const index = createSearchIndex();
  for (const document of documents) index.add(document);
  const sentences = documents.reduce((sum, document) => sum + document.sentences.length, 0);
  const cases = drawCases(documents, count, seed);
  out(`${articles.length} articles, ${sentences} sentences, ${cases.length} quotations, seed ${seed}`);
  for (const line of reportQuotes(measureQuotes(cases, index))) out(line);
  return 0;
}
