import { valueAt, withRoom } from './room.ts';

/** For each term the slots of the articles that contain it, ascending. */
export type Holders = Readonly<{
  /** Each slot must be higher than all before. */
  add(terms: Iterable<number>, slot: number): void;
  remove(terms: Iterable<number>, slot: number): void;
  /** The slots of a term. Valid until the next change. */
  of(term: number): Int32Array;
}>;

/**
 * Starts empty. All lists share one array, because most terms are in few articles and a list of its own takes more memory than its
 * content.
 */
export function createHolders(): Holders {
  let slots = new Int32Array();
  let used = 0;
  /** Each term's list: its start, length and capacity. The capacity is stored as its power of 2, plus 1; 0 means none. */
  let starts = new Int32Array();
  let counts = new Int32Array();
  let rooms = new Uint8Array();
  /** Freed parts of the array by the power of 2 of their capacity. */
  const left: number[][] = [];

  function begin(term: number): void {
    if (term < rooms.length) return;
    starts = withRoom(starts, term);
    counts = withRoom(counts, term);
    rooms = withRoom(rooms, term);
  }

  /** A part of the array with a capacity of 2 to this power. */
  function partFor(power: number): number {
    const again = left[power]?.pop();
    if (again !== undefined) return again;
    const start = used;
    used += 2 ** power;
    slots = withRoom(slots, used - 1);
    return start;
  }

  function grow(term: number, count: number): void {
    const room = valueAt(rooms, term);
    const to = partFor(room);
    if (room > 0) {
      const from = valueAt(starts, term);
      slots.copyWithin(to, from, from + count);
      (left[room - 1] ??= []).push(from);
    }
    starts[term] = to;
    rooms[term] = room + 1;
  }

  const of = (term: number): Int32Array => {
    // Unknown terms (-1, or beyond the array) have no list.
    const start = starts[term] ?? 0;
    return slots.subarray(start, start + (counts[term] ?? 0));
  };

  return {
    add(terms, slot) {
      for (const term of terms) {
        begin(term);
        const count = valueAt(counts, term);
        const room = valueAt(rooms, term);
        if (room === 0 || count === 2 ** (room - 1)) grow(term, count);
        slots[valueAt(starts, term) + count] = slot;
        counts[term] = count + 1;
      }
    },
    remove(terms, slot) {
      for (const term of terms) {
        const list = of(term);
        const at = placeIn(list, slot);
        if (list[at] !== slot) continue;
        list.copyWithin(at, at + 1);
        counts[term] = list.length - 1;
      }
    },
    of,
  };
}

/** Whether an ascending list contains a number. */
export const isIn = (list: Int32Array, wanted: number): boolean => list[placeIn(list, wanted)] === wanted;

/** The index of a number in an ascending list, or where it would be inserted. */
function placeIn(list: Int32Array, wanted: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
