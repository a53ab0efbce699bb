/** Encodes a text in an encoding that the platform can only decode, by decoding every byte sequence. */
export function encodedAs(text: string, label: string): Uint8Array {
  const table = tableOf(label);
  const bytes: number[] = [];
  for (const character of text) {
    const own = table.get(character);
    if (own === undefined) throw new Error(`${label} has no “${character}”.`);
    bytes.push(...own);
  }
  return new Uint8Array(bytes);
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(label);
  if (known) return known;
  const decoder = new TextDecoder(label);
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]): void => {
    const character = decoder.decode(new Uint8Array(bytes));
    if (/^[^]$/u.test(character) && character !== '\ufffd' && !table.has(character))
      table.set(character, bytes);
  };
  for (let one = 0; one < 256; one += 1) learn([one]);
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) learn([lead, trail]);
  }
  tables.set(label, table);
  return table;
}
