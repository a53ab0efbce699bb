import { mayQuote } from '../archive/stored.ts';
import { createSearchIndex, type SearchIndex } from '../search/search-index.ts';
import type { GuildShelf } from './guild-shelf.ts';

type Kept = Readonly<{ version: number; views: Map<string, SearchIndex> }>;
const kept = new WeakMap<GuildShelf, Kept>();

/**
 * What of a shelf may be shown in a place (its channel ids) at a time: an index in which nothing else exists, neither
 * in answers nor in autocomplete, receipts, names or counts.
 */
export function visibleIn(shelf: GuildShelf, here: readonly string[], now: Date): SearchIndex {
  const hidden = [...shelf.stored.values()]
    .filter(({ visibility }) => !mayQuote(visibility, here, now))
    .map(({ article }) => article.id);
  if (hidden.length === 0) return shelf.index;
  const key = JSON.stringify(hidden);
  const views = viewsOf(shelf);
  const view = views.get(key) ?? without(shelf.index, new Set(hidden));
  views.set(key, view);
  return view;
}

/** The views made since the shelf last changed; places that see the same share one. */
function viewsOf(shelf: GuildShelf): Map<string, SearchIndex> {
  const known = kept.get(shelf);
  if (known?.version === shelf.version()) return known.views;
  const views = new Map<string, SearchIndex>();
  kept.set(shelf, { version: shelf.version(), views });
  return views;
}

function without(index: SearchIndex, hidden: ReadonlySet<string>): SearchIndex {
  const view = createSearchIndex();
  for (const document of index.documents()) if (!hidden.has(document.article.id)) view.add(document);
  return view;
}
