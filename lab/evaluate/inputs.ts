import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../../src/article/article.ts';
import { documentOf } from '../../src/article/document.ts';
import { openReader } from '../../src/reader/open-reader.ts';
import type { Reader } from '../../src/reader/reader.ts';
import { createSearchIndex, type SearchIndex } from '../../src/search/index/search-index.ts';
import { parseSynonyms, type Synonyms } from '../../src/search/question/synonyms.ts';
import { readFolder } from '../../src/store/articles/folder.ts';
import { cachedReader } from './cached-reader.ts';

/** The root of the repository. */
export const REPOSITORY = join(import.meta.dirname, '..', '..');

/** Deadline for the reader, since nobody waits for a measurement. Milliseconds. */
const A_DAY = { begin: 24 * 60 * 60 * 1000, end: 24 * 60 * 60 * 1000 };

/** The synonyms of a new installation. */
export const readSeedSynonyms = async (): Promise<Synonyms> =>
  parseSynonyms(await readFile(join(REPOSITORY, 'seeds', 'synonyms.txt'), 'utf8'));

/** Opens the reader without a deadline. With `cache`, it keeps its results in that file. */
export async function openPatientReader(
  cache: string | undefined,
  out: (line: string) => void,
): Promise<Readonly<{ reader: Reader; close(): Promise<void> }>> {
  const opened = openReader({
    mode: 'on',
    threads: 2,
    notice: (_, message) => out(message),
    patience: { embed: A_DAY, read: A_DAY, again: A_DAY },
  });
  await opened.opened;
  return {
    reader: cache === undefined ? opened : cachedReader(opened, cache),
    close: async () => opened.close(),
  };
}

/** Reads and indexes a folder of articles. Reports unusable files to `out`. */
export async function indexFolder(
  folder: string,
  out: (line: string) => void,
): Promise<Readonly<{ documents: readonly Document[]; index: SearchIndex }>> {
  const { articles, problems } = await readFolder(folder);
  for (const problem of problems) out(problem);
  const documents = articles.map(documentOf);
  const index = createSearchIndex();
  for (const document of documents) index.add(document);
  return { documents, index };
}
