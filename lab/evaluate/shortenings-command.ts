import { commandOptions, UsageError } from '../options.ts';
import { indexFolder } from './inputs.ts';
import { shorteningCases } from './shortenings/cases.ts';
import { measureShortenings, reportShortenings } from './shortenings/measure.ts';

/**
 * `eval shortenings --articles DIR`: shortens real sentences fairly and unfairly, and reports whether the quote check distinguishes the
 * two. Returns the exit code. Throws {@link UsageError} without a folder.
 */
export async function evalShortenings(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { articles } = commandOptions(args, { articles: undefined });
  if (articles === undefined) throw new UsageError('Say what to measure: eval shortenings --articles DIR.');
  const { documents, index } = await indexFolder(articles, out);
  const cases = shorteningCases(documents);
  out(`${documents.length} articles, ${cases.length} shortened quotations`);
  for (const line of reportShortenings(measureShortenings(cases, index))) out(line);
  return 0;
}
