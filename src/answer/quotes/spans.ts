/** A quotation found in a text. `text` is what is quoted, without its marks. Offsets are UTF-16, marks included. */
export type QuotedSpan = Readonly<{ start: number; end: number; text: string }>;

/** Marks that open a quotation, and those that close it: “ ”, „ “, « », » «, ‹ ›, ‘ ’, ‚ ‘, 「 」, 『 』. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
  '「': '」',
  '『': '』',
  '"': '"',
  '＂': '＂',
  "'": "'",
};
const STRAIGHT = new Set(['"', '＂', "'"]);
/** Marks that are apostrophes too. */
const APOSTROPHES = new Set(['’', "'"]);
/** Marks within marks that are kept apart. */
const DEPTH = 8;
const BLOCK_LINE = /^[^\S\n]{0,3}>(?:>>)?(?:[^\S\n]|$)?/u;

/**
 * The quotations of a text in its order: block quotes (lines with `>`), and what stands in quotation marks; of nested
 * ones the outermost. A mark without partner reaches to the end of its paragraph; a new opening mark at the start of a
 * paragraph goes on with the quotation. Apostrophes are none. Linear.
 */
export function quotedSpans(text: string): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  let [start, offset] = [0, 0];
  let block: string[] = [];
  let plainFrom = 0;
  const closeBlock = (end: number): void => {
    if (block.length > 0) push(found, start, end, block.join('\n'));
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

/** Only what stands in block quotes. */
export const blockQuotes = (text: string): QuotedSpan[] =>
  quotedSpans(text).filter(({ start }) => BLOCK_LINE.test(text.slice(start, start + 8)));

function push(found: QuotedSpan[], start: number, end: number, text: string): void {
  if (/[\p{L}\p{N}]/u.test(text)) found.push({ start, end, text });
}

/** What stands in quotation marks between two offsets. */
function inMarks(text: string, from: number, to: number): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  /** The marks that are open, outermost first. */
  let open: { mark: string; at: number }[] = [];
  const letter = (at: number): boolean => at >= from && at < to && /[\p{L}\p{N}]/u.test(text[at] ?? '');
  const space = (at: number): boolean => at < from || at >= to || /[\s([{–—-]/u.test(text[at] ?? '');

  const opens = (mark: string, at: number): boolean => {
    if (CLOSERS[mark] === undefined) return false;
    // “ closes what „ opened, » what « opened.
    if (STRAIGHT.has(mark)) return isOpening(mark, at);
    if (mark === '“' && open.at(-1)?.mark === '„') return false;
    if (mark === '»') return open.length === 0 && !letter(at - 1) && letter(at + 1);
    return mark !== '‘' || open.at(-1)?.mark !== '‚';
  };
  const isOpening = (mark: string, at: number): boolean => {
    const inside = open.some((each) => each.mark === mark);
    const before = space(at - 1) || /[“‘«„"']/u.test(text[at - 1] ?? '');
    const after = !space(at + 1);
    if (mark === "'") return before && letter(at + 1) && closers.later(at) !== undefined;
    return before && (after || !inside) && !(inside && !after);
  };
  // Whether a mark that can be an apostrophe has a partner ahead in its paragraph, found in one pass from the end.
  const closers = apostropheClosers(text, from, to, letter, space);
  const isClosing = (mark: string, at: number): boolean =>
    !APOSTROPHES.has(mark) ||
    // After an s the mark may be a plural's apostrophe: it is when another can close the quotation.
    (!letter(at + 1) && (text[at - 1] !== 's' || closers.again(at) === undefined));

  for (let at = from; at < to; at++) {
    const mark = text[at] ?? '';
    if (mark === '\n' && open.length > 0 && isParagraphEnd(text, at)) {
      const next = nextLine(text, at, to);
      const outer = open[0];
      if (!outer || text[next] === outer.mark) {
        at = next;
        continue;
      }
      push(found, outer.at, at, text.slice(outer.at + 1, at));
      open = [];
      continue;
    }
    const closed = open.findLastIndex((each) => CLOSERS[each.mark]?.includes(mark));
    const again = STRAIGHT.has(mark) && closed !== -1 && isOpening(mark, at);
    if (closed !== -1 && !again && isClosing(mark, at)) {
      const outer = open[closed];
      open = open.slice(0, closed);
      if (open.length === 0 && outer) push(found, outer.at, at + 1, text.slice(outer.at + 1, at));
    } else if (open.length < DEPTH && opens(mark, at)) open.push({ mark, at });
  }
  const [outer] = open;
  if (outer) push(found, outer.at, to, text.slice(outer.at + 1, to));
  return found;
}

const isParagraphEnd = (text: string, at: number): boolean => /^\n[^\S\n]*\n/u.test(text.slice(at, at + 40));

function nextLine(text: string, at: number, to: number): number {
  let next = at;
  while (next < to && /\s/u.test(text[next] ?? '')) next++;
  return next;
}

/** For marks that are apostrophes too: where the next one stands that can close, before the paragraph ends. */
function apostropheClosers(
  text: string,
  from: number,
  to: number,
  letter: (at: number) => boolean,
  space: (at: number) => boolean,
): { later(at: number): number | undefined; again(at: number): number | undefined } {
  const later = new Map<number, number>();
  const again = new Map<number, number>();
  if (!/['’]/u.test(text)) return { later: (at) => later.get(at), again: (at) => again.get(at) };
  let straight: number | undefined;
  const next: { "'"?: number | undefined; '’'?: number | undefined } = {};
  for (let at = to - 1; at >= from; at--) {
    const mark = text[at];
    if (mark === '\n' && isParagraphEnd(text, at)) {
      straight = undefined;
      next["'"] = next['’'] = undefined;
    } else if (mark === '‘') next['’'] = undefined;
    if (mark !== "'" && mark !== '’') continue;
    const ahead = next[mark];
    if (ahead !== undefined) again.set(at, ahead);
    if (mark === "'" && straight !== undefined && straight > at + 1) later.set(at, straight);
    if (letter(at + 1)) continue;
    if (mark === "'") straight = at;
    if (!space(at - 1)) next[mark] = at;
  }
  return { later: (at) => later.get(at), again: (at) => again.get(at) };
}
