import { mayQuote } from '../store/articles/stored.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import type { GuildShelf } from './guild-shelf.ts';

/**
 * What of a shelf may be shown in a place (its channel ids) at a time: an index in which nothing else exists, neither
 * in answers nor in autocomplete, receipts, names or counts.
 */
export const visibleIn = (shelf: GuildShelf, here: readonly string[], now: Date): SearchIndex =>
  shelf.index.without(() =>
    [...shelf.restricted.values()]
      .filter(({ visibility }) => !mayQuote(visibility, here, now))
      .map(({ article }) => article.id),
  );
