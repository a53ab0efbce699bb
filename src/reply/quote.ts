import type { Passage } from '../answer/answer.ts';
import { receiptOf } from '../answer/answer.ts';
import { deepLink } from '../answer/citation.ts';
import type { Block, Quote } from './reply.ts';

/** A passage as a quote of one sentence, its spans marked. */
export function quoteOfPassage(passage: Passage): Quote {
  const { document, sentence, quote, spans } = passage;
  const { article } = document;
  return {
    articleId: article.id,
    revision: article.revision,
    from: sentence.n,
    to: sentence.n,
    text: quote,
    start: sentence.start,
    end: sentence.end,
    marks: mergeMarks(
      spans.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start })),
    ),
    receipt: receiptOf(article, sentence),
    headline: article.headline,
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    ...(article.publishedAt === undefined ? {} : { publishedAt: article.publishedAt }),
    ...(article.url === undefined ? {} : { url: article.url, deepLink: deepLink(article.url, quote) }),
  };
}

/** A passage as a block of a reply. */
export function quoteBlock(passage: Passage, label?: string): Block {
  return { type: 'quote', quote: quoteOfPassage(passage), ...(label === undefined ? {} : { label }) };
}

function mergeMarks(marks: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else merged.push({ ...mark });
  }
  return merged;
}
