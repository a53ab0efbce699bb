import { commandOptions, UsageError } from '../options.ts';
import { indexFolder } from './inputs.ts';
import { drawCases } from './quotes/cases.ts';
import { measureQuotes, reportQuotes } from './quotes/measure.ts';

const COUNT = 5000;
const SEED = 1;

/**
 * `eval quotes --articles DIR [--cases 5000] [--seed 1]`: alters real sentences in many ways and reports how the quote check grades
 * them. Returns the exit code. Throws {@link UsageError}.
 */
export async function evalQuotes(args: readonly string[], out: (line: string) => void): Promise<number> {
  const {
    articles,
    cases: count,
    seed,
  } = commandOptions(args, { articles: undefined, cases: COUNT, seed: SEED });
  if (articles === undefined || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
    throw new UsageError(
      'Say what to measure: eval quotes --articles DIR, and perhaps --cases 5000 --seed 1.',
    );
  }
  const { documents, index } = await indexFolder(articles, out);
  const sentences = documents.reduce((sum, document) => sum + document.sentences.length, 0);
  const cases = drawCases(documents, count, seed);
  out(`${documents.length} articles, ${sentences} sentences, ${cases.length} quotations, seed ${seed}`);
  for (const line of reportQuotes(measureQuotes(cases, index))) out(line);
  return 0;
}
