import type { CitedPassage } from '../reply/cite-reply.ts';
import { AskerError } from '../reply/error-reply.ts';
import { citedDocument, GONE } from './cited-document.ts';
import type { Desk } from './desk.ts';

const RECEIPT = /^(.+)\.r(\d{1,6})\.s(\d{1,7})(?:-(\d{1,7}))?$/u;

/**
 * The passage that a receipt such as `sensetime-alibaba-round.r1.s5` (or `….s5-7`) names, in the revision that it names, as this
 * asker may read it now, with the article's newest revision. Throws {@link AskerError}: for what is no receipt, for a
 * retracted article its tombstone, and one text for all that is gone or not theirs to see.
 */
export async function passageNamed(desk: Desk, receipt: string): Promise<CitedPassage> {
  const typed = receipt.trim();
  const match = RECEIPT.exec(typed);
  if (!match) throw new AskerError(`“${typed}” is not a receipt; one looks like article-id.r1.s5.`);
  const [, id = '', revision, from, to = from] = match;
  const document = await citedDocument(desk, id, Number(revision));
  const first = document.sentences[Number(from) - 1];
  const last = document.sentences[Number(to) - 1];
  if (!first || !last || last.n < first.n) throw new AskerError(GONE);
  return { document, first, last, newest: await citedDocument(desk, id) };
}
