import { visible } from '../../article/visible.ts';
import { caseTells, isOneCase } from './sense.ts';
import { tokens, type Token } from './tokens.ts';
import { keyAt } from '../key-at.ts';

/** A quotation to check. */
export type Quotation = Readonly<{
  text: string;
  /** Its tokens without the punctuation at both ends, which often belongs to the sentence around it. */
  core: readonly Token[];
  /** The mark that ends it, if it ends a sentence: `.`, `?` or `!`. */
  stop: string | undefined;
  /** Positions of its own quotation marks: `i` means between `core[i]` and `core[i + 1]`. */
  marksAfter: ReadonlySet<number>;
  /** Whether a token of a source and one of the quotation are the same word, number or mark. */
  same(source: Token, quoted: Token): boolean;
}>;

const EDGE = new Set(',.;:-!?()/•*>#_|');
const STOPS = new Set(['.', '?', '!']);

/** Parses a quotation. */
export function quotationOf(text: string): Quotation {
  const read = tokens(text);
  const all = read.filter(({ kind }) => kind !== 'quote');
  const sign = (at: number): boolean =>
    all[at]?.key === '-' && all[at + 1]?.kind === 'number' && all[at]?.end === all[at + 1]?.start;
  let from = 0;
  while (from < all.length && EDGE.has(keyAt(all, from)) && !sign(from)) from++;
  let to = all.length;
  while (to > from && EDGE.has(keyAt(all, to - 1))) to--;
  const core = all.slice(from, to);
  const [first] = core;
  const oneCase = isOneCase(text);
  return {
    text,
    core,
    marksAfter: marksIn(read, core),
    stop: all.slice(to).find(({ key }) => STOPS.has(key))?.key,
    same: (source, quoted) =>
      source.key === quoted.key &&
      (oneCase ||
        !caseTells(source.key, source.written, quoted.written) ||
        // A quotation may start in mid-sentence and change the case of its first letter; an acronym cannot change.
        (quoted === first && source.written.length === quoted.written.length && !isAcronym(source.written))),
  };
}

function marksIn(read: readonly Token[], core: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  let at = -1;
  for (const token of read) {
    if (token.kind === 'quote') found.add(at);
    else if (token === core[at + 1]) at++;
  }
  return found;
}

const isAcronym = (written: string): boolean => written.length > 1 && written === written.toUpperCase();

/**
 * Whether a quotation shows exactly the stored text. A run of white space may appear as one space, as it does on every surface that
 * wraps lines.
 */
export function isVerbatim(stored: string, quoted: string): boolean {
  // Line by line: a pattern for spaces before a line end would scan them repeatedly.
  const [a, b] = [stored, quoted].map((text) =>
    visible(text)
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .split(/(\s+)/u),
  );
  return (
    a?.length === b?.length &&
    a?.every((piece, at) => piece === b?.[at] || (at % 2 === 1 && b?.[at] === ' ')) === true
  );
}
