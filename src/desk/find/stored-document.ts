import type { Document, Provenance } from '../../article/article.ts';
import { documentSteps } from '../../article/document.ts';
import { allSteps, type Steps } from '../../article/steps.ts';
import type { StoredArticle } from '../../store/articles/stored.ts';

/** A stored revision as it is indexed and quoted, with what the archive knows of it. */
export function documentOfStored(stored: StoredArticle): Document {
  return allSteps(storedDocumentSteps(stored));
}

/** The same in steps, each of about a sentence. */
export function* storedDocumentSteps(stored: StoredArticle): Steps<Document> {
  return yield* documentSteps(stored.article, provenanceOf(stored));
}

/** What the archive knows of a revision besides what is printed. */
export const provenanceOf = ({ addedBy, host, correctedAt }: StoredArticle): Provenance => ({
  addedBy,
  ...(host !== undefined && { host }),
  ...(correctedAt !== undefined && { correctedAt }),
});
