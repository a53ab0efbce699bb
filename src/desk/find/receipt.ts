import { sentenceAt } from '../../article/headline.ts';
import type { CitedPassage } from '../../reply/cite-reply.ts';
import { AskerError } from '../../reply/error-reply.ts';
import { say } from '../../reply/say.ts';
import { citedDocument, GONE } from './cited-document.ts';
import type { Desk } from '../ports.ts';

/** What a receipt names; `to` is `from` where it is of one sentence. */
export type Receipt = Readonly<{ id: string; revision: number; from: number; to: number }>;

/** Reads a receipt; undefined for anything else. */
export function readReceipt(text: string): Receipt | undefined {
  const match = RECEIPT.exec(text);
  if (!match) return undefined;
  const [, id = '', revision, from, to = from] = match;
  return { id, revision: Number(revision), from: Number(from), to: Number(to) };
}

const RECEIPT = /^(.+)\.r(\d{1,6})\.s(\d{1,7})(?:-(\d{1,7}))?$/u;

/**
 * The passage that a receipt such as `sensetime-alibaba-round.r1.s5` (or `….s5-7`) names, in the revision that it names, as this
 * asker may read it now, with the article's newest revision. Throws {@link AskerError}: for what is no receipt, for a
 * retracted article its tombstone, and one text for all that is gone or not theirs to see.
 */
export async function passageNamed(desk: Desk, receipt: string): Promise<CitedPassage> {
  const typed = receipt.trim();
  const read = readReceipt(typed);
  if (!read) throw new AskerError(say('missing.receipt', { typed }));
  const { id, revision, from, to } = read;
  const cited = await citedDocument(desk, id, revision);
  const [first, last] = [sentenceAt(cited, from), sentenceAt(cited, to)];
  // The headline is not a neighbour of the first sentence.
  if (!first || !last || last.document !== first.document || last.sentence.n < first.sentence.n)
    throw new AskerError(GONE);
  return {
    document: first.document,
    first: first.sentence,
    last: last.sentence,
    newest: await citedDocument(desk, id),
  };
}
