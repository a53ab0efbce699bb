import type { Document } from '../article/article.ts';
import { isEnglish, readableSentences } from '../reader/readable.ts';
import type { Reader } from '../reader/reader.ts';
import { vectorText } from '../reader/vector-text.ts';
import type { MutableVectors } from '../search/index/vectors.ts';

/** More sentences than this are not encoded before a terminal answers: that would take minutes. */
const MOST_SENTENCES = 6000;

/** Makes the vectors of articles at once; leaves out those for which there is no time, and all when the reader steps aside. */
export async function makeVectors(
  documents: readonly Document[],
  reader: Reader,
  vectors: MutableVectors,
): Promise<void> {
  let left = MOST_SENTENCES;
  for (const document of documents.filter((each) => isEnglish(each))) {
    const sentences = readableSentences(document);
    left -= sentences.length;
    if (left < 0) return;
    const made = await reader.embed(
      sentences.map((sentence) => vectorText(document, sentence)),
      'sentence',
    );
    if (!made) return;
    vectors.add(
      document.article.id,
      sentences.map(({ n }) => n),
      Int8Array.from(made.flatMap((vector) => [...vector])),
    );
  }
}
