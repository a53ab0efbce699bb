import { sentenceAt } from '../../article/headline.ts';
import type { CitedPassage } from '../../reply/cite-reply.ts';
import { AskerError } from '../../reply/error-reply.ts';
import { say } from '../../reply/say.ts';
import { citedDocument, GONE } from './cited-document.ts';
import type { Desk } from '../ports.ts';

/** The content of a receipt; `to` equals `from` for a single sentence. */
export type Receipt = Readonly<{ id: string; revision: number; from: number; to: number }>;

/** Parses a receipt; undefined for any other text. */
export function readReceipt(text: string): Receipt | undefined {
  const match = RECEIPT.exec(text);
  if (!match) return undefined;
  const [, id = '', revision, from, to = from] = match;
  return { id, revision: Number(revision), from: Number(from), to: Number(to) };
}

const RECEIPT = /^(.+)\.r(\d{1,6})\.s(\d{1,7})(?:-(\d{1,7}))?$/u;

/**
 * The passage of a receipt such as `sensetime-alibaba-round.r1.s5` (or `….s5-7`), in its own revision, if this asker may read it now,
 * with the article's newest revision. Throws {@link AskerError}: for a malformed receipt, with the tombstone of a retracted article, and
 * with the same text for everything that is gone or hidden.
 */
export async function passageNamed(desk: Desk, receipt: string): Promise<CitedPassage> {
  const typed = receipt.trim();
  const read = readReceipt(typed);
  if (!read) throw new AskerError(say('missing.receipt', { typed }));
  const { id, revision, from, to } = read;
  const cited = await citedDocument(desk, id, revision);
  const [first, last] = [sentenceAt(cited, from), sentenceAt(cited, to)];
  // A headline and the first sentence do not form a passage.
  if (!first || !last || last.document !== first.document || last.sentence.n < first.sentence.n)
    throw new AskerError(GONE);
  return {
    document: first.document,
    first: first.sentence,
    last: last.sentence,
    newest: await citedDocument(desk, id),
  };
}
