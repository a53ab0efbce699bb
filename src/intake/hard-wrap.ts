import { unhyphenated, hyphenWordsIn } from './hyphens.ts';

/** Lines longer than this are paragraphs, not wrapped. Characters. */
const WIDTH_MAX = 110;
const WIDTH_MIN = 30;
/** So many line ends, and this share of them where the next word would not have fitted, show that a text was wrapped. */
const LEAST_BREAKS = 4;
const SHARE = 0.85;
/** An item of a list, a quotation mark of e-mail, a heading or a table begins its line. */
const OWN_LINE = /^\s*(?:[-*+•>#|]|\d{1,3}[.)]\s|[ \t]{4})/u;

/**
 * A text whose lines were wrapped at a width, with each paragraph on one line and the words that were divided at a line's
 * end whole again. Other texts (one paragraph a line, poems, tables) stay as they are.
 */
export function unwrapped(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u);
  const width = Math.max(0, ...lines.map((line) => line.trimEnd().length));
  if (width > WIDTH_MAX || width < WIDTH_MIN) return text;
  const breaks = lines.slice(1).map((line, index) => ({ before: lines[index] ?? '', after: line }));
  const inside = breaks.filter(({ before, after }) => before.trim() !== '' && after.trim() !== '');
  const wrapped = inside.filter(({ before, after }) => isWrapped(before, after, width));
  if (wrapped.length < LEAST_BREAKS || wrapped.length < inside.length * SHARE) return text;
  const words = hyphenWordsIn(text);
  const joined = breaks.reduce(
    (sum, { before, after }) =>
      isWrapped(before, after, width) ? unhyphenated(sum, after.trimStart(), words) : `${sum}\n${after}`,
    lines[0] ?? '',
  );
  return joined;
}

/** Whether the next line's first word would not have fitted on this line, so that the line ends only for its width. */
function isWrapped(before: string, after: string, width: number): boolean {
  if (before.trim() === '' || after.trim() === '' || OWN_LINE.test(after)) return false;
  const word = /^\S+/u.exec(after.trimStart())?.[0] ?? '';
  return before.trimEnd().length + 1 + word.length > width;
}
