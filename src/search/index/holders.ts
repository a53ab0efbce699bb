import { valueAt, withRoom } from './room.ts';

/** For each term the articles that hold it, by slot, ascending. */
export type Holders = Readonly<{
  /** The slot must be higher than all before. */
  add(terms: Iterable<number>, slot: number): void;
  remove(terms: Iterable<number>, slot: number): void;
  /** Holds until something is added or removed. */
  of(term: number): Int32Array;
}>;

/** No article holds anything at first. All lists are parts of one array: most terms are in few articles, and a list of its own takes more than it holds. */
export function createHolders(): Holders {
  let slots = new Int32Array();
  let used = 0;
  /** Of each term where its list begins, how long it is, and how much room it has, as one more than the power of 2; 0 for none. */
  let starts = new Int32Array();
  let counts = new Int32Array();
  let rooms = new Uint8Array();
  /** Parts that lists have grown out of, by the power of 2 of their room. */
  const left: number[][] = [];

  function begin(term: number): void {
    if (term < rooms.length) return;
    starts = withRoom(starts, term);
    counts = withRoom(counts, term);
    rooms = withRoom(rooms, term);
  }

  /** A part of the array with room for a power of 2. */
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

/** Whether an ascending list holds a number. */
export const isIn = (list: Int32Array, wanted: number): boolean => list[placeIn(list, wanted)] === wanted;

/** Where a number stands or would stand in an ascending list. */
function placeIn(list: Int32Array, wanted: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
