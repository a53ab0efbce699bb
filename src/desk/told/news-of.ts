import { changedSentences } from '../../answer/changed.ts';
import { sentencesFollowed } from '../../answer/facts/says-of.ts';
import type { Document, Sentence } from '../../article/article.ts';
import { quoteOf } from '../../article/document.ts';
import type { Follow } from '../../store/desk/follows.ts';

/** Longer articles are not compared. Sentences. */
const COMPARED = 1000;

/**
 * The sentences of an article that are news to a follower: all that mention what they follow, or, compared with an earlier revision,
 * only the new ones. For a followed article, every reworded sentence.
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

/** Whether a followed article changed: new words, removed words, or another headline. */
export function readsOtherwise(document: Document, earlier: Document): boolean {
  if (document.article.headline !== earlier.article.headline) return true;
  if (freshSentences(document, earlier, { kind: 'article', subject: document.article.id }).length > 0)
    return true;
  const count = earlier.sentences.length;
  if (count === 0 || count > COMPARED) return document.article.sha256 !== earlier.article.sha256;
  return changedSentences(earlier, document, 1, count).some(({ state }) => state === 'removed');
}
