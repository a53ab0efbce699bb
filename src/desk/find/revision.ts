import type { SearchIndex } from '../../search/index/search-index.ts';
import type { Desk } from '../ports.ts';

/** Implements {@link Desk.revision} for house articles, each of which has one revision, the indexed one. */
export function revisionIn(index: Pick<SearchIndex, 'document'>): Desk['revision'] {
  return (articleId, n) => {
    const document = index.document(articleId);
    const newest = document?.article.revision;
    if (!document || newest === undefined || (n !== undefined && n !== newest))
      return Promise.resolve({ state: 'unknown' });
    return Promise.resolve({ state: 'live', document, newest });
  };
}
