import type { Document } from '../../article/article.ts';
import { documentOf } from '../../article/document.ts';
import type { StoredArticle } from '../../store/articles/stored.ts';

/** A stored revision as it is indexed and quoted, with what the archive knows of it. */
export function documentOfStored({ article, addedBy, host, correctedAt }: StoredArticle): Document {
  const provenance = {
    addedBy,
    ...(host !== undefined && { host }),
    ...(correctedAt !== undefined && { correctedAt }),
  };
  return { ...documentOf(article), provenance };
}
