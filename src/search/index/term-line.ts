import { STOP_WORDS, term, words } from '../../english/words.ts';

/** Stands for a stop word, so that phrases keep their distances. */
export const GAP = '_';

/** Longer terms are not words, and a search engine would reject or cut them. Characters. */
const LONGEST_TERM = 200;

/** The terms of a part of a text in order, with a {@link GAP} for each stop word. */
export const lineTerms = (text: string, from = 0, to = text.length): string[] =>
  words(text, from, to).flatMap(({ folded }) => (folded === '' ? [] : [indexedTerm(folded)]));

/** The terms of a text, separated by spaces. */
export const termLine = (text: string): string => lineTerms(text).join(' ');

/** Cache of terms by word: without it, stemming would be most of the cost of sending an archive to a search engine. */
const indexed = new Map<string, string>();
const MOST_KEPT = 200_000;

function indexedTerm(folded: string): string {
  const known = indexed.get(folded);
  if (known !== undefined) return known;
  const own = STOP_WORDS.has(folded) ? GAP : term(folded);
  const found = own.length > LONGEST_TERM ? GAP : own;
  if (indexed.size >= MOST_KEPT) indexed.clear();
  indexed.set(folded, found);
  return found;
}
