import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEngine, type SearchEngine } from '../answer/ask.ts';
import { MODEL } from '../answer/model.ts';
import { createPace, type ReadingPace } from '../answer/pace.ts';
import type { Reader } from '../reader/reader.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import { parseSynonyms, type Synonyms } from '../search/question/synonyms.ts';
import type { Vectors } from '../search/index/vectors.ts';
import type { Settings } from '../settings.ts';

const SYNONYMS = join(import.meta.dirname, '..', '..', 'seeds', 'synonyms.txt');

/** Reads the newsroom's synonyms. */
export const readSynonyms = async (): Promise<Synonyms> => parseSynonyms(await readFile(SYNONYMS, 'utf8'));

/** Returns a function that makes search engines over an index and its vectors. All share one reader. */
export async function engineMaker(
  settings: Settings,
  reader: Reader,
  pace: ReadingPace = createPace(),
): Promise<(index: SearchIndex, vectors: Vectors) => SearchEngine> {
  const synonyms = await readSynonyms();
  const thresholds = { found: settings.FOUND_CONFIDENCE, unsure: settings.UNSURE_CONFIDENCE };
  return (index, vectors) =>
    createEngine({
      index,
      synonyms,
      model: MODEL,
      thresholds,
      pace,
      reader,
      vectors,
    });
}
