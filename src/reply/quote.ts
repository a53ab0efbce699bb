import type { Document, Sentence, Slice } from '../article/article.ts';
import { passageOf, receiptOf, type Passage } from '../answer/answer.ts';
import { deepLink } from '../answer/citation.ts';
import { leans } from '../answer/leaning.ts';
import type { Block, Quote, Text } from './reply.ts';

/** A passage as a quote of one sentence with its spans marked. A sentence that refers to the one before includes it. */
export function quoteOfPassage(passage: Passage): Quote {
  const { document, sentence, spans } = passage;
  const before = sentenceBefore(document, sentence);
  return {
    ...quoteOfSentences(document, sentence, sentence, spans),
    ...(before && leans(passage.quote) ? { before: passageOf(document, before).quote } : {}),
  };
}

/** Neighbouring sentences of one paragraph as one quote; `marks` are slices of the article's text. */
export function quoteOfSentences(
  document: Document,
  first: Sentence,
  last: Sentence,
  marks: readonly Slice[] = [],
): Quote {
  const { article } = document;
  const text = article.text.slice(first.start, last.end);
  const receipt = receiptOf(article, first);
  return {
    articleId: article.id,
    revision: article.revision,
    from: first.n,
    to: last.n,
    text,
    start: first.start,
    end: last.end,
    marks: mergeMarks(
      marks.map(({ start, end }) => ({ start: start - first.start, end: end - first.start })),
    ),
    receipt: first.n === last.n ? receipt : `${receipt}-${last.n}`,
    headline: article.headline,
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    ...(article.publishedAt === undefined ? {} : { publishedAt: article.publishedAt }),
    ...provenanceOf(document),
    ...(article.url === undefined ? {} : { url: article.url, deepLink: deepLink(article.url, text) }),
  };
}

/** The provenance that a citation shows. Feeds and the bot's operator are not named. */
function provenanceOf({ provenance }: Document): Pick<Quote, 'correctedAt' | 'added'> {
  if (!provenance) return {};
  const { addedBy: by, host, correctedAt } = provenance;
  return {
    ...(correctedAt !== undefined && { correctedAt }),
    ...(/^\d{1,20}$/u.test(by) && { added: { by, ...(host !== undefined && { host }) } }),
  };
}

/** A passage as a block of a reply. */
export function quoteBlock(passage: Passage, label?: Text): Block {
  return { type: 'quote', quote: quoteOfPassage(passage), ...(label === undefined ? {} : { label }) };
}

/** Blocks in which a quote does not bring along the sentence before it where that is quoted right above. */
export const withoutRepeats = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, at): Block => {
    const above = blocks[at - 1];
    if (block.type !== 'quote' || above?.type !== 'quote') return block;
    const { before, ...quote } = block.quote;
    const { articleId, revision, to } = above.quote;
    const isAbove = articleId === quote.articleId && revision === quote.revision && to === quote.from - 1;
    return before !== undefined && isAbove ? { ...block, quote } : block;
  });

/** The sentence before, if it is in the same paragraph. */
function sentenceBefore(document: Document, sentence: Sentence): Sentence | undefined {
  const before = document.sentences[sentence.n - 2];
  return before?.paragraph === sentence.paragraph ? before : undefined;
}

function mergeMarks(marks: readonly Slice[]): Slice[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
