import type { Document } from '../article/article.ts';
import { STOP_WORDS, fold } from '../article/words.ts';

/** Runs of capitalised words: "Jack Ma", "European Commission", "SenseTime". At most 5 words. */
const RUN = /\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*(?: (?:of |de |von |van )?\p{Lu}[\p{L}\p{M}\p{N}&.'’-]*){0,4}/gu;

/**
 * The different names a document mentions. A capital at a sentence's start proves nothing, so a single word
 * that only ever opens sentences is not taken for a name.
 */
export function nameRuns(document: Document): string[] {
  const { text } = document.article;
  const found = new Set<string>();
  for (const { start, end } of document.sentences) {
    const sentence = text.slice(start, end);
    for (const match of sentence.matchAll(RUN)) {
      const name = match[0].replace(/['’]s?$|[.,]+$/u, '');
      if (match.index > 0 && name.length > 1 && !STOP_WORDS.has(fold(name))) found.add(name);
    }
  }
  return [...found];
}
