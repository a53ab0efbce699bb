import { AskerError } from '../reply/error-reply.ts';
import { quoteOfSentences } from '../reply/quote.ts';
import type { Quote } from '../reply/reply.ts';
import type { Desk } from './desk.ts';

const RECEIPT = /^(.+)\.r(\d{1,6})\.s(\d{1,7})(?:-(\d{1,7}))?$/u;

/**
 * The quote that a receipt such as `sensetime-alibaba-round.r1.s5` (or `….s5-7`) names, as this asker may read it now.
 * Throws {@link AskerError} for what is no receipt, and one text for all that is gone, corrected or not theirs to see.
 */
export function quoteNamed(desk: Desk, receipt: string): Quote {
  const typed = receipt.trim();
  const match = RECEIPT.exec(typed);
  if (!match) throw new AskerError(`“${typed}” is not a receipt; one looks like article-id.r1.s5.`);
  const [, id = '', revision, from, to = from] = match;
  const document = desk.index.document(id);
  const first = document?.sentences[Number(from) - 1];
  const last = document?.sentences[Number(to) - 1];
  if (!document || !first || !last || document.article.revision !== Number(revision) || last.n < first.n)
    throw new AskerError(`There is no passage “${typed}” here: it was corrected or removed, or never was.`);
  return quoteOfSentences(document, first, last);
}
