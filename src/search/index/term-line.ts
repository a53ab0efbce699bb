import { STOP_WORDS, term, words } from '../../english/words.ts';

/** Stands for a stop word, so that phrases keep their distances. */
export const GAP = '_';

/** Longer terms are not words; a search engine refuses or cuts them. Characters. */
const LONGEST_TERM = 200;

/** The terms of a part of a text in their order, a {@link GAP} for each stop word, with blanks between them. */
export function termLine(text: string, from = 0, to = text.length): string {
  return words(text, from, to)
    .flatMap(({ folded }) => (folded === '' ? [] : [indexedTerm(folded)]))
    .join(' ');
}

/** How many terms a line has. */
export const lineLength = (line: string): number =>
  line === '' ? 0 : line.split(' ').filter((each) => each !== GAP).length;

function indexedTerm(folded: string): string {
  const own = STOP_WORDS.has(folded) ? GAP : term(folded);
  return own.length > LONGEST_TERM ? GAP : own;
}
