import type { Cited, Desk } from '../desk/ports.ts';
import { revisionIn } from '../desk/find/revision.ts';
import { documentOfStored } from '../desk/find/stored-document.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import { mayQuote, type Lookup } from '../store/articles/stored.ts';
import type { GuildArchive } from '../store/guild-archive.ts';
import type { SeenWhere } from './kept-replies.ts';

/** {@link Desk.revision}: looks in the index first, so that newest revisions can be shown while the database is unavailable. */
export function revisionsOf(
  archive: GuildArchive | undefined,
  index: SearchIndex,
  seen: SeenWhere,
): Desk['revision'] {
  const indexed = revisionIn(index);
  return async (articleId, n) => {
    const known = await indexed(articleId, n);
    if (known.state === 'live' || !archive) return known;
    const found = await (n === undefined ? archive.article(articleId) : archive.revision(articleId, n));
    return citedAs(found, seen);
  };
}

/** What may be shown of a stored article in a channel. An article that may not be quoted there looks like an unknown one. */
export function citedAs(found: Lookup, { here, at }: SeenWhere): Cited {
  const hidden: Cited = { state: 'unknown' };
  if (found.state === 'live') {
    const { newestRevision: newest, visibility } = found.stored;
    return mayQuote(visibility, here, at)
      ? { state: 'live', document: documentOfStored(found.stored), newest }
      : hidden;
  }
  if (found.state === 'retracted') return mayQuote(found.tombstone.visibility, here, at) ? found : hidden;
  return found;
}
