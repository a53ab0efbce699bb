import type { Article, Document, Sentence } from './article.ts';
import { splitSentences } from './sentences/sentences.ts';
import { structure } from './structure.ts';

/** Reads an article's structure and sentences. Pure: the same text always gives the same numbering. */
export function documentOf(article: Article): Document {
  const paragraphs = structure(article.text, article.headline);
  const sentences: Sentence[] = [];
  for (const [paragraph, block] of paragraphs.entries()) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    for (const { start, end } of splitSentences(article.text, block.start, block.end)) {
      sentences.push({
        articleId: article.id,
        revision: article.revision,
        n: sentences.length + 1,
        paragraph,
        start,
        end,
      });
    }
  }
  return { article, paragraphs, sentences };
}

/** The exact words of a sentence. */
export function quoteOf(document: Document, sentence: Sentence): string {
  return document.article.text.slice(sentence.start, sentence.end);
}
