import type { Token } from './tokens.ts';

/** What a quotation is made of when it marks its changes: words of the source, and what stands for others. */
export type Item =
  | Readonly<{
      kind: 'words';
      tokens: readonly Token[];
      /** Where each of them stands in the quotation's core. */
      places: readonly number[];
    }>
  | Readonly<{ kind: 'ellipsis' }>
  | Readonly<{ kind: 'brackets'; tokens: readonly Token[] }>;

/** How many words and numbers of the source an item holds. */
export const wordsIn = (item: Item): number =>
  item.kind === 'words' ? item.tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length : 0;

/** The items of a quotation; with `brackets`, what stands in square brackets stands for other words of the source. */
export function itemsOf(core: readonly Token[], brackets: boolean): Item[] {
  const items: Item[] = [];
  let words: { tokens: Token[]; places: number[] } = { tokens: [], places: [] };
  const push = (token: Token, place: number): void => {
    if (items.at(-1)?.kind !== 'words') {
      words = { tokens: [], places: [] };
      items.push({ kind: 'words', ...words });
    }
    words.tokens.push(token);
    words.places.push(place);
  };
  /** For each position the next closing bracket; past the end when there is none. */
  const closes: number[] = [];
  for (let at = core.length - 1; at >= 0; at--)
    closes[at] = core[at]?.key === ']' ? at : (closes[at + 1] ?? core.length);
  for (let at = 0; at < core.length; at++) {
    const token = core[at];
    if (!token) continue;
    const close = brackets && token.key === '[' ? (closes[at] ?? core.length) : core.length;
    if (token.kind === 'ellipsis') items.push({ kind: 'ellipsis' });
    else if (close === core.length) push(token, at);
    else {
      const inner = core.slice(at + 1, close);
      const next = core[close + 1];
      const letter = inner.length === 1 ? inner[0] : undefined;
      // “[T]he round”: a letter of the word that follows, put in another case.
      if (letter?.key.length === 1 && next?.kind === 'word' && next.start === letter.end + 1) {
        const written = letter.written + next.written;
        push({ ...next, start: token.start, key: letter.key + next.key, written }, close + 1);
        at = close + 1;
      } else {
        items.push({ kind: 'brackets', tokens: inner });
        at = close;
      }
    }
  }
  return items;
}
