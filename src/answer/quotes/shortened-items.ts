import type { Token } from './tokens.ts';

/** The parts of a quotation with marked changes: words of the source, and marks that replace others. */
export type Item =
  | Readonly<{
      kind: 'words';
      tokens: readonly Token[];
      /** The positions of each in the quotation's core. */
      places: readonly number[];
    }>
  | Readonly<{ kind: 'ellipsis' }>
  | Readonly<{ kind: 'brackets'; tokens: readonly Token[] }>;

/** Number of words and numbers of the source in an item. */
export const wordsIn = (item: Item): number =>
  item.kind === 'words' ? item.tokens.filter(({ kind }) => kind === 'word' || kind === 'number').length : 0;

/** The items of a quotation. With `brackets`, text in square brackets replaces words of the source. */
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
  /** For each position the next closing bracket, or the length when there is none. */
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
      // “[T]he round”: the first letter of the next word, with its case changed.
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
