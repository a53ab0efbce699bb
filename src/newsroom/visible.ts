import { mayQuote } from '../store/articles/stored.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import type { Vectors } from '../search/index/vectors.ts';
import type { GuildShelf } from './guild-shelf.ts';

/**
 * What of a shelf may be shown in a place (its channel ids) at a time: an index and vectors in which nothing else exists,
 * neither in answers nor in autocomplete, receipts, names or counts.
 */
export function visibleIn(
  { index, vectors, restricted }: GuildShelf,
  here: readonly string[],
  now: Date,
): Readonly<{ index: SearchIndex; vectors: Vectors }> {
  const hidden = (): string[] =>
    [...restricted.values()]
      .filter(({ visibility }) => !mayQuote(visibility, here, now))
      .map(({ article }) => article.id);
  return { index: index.without(hidden), vectors: vectors.without(hidden) };
}
