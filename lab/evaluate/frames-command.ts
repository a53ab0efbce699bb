import { commandOptions, UsageError } from '../options.ts';
import { indexFolder } from './inputs.ts';
import { frameCases } from './frames/cases.ts';
import { measureFrames, reportFrames } from './frames/measure.ts';
import { readSpeakers } from './frames/speakers.ts';

/**
 * `eval frames --articles DIR [--speakers FILE]`: prints every quotation of the articles in the ways of newspapers, with right and wrong
 * speakers, and reports the results of the quote check. Speakers come from FILE (or DIR/speakers.jsonl), otherwise from names right next
 * to the marks. Returns the exit code. Throws {@link UsageError} without a folder.
 */
export async function evalFrames(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { articles, speakers } = commandOptions(args, { articles: undefined, speakers: undefined });
  if (articles === undefined)
    throw new UsageError('Say what to measure: eval frames --articles DIR, and perhaps --speakers FILE.');
  const { documents, index } = await indexFolder(articles, out);
  const cases = frameCases(documents, await readSpeakers(articles, speakers));
  out(`${documents.length} articles, ${cases.length} printed quotations`);
  for (const line of reportFrames(measureFrames(cases, index))) out(line);
  return 0;
}
