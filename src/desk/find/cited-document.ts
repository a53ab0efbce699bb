import type { Document } from '../../article/article.ts';
import type { Tombstone } from '../../store/articles/stored.ts';
import { AskerError } from '../../reply/error-reply.ts';
import type { Said } from '../../reply/reply.ts';
import { day, say } from '../../reply/say.ts';
import type { Desk } from '../ports.ts';

/** One text for all that never was, is gone, or is not the asker's to see. */
export const GONE = say('missing.passage');

/**
 * The revision that a button or receipt names, the newest where none is named, as this asker may read it. Throws {@link AskerError}: for a retracted
 * article its tombstone, and one text for all that is not theirs to see.
 */
export async function citedDocument(desk: Desk, articleId: string, revision?: number): Promise<Document> {
  const cited = await desk.revision(articleId, revision);
  if (cited.state === 'live') return cited.document;
  if (cited.state === 'retracted') throw new AskerError(tombstoneSentence(cited.tombstone));
  throw new AskerError(cited.state === 'damaged' ? cited.damage.told : GONE);
}

/** What is told of a retracted article. */
export const tombstoneSentence = ({ headline, retractedAt, reason }: Tombstone): Said =>
  say('missing.retracted', { headline, day: day(retractedAt), reason });
