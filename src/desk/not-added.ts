import { indexFull } from '../intake/intake-error.ts';
import type { Added } from '../store/articles/add-article.ts';
import { message, type Notice } from '../words/message.ts';

/** Why an article was not added and what can be done, by what became of it; the others are there. */
const NOT_ADDED: Readonly<{
  [Outcome in Added['outcome']]?: (added: Extract<Added, { outcome: Outcome }>) => Notice;
}> = {
  'url-taken': ({ id }) => message('article.url-taken', { article: id, id }),
  retracted: ({ tombstone: { id } }) => message('article.was-retracted', { id }),
  full: () => indexFull().told,
};

/** The sentence for an article that was not added, wherever it came from; undefined for one that is there. */
export const notAdded = (added: Added): Notice | undefined =>
  (NOT_ADDED[added.outcome] as ((outcome: Added) => Notice) | undefined)?.(added);
