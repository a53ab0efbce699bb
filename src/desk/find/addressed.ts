import { z } from 'zod';
import { passageOf, type Passage } from '../../answer/answer.ts';
import { articleKey } from '../../article/article.ts';
import { sentenceAt } from '../../article/headline.ts';
import { readAddress, type Address } from '../../reply/address.ts';
import { changedBlocks } from '../../reply/changed-blocks.ts';
import { AskerError } from '../../reply/error-reply.ts';
import type { Block } from '../../reply/reply.ts';
import { citedDocument, GONE } from './cited-document.ts';
import type { Desk } from '../ports.ts';

/** A button argument that names a sentence. */
export const address = z.string().transform((text, context): Address => {
  const found = readAddress(text);
  if (found) return found;
  context.addIssue({ code: 'custom', message: 'is not a sentence' });
  return z.NEVER;
});

/**
 * The passage that a button names, in the revision that was cited, if this asker may read it now. Throws {@link AskerError}: with the
 * tombstone of a retracted article, and with the same text whether a passage is gone or hidden.
 */
export async function passageAt(desk: Desk, { key, revision, n }: Address): Promise<Passage> {
  const id =
    desk.index.keyed(key)?.article.id ??
    (await desk.retracted()).find((retracted) => articleKey(retracted) === key);
  if (id === undefined) throw new AskerError(GONE);
  const document = await citedDocument(desk, id, revision);
  const found = sentenceAt(document, n);
  if (!found) throw new AskerError(GONE);
  return passageOf(found.document, found.sentence);
}

/** The passages in order. Throws like {@link passageAt}. */
export const passagesAt = (desk: Desk, addresses: readonly Address[]): Promise<Passage[]> =>
  Promise.all(addresses.map((where) => passageAt(desk, where)));

/** Notes about passages whose article was corrected since they were cited; empty when none was. */
export function sinceCited(desk: Desk, passages: readonly Passage[]): Block[] {
  return passages.flatMap(({ document, sentence }) => {
    const later = desk.index.document(document.article.id);
    return later && later.article.revision > document.article.revision
      ? changedBlocks(document, later, sentence.n)
      : [];
  });
}
