import type { Article, Document, Sentence } from './article.ts';
import { sentencesIn } from './sentences/sentences.ts';
import { allSteps, type Steps } from './steps.ts';
import { structureSteps } from './structure.ts';

/** Reads an article's structure and sentences. Pure: the same text always gives the same numbering. */
export function documentOf(article: Article): Document {
  return allSteps(documentSteps(article));
}

/** The same in steps, each of about a sentence. */
export function* documentSteps(article: Article): Steps<Document> {
  const paragraphs = yield* structureSteps(article.text, article.headline);
  const sentences: Sentence[] = [];
  for (const [paragraph, block] of paragraphs.entries()) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    for (const { start, end } of sentencesIn(article.text, block.start, block.end)) {
      sentences.push({
        articleId: article.id,
        revision: article.revision,
        n: sentences.length + 1,
        paragraph,
        start,
        end,
      });
      yield;
    }
  }
  return { article, paragraphs, sentences };
}

/** The exact words of a sentence. */
export function quoteOf(document: Document, sentence: Sentence): string {
  return document.article.text.slice(sentence.start, sentence.end);
}
