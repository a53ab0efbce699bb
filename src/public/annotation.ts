import type { Document, Sentence, Slice } from '../article/article.ts';

/** Characters of context before and after a quote. */
const AROUND = 32;

/** A quote as a W3C Web Annotation in JSON-LD. The context is taken only from the quote's own paragraph. */
export function annotationOf(
  { article }: Document,
  [first, last]: readonly [Sentence, Sentence],
  paragraph: Slice,
  page: string,
): Readonly<Record<string, unknown>> {
  const { text, url, publishedAt } = article;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: page,
    type: 'Annotation',
    motivation: 'highlighting',
    generator: { type: 'Software', name: 'Pullquote' },
    ...(publishedAt !== undefined && { 'dcterms:issued': publishedAt }),
    target: {
      source: url ?? page,
      ...(article.language !== undefined && { language: article.language }),
      selector: {
        type: 'TextQuoteSelector',
        exact: text.slice(first.start, last.end),
        prefix: text.slice(Math.max(paragraph.start, first.start - AROUND), first.start),
        suffix: text.slice(last.end, Math.min(paragraph.end, last.end + AROUND)),
      },
    },
  };
}
