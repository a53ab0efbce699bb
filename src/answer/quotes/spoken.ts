import type { Slice } from '../../article/article.ts';
import type { Source } from './passages.ts';
import type { Quotation } from './quotation.ts';
import { speechOf } from './speech.ts';
import type { Token } from './tokens.ts';
import { itemAt } from '../../article/item-at.ts';

/** A word of a quotation with the matching token of the source. */
export type Pair = Readonly<{ quoted: number; token: Token }>;

/**
 * How the words of a quotation relate to the article's quotation marks. `over`: some are inside and some outside, and the quotation does
 * not show where; `outside` are those that nobody said.
 */
export type Spoken =
  | Readonly<{ state: 'within' | 'without' }>
  | Readonly<{
      state: 'over';
      outside: Slice;
      /** It begins or ends inside the article's marks. */
      cut: boolean;
      /** Largest number of its words inside one quotation of the article. */
      words: number;
      /** The part inside the marks looks like the title of a work. */
      title: boolean;
    }>;

/** Compares a quotation with the article's quotation marks. `pairs` are in the order of the quotation. */
export function spokenOf(
  { marksAfter }: Quotation,
  { document }: Pick<Source, 'document'>,
  pairs: readonly Pair[],
): Spoken {
  const speech = speechOf(document);
  const inside = pairs.map(({ token }) => speech.quotationAt(token.start));
  if (inside.every((index) => index === -1)) return { state: 'without' };
  if (inside.every((index) => index !== -1)) return { state: 'within' };
  const isShown = (at: number): boolean => {
    const [from, to] = [itemAt(pairs, at).quoted, itemAt(pairs, at + 1).quoted];
    // An ellipsis may hide one of two marks, if the other is shown.
    if (to > from + 1 && marksAfter.size > 0) return true;
    for (let index = from; index < to; index++) if (marksAfter.has(index)) return true;
    return false;
  };
  const hidden = inside.some((index, at) => {
    const next = inside[at + 1];
    return next !== undefined && (index === -1) !== (next === -1) && !isShown(at);
  });
  if (!hidden) return { state: inside[0] === -1 && inside.at(-1) === -1 ? 'without' : 'within' };
  return { state: 'over', ...overOf(pairs, inside) };
}

function overOf(pairs: readonly Pair[], inside: readonly number[]) {
  const first = inside.indexOf(-1);
  let last = first;
  while (inside[last + 1] === -1) last++;
  const runs = Map.groupBy(pairs.keys(), (at) => itemAt(inside, at));
  runs.delete(-1);
  const lists = [...runs.values()].map((list) =>
    list.flatMap((at) => (pairs[at]?.token.kind === 'word' ? [pairs[at].token.written] : [])),
  );
  return {
    outside: { start: itemAt(pairs, first).token.start, end: itemAt(pairs, last).token.end },
    cut: inside[0] !== -1 || inside.at(-1) !== -1,
    words: Math.max(...lists.map((list) => list.length)),
    title: lists.every((list) => list.every((word) => /^\p{Lu}/u.test(word) || word.length <= 3)),
  };
}
