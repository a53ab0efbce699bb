import type { Slice } from '../../article/article.ts';
import { quotedIn } from '../../article/quotations.ts';

/** A quotation in a text. `text` is the content without its marks. Offsets are UTF-16 and include the marks. */
export type QuotedSpan = Slice & Readonly<{ text: string; marked: 'quotation marks' | 'block quote' }>;

const BLOCK_LINE = /^[^\S\n]{0,3}>(?:>>)?(?:[^\S\n]|$)?/u;

/**
 * The quotations of a text in order: block quotes (lines with `>`) and text in quotation marks; of nested quotations, the outermost.
 * Linear.
 */
export function quotedSpans(text: string): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  let [start, offset] = [0, 0];
  let block: string[] = [];
  let plainFrom = 0;
  const closeBlock = (end: number): void => {
    const quoted = block.join('\n');
    if (/[\p{L}\p{N}]/u.test(quoted)) found.push({ start, end, text: quoted, marked: 'block quote' });
    block = [];
  };
  for (const line of text.split('\n')) {
    const end = offset + line.length;
    const mark = BLOCK_LINE.exec(line);
    if (mark) {
      if (block.length === 0) {
        found.push(...inMarks(text, plainFrom, offset));
        start = offset;
      }
      block.push(line.slice(mark[0].length));
      plainFrom = end;
    } else if (block.length > 0) {
      closeBlock(offset - 1);
      plainFrom = offset;
    }
    offset = end + 1;
  }
  closeBlock(text.length);
  found.push(...inMarks(text, plainFrom, text.length));
  return found;
}

/** Only the block quotes. */
export const blockQuotes = (text: string): QuotedSpan[] =>
  quotedSpans(text).filter(({ marked }) => marked === 'block quote');

/** The quotations in marks between two offsets. */
const inMarks = (text: string, from: number, to: number): QuotedSpan[] =>
  quotedIn(text, paragraphsOf(text, from, to)).map(({ start, end, inner }) => ({
    start,
    end,
    text: text.slice(inner.start, inner.end),
    marked: 'quotation marks',
  }));

/** The paragraphs between two offsets, separated by blank lines and trimmed. */
export function paragraphsOf(text: string, from = 0, to = text.length): Slice[] {
  const found: Slice[] = [];
  let start = from;
  const add = (end: number): void => {
    const content = text.slice(start, end);
    const lead = content.length - content.trimStart().length;
    if (lead < content.length) found.push({ start: start + lead, end: start + content.trimEnd().length });
  };
  for (const { index, 0: blank } of text.slice(from, to).matchAll(/\n[^\S\n]*\n\s*/gu)) {
    add(from + index);
    start = from + index + blank.length;
  }
  add(to);
  return found;
}
