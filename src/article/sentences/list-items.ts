const BULLET = /^[•‣⁃◦▪●○■►➢]$/u;
/** `1.)`, `1)`, `(1)`, `1.`, `a)`, `a.`; the marks around the number or letter are the style. */
const ENUMERATOR = /^(\(?)(\d{1,3}|[a-z])(\.\)|\)|\.)\s/iu;
const ENUMERATORS = /\s(\(?)(\d{1,3}|[a-z])(\.\)|\)|\.)\s+(?=(\S))/giu;
/** A line that is an item. */
const ITEM_LINE = /^(?:[•‣⁃◦▪●○■►➢*–-]|\(?(?:\d{1,3}|[a-z])(?:\.\)|\)|\.))\s/iu;
/** Longest marker of an item, such as `(12.) `, with the white space after it. UTF-16 units. */
const LONGEST_MARKER = 8;
/** Lines of a list, table or poem are shorter than this, lines of wrapped text longer. UTF-16 units. */
const SHORT_LINE = 50;

/**
 * Offsets where list items begin without a sentence end before: in a paragraph that begins with a bullet or the first number, and in
 * paragraphs of several lines. In text order.
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

/** Numbers must increase by one in the same style, so that "in 2. " or "(c)" in running text is not an item. */
function enumerated(paragraph: string, [, opening, label = '', closing]: RegExpExecArray): number[] {
  // A capital letter with a dot is usually an initial: "A. Smith and B. Jones".
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

/** Items begin after a blank line, at list markers, and at each line of a list of short lines without terminators. */
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

/** Non-blank lines without the white space around them. */
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
