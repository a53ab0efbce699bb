import { parseArgs } from 'node:util';
import { documentOf } from '../../src/article/document.ts';
import { ArticleError } from '../../src/article/parse.ts';
import { createSearchIndex } from '../../src/search/index/search-index.ts';
import { readFolder } from '../../src/store/articles/folder.ts';
import { frameCases } from './frames/cases.ts';
import { measureFrames, reportFrames } from './frames/measure.ts';
import { readSpeakers } from './frames/speakers.ts';

/**
 * `eval frames --articles DIR [--speakers FILE]`: prints every quotation of the articles in the ways newspapers do, with
 * right and wrong speakers, and shows what the quote check says. Speakers are those of FILE (or DIR/speakers.jsonl),
 * otherwise those named right next to the marks. Returns the exit code. Throws {@link ArticleError} without a folder.
 */
export async function evalFrames(args: readonly string[], out: (line: string) => void): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { articles: { type: 'string' }, speakers: { type: 'string' } },
  });
  if (values.articles === undefined)
    throw new ArticleError('Say what to measure: eval frames --articles DIR, and perhaps --speakers FILE.');
  const { articles, problems } = await readFolder(values.articles);
  for (const problem of problems) out(problem);
  const documents = articles.map(documentOf);
  const index = createSearchIndex();
  for (const document of documents) index.add(document);
  const cases = frameCases(documents, await readSpeakers(values.articles, values.speakers));
  out(`${articles.length} articles, ${cases.length} printed quotations`);
  for (const line of reportFrames(measureFrames(cases, index))) out(line);
  return 0;
}
