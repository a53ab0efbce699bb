import type { Article, Document, Provenance, Sentence } from './article.ts';
import { packedDocument, type PlacedSlice } from './packed.ts';
import { sentencesIn } from './sentences/sentences.ts';
import { allSteps, type Steps } from './steps.ts';
import { structureSteps } from './structure.ts';

/** An article's structure and sentences. Deterministic: the same text always gets the same numbering. */
export function documentOf(article: Article): Document {
  return allSteps(documentSteps(article));
}

/** {@link documentOf} in steps of about a sentence. */
export function* documentSteps(article: Article, provenance?: Provenance): Steps<Document> {
  const paragraphs = yield* structureSteps(article.text, article.headline);
  const sentences: PlacedSlice[] = [];
  for (const [paragraph, block] of paragraphs.entries()) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    for (const slice of sentencesIn(article.text, block.start, block.end)) {
      if (slice) sentences.push({ paragraph, ...slice });
      yield;
    }
  }
  return packedDocument(article, paragraphs, sentences, provenance);
}

/** Whether two objects are the same sentence of the same revision. Packed documents may create several objects for one sentence. */
export const isSameSentence = (a: Sentence, b: Sentence): boolean =>
  a.n === b.n && a.articleId === b.articleId && a.revision === b.revision;

/** The exact text of a sentence. */
export function quoteOf(document: Document, sentence: Sentence): string {
  return document.article.text.slice(sentence.start, sentence.end);
}
