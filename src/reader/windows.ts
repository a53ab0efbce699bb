import { quoteOf } from '../article/document.ts';
import type { Document, Sentence } from '../article/article.ts';
import { remembered } from '../article/remembered.ts';
import type { Window } from './reader.ts';
import { readableSentences } from './readable.ts';

/** Length of a window besides its front, as in training. WordPiece tokens. */
const WINDOW_TOKENS = 110;

/** Counts the tokens of a sentence. */
export type CountTokens = (text: string) => number;

/** WordPiece tokens per word or mark of English news, measured on the training data. */
const TOKENS_PER_WORD = 1.18;

/** An estimate of a sentence's number of tokens, off by less than a tenth of a window. */
export const estimateTokens: CountTokens = (text) =>
  Math.floor((text.match(/[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]/gu)?.length ?? 0) * TOKENS_PER_WORD) + 1;

type Measured = Readonly<{ sentence: Sentence; text: string; tokens: number }>;

const known = remembered<readonly Measured[]>(1000);

/** The readable sentences of an article with their lengths, cached with the document because every question needs them. */
function measure(document: Document, countTokens: CountTokens): readonly Measured[] {
  const before = countTokens === estimateTokens ? known.of(document) : undefined;
  if (before) return before;
  const measured = readableSentences(document).map((sentence) => {
    const text = quoteOf(document, sentence);
    return { sentence, text, tokens: countTokens(text) };
  });
  if (countTokens === estimateTokens) known.keep(document, measured);
  return measured;
}

/**
 * The windows of an article: neighbouring whole sentences of about {@link WINDOW_TOKENS} tokens together, each window starting in the
 * middle of the one before. They depend on the sentences only, not on paragraphs or headings in between. A longer sentence is a window
 * of its own.
 */
export function windowsOf(document: Document, countTokens: CountTokens = estimateTokens): Window[] {
  const all = measure(document, countTokens);
  const windows: Window[] = [];
  for (let from = 0; from < all.length;) {
    const to = fill(all, from);
    windows.push(windowAt(document, all.slice(from, to)));
    if (to >= all.length) break;
    from = Math.max(from + 1, from + Math.floor((to - from + 1) / 2));
  }
  return windows;
}

/** The end of the window that begins with a sentence: the index after its last sentence. */
function fill(all: readonly Measured[], from: number): number {
  let total = 0;
  for (const [ahead, { tokens }] of all.slice(from).entries()) {
    total += tokens;
    if (ahead > 0 && total > WINDOW_TOKENS) return from + ahead;
  }
  return all.length;
}

/** A window of one sentence, which is read without those around it. */
export const windowOfSentence = (document: Document, sentence: Sentence): Window =>
  windowAt(document, [{ sentence, text: quoteOf(document, sentence) }]);

function windowAt(document: Document, parts: readonly Omit<Measured, 'tokens'>[]): Window {
  const { article } = document;
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) throw new RangeError('A window has at least one sentence.');
  return {
    articleId: article.id,
    front: article.headline,
    start: first.sentence.start,
    end: last.sentence.end,
    sentences: parts.map(({ sentence: { n, start, end }, text }) => ({ n, start, end, text })),
  };
}
