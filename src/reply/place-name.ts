/** What sentences `from` to `to` of an article are called: numbered from 1, and 0 is the headline. */
export function placeName(from: number, to = from): string {
  if (from === 0) return 'the headline';
  return from === to ? `sentence ${from}` : `sentences ${from} to ${to}`;
}
