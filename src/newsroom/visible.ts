import { mayQuote } from '../store/articles/stored.ts';
import type { SearchIndex } from '../search/index/search-index.ts';
import type { Vectors } from '../search/index/vectors.ts';
import type { GuildIndex } from './guild-index.ts';

/**
 * The part of a guild's index that may be shown in these channels at this time: an index and vectors without anything else,
 * also for autocomplete, receipts, names and counts.
 */
export function visibleIn(
  { index, vectors, restricted }: GuildIndex,
  here: readonly string[],
  now: Date,
): Readonly<{ index: SearchIndex; vectors: Vectors }> {
  const hidden = (): string[] =>
    [...restricted.values()]
      .filter(({ visibility }) => !mayQuote(visibility, here, now))
      .map(({ article }) => article.id);
  return { index: index.without(hidden), vectors: vectors.without(hidden) };
}
