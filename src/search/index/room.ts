/** Arrays of numbers of a fixed size each. */
type Numbers = Int32Array | Uint32Array | Uint8Array;

/** Initial capacity. */
const FIRST_ROOM = 1024;

/**
 * Returns an array with the same numbers that has room for index `place`: the array itself, or a copy that is larger by half and padded
 * with 0. A number takes 4 bytes or 1; a JavaScript list takes 8, and twice that while it grows.
 */
export function withRoom<Kind extends Numbers>(numbers: Kind, place: number): Kind {
  if (place < numbers.length) return numbers;
  const Made = numbers.constructor as new (length: number) => Kind;
  const larger = new Made(Math.max(FIRST_ROOM, place + 1, Math.ceil(numbers.length * 1.5)));
  larger.set(numbers);
  return larger;
}

/** The value at an index that must exist. Throws RangeError otherwise. */
export function valueAt(values: Numbers, place: number): number {
  const value = values[place];
  if (value === undefined) throw new RangeError(`There is no number ${place}.`);
  return value;
}
