import type { SearchIndex } from '../../search/index/search-index.ts';
import type { Desk } from '../ports.ts';

/** {@link Desk.revision} where there are only house articles: each has one revision, the one that is indexed. */
export function revisionIn(index: Pick<SearchIndex, 'document'>): Desk['revision'] {
  return (articleId, n) => {
    const document = index.document(articleId);
    const newest = document?.article.revision;
    if (!document || newest === undefined || (n !== undefined && n !== newest))
      return Promise.resolve({ state: 'unknown' });
    return Promise.resolve({ state: 'live', document, newest });
  };
}
