import type { Document } from '../../article/article.ts';
import { documentSteps } from '../../article/document.ts';
import { allSteps, type Steps } from '../../article/steps.ts';
import type { StoredArticle } from '../../store/articles/stored.ts';

/** A stored revision as it is indexed and quoted, with what the archive knows of it. */
export function documentOfStored(stored: StoredArticle): Document {
  return allSteps(storedDocumentSteps(stored));
}

/** The same in steps, each of about a sentence. */
export function* storedDocumentSteps({
  article,
  addedBy,
  host,
  correctedAt,
}: StoredArticle): Steps<Document> {
  const provenance = {
    addedBy,
    ...(host !== undefined && { host }),
    ...(correctedAt !== undefined && { correctedAt }),
  };
  return yield* documentSteps(article, provenance);
}
