import type { CitedPassage } from '../reply/cite-reply.ts';
import { AskerError } from '../reply/error-reply.ts';
import { quoteOfSentences } from '../reply/quote.ts';
import type { Quote } from '../reply/reply.ts';
import { citedDocument, GONE } from './cited-document.ts';
import type { Desk } from './desk.ts';

const RECEIPT = /^(.+)\.r(\d{1,6})\.s(\d{1,7})(?:-(\d{1,7}))?$/u;

/**
 * The quote that a receipt such as `sensetime-alibaba-round.r1.s5` (or `….s5-7`) names, in the revision that it names, as this
 * asker may read it now. Throws {@link AskerError}: for what is no receipt, for a retracted article its tombstone, and
 * one text for all that is gone or not theirs to see.
 */
export async function quoteNamed(desk: Desk, receipt: string): Promise<Quote> {
  const typed = receipt.trim();
  const match = RECEIPT.exec(typed);
  if (!match) throw new AskerError(`“${typed}” is not a receipt; one looks like article-id.r1.s5.`);
  const [, id = '', revision, from, to = from] = match;
  const document = await citedDocument(desk, id, Number(revision));
  const first = document.sentences[Number(from) - 1];
  const last = document.sentences[Number(to) - 1];
  if (!first || !last || last.n < first.n) throw new AskerError(GONE);
  return quoteOfSentences(document, first, last);
}

/**
 * The passage that a receipt names, at the revision it names, with the article's newest revision to compare. Throws
 * {@link AskerError} for what is no receipt, and one text for all that is not here or not theirs to see.
 */
export async function passageNamed(desk: Desk, receipt: string): Promise<CitedPassage> {
  const typed = receipt.trim();
  const [, id = '', revision, from, to = from] = RECEIPT.exec(typed) ?? [];
  if (id === '') throw new AskerError(`“${typed}” is not a receipt; one looks like article-id.r1.s5.`);
  const [cited, newest] = await Promise.all([desk.revision(id, Number(revision)), desk.revision(id)]);
  const gone = [cited, newest].find(({ state }) => state === 'retracted');
  if (gone?.state === 'retracted') {
    const day = gone.tombstone.retractedAt.slice(0, 10);
    throw new AskerError(
      `“${typed}” was removed: its article was retracted on ${day} and is no longer quoted.`,
    );
  }
  if (cited.state === 'damaged')
    throw new AskerError(`“${typed}” cannot be shown: its stored text no longer has its fingerprint.`);
  const first = cited.state === 'live' ? cited.document.sentences[Number(from) - 1] : undefined;
  const last = cited.state === 'live' ? cited.document.sentences[Number(to) - 1] : undefined;
  if (cited.state !== 'live' || newest.state !== 'live' || !first || !last || last.n < first.n)
    throw new AskerError(`There is no passage “${typed}” here; a receipt looks like article-id.r1.s5.`);
  return { document: cited.document, first, last, newest: newest.document };
}
