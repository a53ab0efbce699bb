import type { Document } from '../../article/article.ts';
import type { Tombstone } from '../../store/articles/stored.ts';
import { AskerError } from '../../reply/error-reply.ts';
import type { Said } from '../../reply/reply.ts';
import { day, say } from '../../reply/say.ts';
import type { Desk } from '../ports.ts';

/** The same text whether a passage never existed, is gone, or is hidden from the asker. */
export const GONE = say('missing.passage');

/**
 * The revision that a button or receipt names (by default the newest), if this asker may read it now. Throws {@link AskerError}: with
 * the tombstone of a retracted article, and with the same text for everything that is gone or hidden.
 */
export async function citedDocument(desk: Desk, articleId: string, revision?: number): Promise<Document> {
  const cited = await desk.revision(articleId, revision);
  if (cited.state === 'live') return cited.document;
  if (cited.state === 'retracted') throw new AskerError(tombstoneSentence(cited.tombstone));
  throw new AskerError(cited.state === 'damaged' ? cited.damage.told : GONE);
}

/** Describes a retracted article. */
export const tombstoneSentence = ({ headline, retractedAt, reason }: Tombstone): Said =>
  say('missing.retracted', { headline: { news: headline }, day: day(retractedAt), reason });

/** The same, and how an editor brings it back. */
export const restorableSentence = (tombstone: Tombstone): Said =>
  say('missing.restorable', { retracted: tombstoneSentence(tombstone), id: tombstone.id });
