import type { Document, Provenance } from '../../article/article.ts';
import { documentSteps } from '../../article/document.ts';
import { allSteps, type Steps } from '../../article/steps.ts';
import type { StoredArticle } from '../../store/articles/stored.ts';

/** A stored revision as an indexed document, with its provenance. */
export function documentOfStored(stored: StoredArticle): Document {
  return allSteps(storedDocumentSteps(stored));
}

/** {@link documentOfStored} in steps of about a sentence. */
export function* storedDocumentSteps(stored: StoredArticle): Steps<Document> {
  return yield* documentSteps(stored.article, provenanceOf(stored));
}

/** What the archive knows of a revision besides the printed details. */
export const provenanceOf = ({ addedBy, host, correctedAt }: StoredArticle): Provenance => ({
  addedBy,
  ...(host !== undefined && { host }),
  ...(correctedAt !== undefined && { correctedAt }),
});
