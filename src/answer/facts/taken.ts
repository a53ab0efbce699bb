/** Returns a function that claims a part of a text of this length; false if some of it was already claimed. Linear in total. */
export function takingParts(length: number): (start: number, end: number) => boolean {
  const taken = new Uint8Array(length);
  return (start, end) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  };
}
