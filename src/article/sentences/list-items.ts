const BULLET = /^[•‣⁃◦▪●○■►➢]$/u;
/** `1.)`, `1)`, `(1)`, `1.`, `a)`, `a.`; the style is what stands around the number or letter. */
const ENUMERATOR = /^(\(?)(\d{1,3}|[a-z])(\.\)|\)|\.)\s/iu;
const ENUMERATORS = /\s(\(?)(\d{1,3}|[a-z])(\.\)|\)|\.)\s+(?=(\S))/giu;
/** A line that is an item by itself. */
const ITEM_LINE = /^(?:[•‣⁃◦▪●○■►➢*–-]|\(?(?:\d{1,3}|[a-z])(?:\.\)|\)|\.))\s/iu;
/** The longest marker of an item, `(12.) `, with the white space after it (units). */
const LONGEST_MARKER = 8;
/** A line of a list, a table or a poem is shorter than a line of wrapped text (units). */
const SHORT_LINE = 50;

/**
 * Where the items of a list begin, although no sentence ends before: in a paragraph that begins with a bullet or
 * the first item's number, and in one of several lines. In the order of the text.
 */
export function itemStarts(paragraph: string): readonly number[] {
  if (paragraph.includes('\n')) return lineStarts(paragraph);
  const start = paragraph.search(/\S/u);
  const first = paragraph.charAt(start);
  if (BULLET.test(first)) return bullets(paragraph, first);
  const marker = ENUMERATOR.exec(paragraph.slice(start, start + LONGEST_MARKER));
  return marker ? enumerated(paragraph, marker) : [];
}

function bullets(paragraph: string, bullet: string): number[] {
  const starts: number[] = [];
  for (let at = paragraph.indexOf(bullet); at !== -1; at = paragraph.indexOf(bullet, at + 1)) {
    if (at > 0 && /\s/u.test(paragraph.charAt(at - 1))) starts.push(at);
  }
  return starts;
}

/** Items go up by one in the same style, so that "in 2. " or "(c)" in running text is none. */
function enumerated(paragraph: string, [, opening, label = '', closing]: RegExpExecArray): number[] {
  // A capital with a point is more often an initial: "A. Smith and B. Jones".
  if (closing === '.' && opening === '' && /^[A-Z]$/u.test(label)) return [];
  const starts: number[] = [];
  let expected = following(label);
  for (const match of paragraph.matchAll(ENUMERATORS)) {
    const [, open, value, close, next = ''] = match;
    if (value !== expected || open !== opening || close !== closing) continue;
    if (close === '.' && /\p{Ll}/u.test(next)) continue;
    starts.push(match.index + 1);
    expected = following(value);
  }
  return starts;
}

function following(label: string): string {
  const number = Number(label);
  return Number.isNaN(number) ? String.fromCharCode(label.charCodeAt(0) + 1) : String(number + 1);
}

/** After a blank line, at items, and at each line of a list of short lines without a single terminator. */
function lineStarts(paragraph: string): number[] {
  const lines = linesOf(paragraph);
  const isShort = lines.every(({ start, end }) => end - start <= SHORT_LINE);
  const isList = lines.length > 2 && isShort && !/[.!?。！？]/u.test(paragraph);
  return lines
    .filter(({ start, afterBlank }) => {
      return isList || afterBlank || ITEM_LINE.test(paragraph.slice(start, start + LONGEST_MARKER));
    })
    .map(({ start }) => start);
}

/** The lines that hold something, without the white space around them. */
function linesOf(paragraph: string): { start: number; end: number; afterBlank: boolean }[] {
  const lines = [];
  let afterBlank = false;
  for (let from = 0; from < paragraph.length;) {
    const next = paragraph.indexOf('\n', from);
    const to = next === -1 ? paragraph.length : next;
    const line = paragraph.slice(from, to);
    const text = line.trim();
    if (text !== '') {
      const start = from + line.indexOf(text);
      lines.push({ start, end: start + text.length, afterBlank });
    }
    afterBlank = text === '';
    from = to + 1;
  }
  return lines;
}
