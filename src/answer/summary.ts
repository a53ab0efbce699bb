import type { Document, Sentence } from '../article/article.ts';

/** The article's own sentences that tell most of it, in its order. `count` from 1; fewer when the article is shorter. */
export function summarise(document: Document, count: number): Sentence[] {
  return document.sentences
    .filter(({ paragraph }) => document.paragraphs[paragraph]?.kind === 'paragraph')
    .slice(0, count);
}
