import { quoteOf } from '../article/document.ts';
import type { Document, Sentence } from '../article/article.ts';

/** What bge-small-en-v1.5 expects in front of a question (its model card); passages go in as they are. */
export const QUESTION_PREFIX = 'Represent this sentence for searching relevant passages: ';

/** Changes when the texts that vectors are made of, or their scale, change: vectors made before must then be made again. */
export const VECTOR_RECIPE = 1;

/** What the vector of a sentence is made of: the headline says whom "the company" means. */
export function vectorText(document: Document, sentence: Sentence): string {
  const { headline } = document.article;
  const words = quoteOf(document, sentence);
  return headline === '' ? words : `${headline}. ${words}`;
}
