import { itemAt } from '../article/item-at.ts';
import { unhyphenated, hyphenWordsIn } from './hyphens.ts';

/** Widths at which texts are wrapped; longer lines are whole paragraphs. Characters. */
const WIDTH_MAX = 110;
const WIDTH_MIN = 30;
/** A text is wrapped if it has this many line breaks, and at this share of them the next word would not have fitted. */
const LEAST_BREAKS = 4;
const SHARE = 0.85;
/** Starts of lines that are never joined to the previous one: list items, e-mail quotations, headings, tables. */
const OWN_LINE = /^\s*(?:[-*+•>#|]|\d{1,3}[.)]\s|[ \t]{4})/u;

/**
 * Joins the lines of a text that was wrapped at a fixed width to paragraphs, and rejoins hyphenated words. Other texts
 * (one paragraph per line, poems, tables) stay as they are.
 */
export function unwrapped(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u);
  const width = Math.max(0, ...lines.map((line) => line.trimEnd().length));
  if (width > WIDTH_MAX || width < WIDTH_MIN) return text;
  const [first = '', ...others] = lines;
  const breaks = others.map((line, index) => ({ before: itemAt(lines, index), after: line }));
  const inside = breaks.filter(({ before, after }) => before.trim() !== '' && after.trim() !== '');
  const wrapped = inside.filter(({ before, after }) => isWrapped(before, after, width));
  if (wrapped.length < LEAST_BREAKS || wrapped.length < inside.length * SHARE) return text;
  const words = hyphenWordsIn(text);
  const joined = breaks.reduce(
    (sum, { before, after }) =>
      isWrapped(before, after, width) ? unhyphenated(sum, after.trimStart(), words) : `${sum}\n${after}`,
    first,
  );
  return joined;
}

/** Whether a line was ended by wrapping: the first word of the next line would not have fitted on it. */
function isWrapped(before: string, after: string, width: number): boolean {
  if (before.trim() === '' || after.trim() === '' || OWN_LINE.test(after)) return false;
  const [word = ''] = /^\S+/u.exec(after.trimStart()) ?? [];
  return before.trimEnd().length + 1 + word.length > width;
}
