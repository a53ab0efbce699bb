import type { Stored } from './stored.ts';

/** The articles with a date, sorted by it. */
export type Dates = Readonly<{
  add(entry: Stored): void;
  remove(entry: Stored): void;
  /** Articles published between two ISO days, inclusive, oldest first. */
  between(from: string | undefined, to: string | undefined): Stored[];
  /** Newest first. */
  newest(): Iterable<Stored>;
}>;

/** Sorts after every time of a day in ISO format. */
const END_OF_DAY = '~';
/** Greater than every slot. */
const LAST = Number.POSITIVE_INFINITY;

const dateOf = ({ document }: Stored): string => document.article.publishedAt ?? '';

/** Starts empty. */
export function createDates(): Dates {
  const sorted: Stored[] = [];

  /** The index of an article with this date and slot, or where it would be inserted. */
  function indexOf(date: string, slot: number): number {
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
      if (dateOf(entry) !== '') sorted.splice(indexOf(dateOf(entry), entry.slot), 0, entry);
    },
    remove(entry) {
      const at = indexOf(dateOf(entry), entry.slot);
      if (sorted[at] === entry) sorted.splice(at, 1);
    },
    between: (from, to) =>
      sorted.slice(indexOf(from ?? '', 0), to === undefined ? undefined : indexOf(to + END_OF_DAY, LAST)),
    *newest() {
      for (let at = sorted.length - 1; at >= 0; at--) if (sorted[at]) yield sorted[at] as Stored;
    },
  };
}
