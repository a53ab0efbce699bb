import type { Slice } from '../../article/article.ts';
import { BARE_WAYS, CALENDAR_WAYS } from './calendar-dates.ts';
import { dayOf } from './day.ts';
import { RELATIVE_WAYS } from './relative-dates.ts';
import { takingParts } from './taken.ts';

/**
 * A date as a text writes it. `key` orders dates: year × 10,000 + month × 100 + day, parts that are not told being 0;
 * years before our era are negative. Without one the date cannot be placed ("in July", "last year" in an article
 * without a date of its own).
 */
export type WrittenDate = Slice & Readonly<{ text: string; key?: number }>;

/** Each way of writing a date; the first that fits at a place wins. */
const WAYS = [...CALENDAR_WAYS, ...RELATIVE_WAYS, ...BARE_WAYS];

/** All dates in a text, in its order, not overlapping. `published` is ISO 8601; relative dates count from it. Linear. */
export function datesIn(text: string, published?: string): WrittenDate[] {
  const from = published === undefined ? undefined : dayOf(published);
  const take = takingParts(text.length);
  const found: WrittenDate[] = [];
  for (const [pattern, read, unless] of WAYS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (unless?.(match) || !take(start, end)) continue;
      const key = read(match, from);
      found.push({ start, end, text: match[0], ...(key === undefined ? {} : { key }) });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
