/** Arrays of numbers of a fixed size each. */
type Numbers = Int32Array | Uint32Array | Uint8Array;

/** Places there are at first. */
const FIRST_ROOM = 1024;

/**
 * The same numbers in an array that has a place: the array itself, or a copy that is larger by half, 0 in the new places. One number
 * takes 4 bytes, or 1, where a list of JavaScript takes 8 and as much again while it grows.
 */
export function withRoom<Kind extends Numbers>(numbers: Kind, place: number): Kind {
  if (place < numbers.length) return numbers;
  const Made = numbers.constructor as new (length: number) => Kind;
  const larger = new Made(Math.max(FIRST_ROOM, place + 1, Math.ceil(numbers.length * 1.5)));
  larger.set(numbers);
  return larger;
}

/** A value that is known to be there. Throws RangeError otherwise. */
export function valueAt(values: Numbers, place: number): number {
  const value = values[place];
  if (value === undefined) throw new RangeError(`There is no number ${place}.`);
  return value;
}
