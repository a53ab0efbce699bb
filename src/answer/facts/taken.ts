/** Makes a function that takes a part of a text of this length, and is false where some of it was taken before. Linear in all. */
export function takingParts(length: number): (start: number, end: number) => boolean {
  const taken = new Uint8Array(length);
  return (start, end) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  };
}
