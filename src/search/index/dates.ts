import type { Stored } from './stored.ts';

/** The articles that have a date, in its order. */
export type Dates = Readonly<{
  add(entry: Stored): void;
  remove(entry: Stored): void;
  /** Articles of ISO days, both included; the earliest first. */
  between(from: string | undefined, to: string | undefined): Stored[];
  /** The newest first. */
  newest(): Iterable<Stored>;
}>;

/** Sorts behind every time of a day, as ISO dates are written. */
const END_OF_DAY = '~';
/** Behind the slot of every article. */
const LAST = Number.POSITIVE_INFINITY;

const dateOf = ({ document }: Stored): string => document.article.publishedAt ?? '';

/** No article at first. */
export function createDates(): Dates {
  const sorted: Stored[] = [];

  /** Where an article of a date and slot stands or would stand. */
  function placeOf(date: string, slot: number): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = sorted[middle];
      const before = other && (dateOf(other) < date || (dateOf(other) === date && other.slot < slot));
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    add(entry) {
      if (dateOf(entry) !== '') sorted.splice(placeOf(dateOf(entry), entry.slot), 0, entry);
    },
    remove(entry) {
      const at = placeOf(dateOf(entry), entry.slot);
      if (sorted[at] === entry) sorted.splice(at, 1);
    },
    between: (from, to) =>
      sorted.slice(placeOf(from ?? '', 0), to === undefined ? undefined : placeOf(to + END_OF_DAY, LAST)),
    *newest() {
      for (let at = sorted.length - 1; at >= 0; at--) if (sorted[at]) yield sorted[at] as Stored;
    },
  };
}
