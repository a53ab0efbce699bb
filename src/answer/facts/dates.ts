import type { Slice } from '../../article/article.ts';
import { BARE_WAYS, CALENDAR_WAYS } from './calendar-dates.ts';
import { dayOf } from './day.ts';
import { RELATIVE_WAYS } from './relative-dates.ts';
import { takingParts } from './taken.ts';

/**
 * A date as written. `key` sorts dates: year × 10,000 + month × 100 + day, with 0 for unknown parts; years before our era are negative.
 * It is absent when the date cannot be placed ("in July", or "last year" in an article without a date).
 */
export type WrittenDate = Slice & Readonly<{ text: string; key?: number }>;

/** The ways of writing dates; the first that matches at a position wins. */
const WAYS = [...CALENDAR_WAYS, ...RELATIVE_WAYS, ...BARE_WAYS];

/** All dates of a text in order, without overlaps. Relative dates count from `published` (ISO 8601). Linear. */
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
