/** For each term the articles that hold it, by slot, ascending. */
export type Holders = Readonly<{
  /** The slot must be higher than all before. */
  add(terms: Iterable<number>, slot: number): void;
  remove(terms: Iterable<number>, slot: number): void;
  of(term: number): readonly number[];
}>;

/** No article holds anything at first. */
export function createHolders(): Holders {
  const lists: number[][] = [];
  return {
    add(terms, slot) {
      for (const term of terms) (lists[term] ??= []).push(slot);
    },
    remove(terms, slot) {
      for (const term of terms) {
        const list = lists[term] ?? [];
        const at = placeIn(list, slot);
        if (list[at] === slot) list.splice(at, 1);
      }
    },
    of: (term) => lists[term] ?? [],
  };
}

/** Whether an ascending list holds a number. */
export const isIn = (list: readonly number[], wanted: number): boolean =>
  list[placeIn(list, wanted)] === wanted;

/** Where a number stands or would stand in an ascending list. */
function placeIn(list: readonly number[], wanted: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
