import { changedSentences } from '../../answer/changed.ts';
import { sentencesFollowed } from '../../answer/facts/says-of.ts';
import type { Document, Sentence } from '../../article/article.ts';
import { quoteOf } from '../../article/document.ts';
import type { Follow } from '../../store/desk/follows.ts';

/** Longer articles are not compared whole. Sentences. */
const COMPARED = 1000;

/**
 * The sentences of an article that somebody who follows something has not been told of: all that it says of it, or, where an
 * earlier revision is known, what that did not say. Of a followed article all that is worded anew.
 */
export function freshSentences(
  document: Document,
  earlier: Document | undefined,
  { kind, subject }: Pick<Follow, 'kind' | 'subject'>,
): readonly Sentence[] {
  const known = new Set(earlier?.sentences.map((sentence) => quoteOf(earlier, sentence)));
  const all = kind === 'article' ? document.sentences : sentencesFollowed(document, { kind, subject });
  return all.filter((sentence) => !known.has(quoteOf(document, sentence)));
}

/** Whether a followed article reads otherwise than it did: words that are new, or gone, or another headline. */
export function readsOtherwise(document: Document, earlier: Document): boolean {
  if (document.article.headline !== earlier.article.headline) return true;
  if (freshSentences(document, earlier, { kind: 'article', subject: document.article.id }).length > 0)
    return true;
  const count = earlier.sentences.length;
  if (count === 0 || count > COMPARED) return document.article.sha256 !== earlier.article.sha256;
  return changedSentences(earlier, document, 1, count).some(({ state }) => state === 'removed');
}
