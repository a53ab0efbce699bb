import { quoteOf } from '../article/document.ts';
import type { Document, Sentence } from '../article/article.ts';

/** The prefix that bge-small-en-v1.5 expects before a question (its model card). Passages have none. */
export const QUESTION_PREFIX = 'Represent this sentence for searching relevant passages: ';

/** Increment when the texts or the scale of vectors change, so that existing vectors are computed again. */
export const VECTOR_RECIPE = 1;

/** The text that is encoded for a sentence. The headline tells which company "the company" is. */
export function vectorText(document: Document, sentence: Sentence): string {
  const { headline } = document.article;
  const words = quoteOf(document, sentence);
  return headline === '' ? words : `${headline}. ${words}`;
}
