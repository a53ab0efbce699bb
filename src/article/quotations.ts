import type { Slice } from './article.ts';
import { mapValue } from './item-at.ts';

/** A quotation in quotation marks: the slice with its marks, and `inner` without them. Offsets are UTF-16. */
export type Quoted = Slice & Readonly<{ inner: Slice }>;

/** Opening marks with their closing marks, in English, German, French, Spanish, Japanese and others. */
const CLOSERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '“': '”“"',
    '„': '“”"',
    '”': '”',
    '«': '»',
    '»': '«',
    '‹': '›',
    '›': '‹',
    '‘': '’',
    '‚': '‘’',
    '「': '」',
    '『': '』',
    '〝': '〞〟',
    '"': '"',
    '＂': '＂',
    "'": "'",
  }),
);
/** Marks that open and close. */
const STRAIGHT = new Set(['"', '＂', "'"]);
/** Marks that can be apostrophes. */
const APOSTROPHES = new Set(['’', "'"]);
/** Words with a leading apostrophe, without it: ’tis, ’em, ’90s. */
const ELIDED = /^(?:\d\ds?|tis|twas|em|til|till|cause|n|bout|round|cos)(?![\p{L}\p{N}])/iu;
/** Deepest nesting of quotations. */
const DEPTH = 8;

type Open = Readonly<{ mark: string; at: number }>;

/**
 * The quotations in some paragraphs, in order; of nested ones, the outermost. A quotation continues in the next paragraph if that begins
 * with the same mark, or closes a mark it did not open; otherwise an unclosed quotation ends with its paragraph. Apostrophes are
 * ignored. Linear in the length.
 */
export function quotedIn(text: string, paragraphs: readonly Slice[]): Quoted[] {
  const found: Quoted[] = [];
  let carried: Open | undefined;
  for (const [index, { start, end }] of paragraphs.entries()) {
    const again = carried !== undefined && isAgain(text.charAt(start), carried.mark);
    const { quotations, open } = scan(text, again ? start + 1 : start, end, carried);
    for (const each of quotations) push(text, found, each);
    const next = paragraphs[index + 1];
    carried = open && next && goesOn(text, next, open.mark) ? open : undefined;
    if (open && !carried) push(text, found, { start: open.at, end, inner: { start: open.at + 1, end } });
  }
  return found;
}

function push(text: string, found: Quoted[], quotation: Quoted): void {
  const { start, end } = quotation.inner;
  if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) found.push(quotation);
}

/** Whether a paragraph continues an open quotation of the one before. */
function goesOn(text: string, { start, end }: Slice, mark: string): boolean {
  if (isAgain(text.charAt(start), mark)) return true;
  if (mark === '‘') return /^[^‘]*?(?:[.,!?…]’|’(?=[,.;]|$))/u.test(text.slice(start, end));
  if (APOSTROPHES.has(mark)) return false;
  const closers = mapValue(CLOSERS, mark);
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (closers.includes(character)) return !STRAIGHT.has(character) || isAfterWord(text, at, start);
    if (character === mark) return false;
  }
  return false;
}

/** The same mark at the start of a paragraph. Kinds of double marks count as equal, since pasted text often mixes them. */
const isAgain = (character: string, mark: string): boolean =>
  character === mark || (DOUBLE.has(character) && (DOUBLE.has(mark) || mark === '‘'));

const DOUBLE = new Set(['“', '"', '„', '”', '＂']);

const isAfterWord = (text: string, at: number, from: number): boolean =>
  at > from && /[^\s([{–—“‘«„]/u.test(text.charAt(at - 1));

/** Scans one paragraph; `carried` is an open quotation from an earlier one. */
function scan(text: string, from: number, to: number, carried: Open | undefined) {
  const quotations: Quoted[] = [];
  let open: Open[] = carried ? [carried] : [];
  const marks = marksIn(text, from, to);
  for (let at = from; at < to; at++) {
    const mark = text.charAt(at);
    if (!CLOSERS.has(mark) && !'”»›’‘」』〞〟'.includes(mark)) continue;
    const closed = open.findLastIndex((each) => marks.closes(each, mark, at));
    const again = STRAIGHT.has(mark) && closed !== -1 && marks.opens(open, mark, at);
    const outer = open[closed];
    if (outer && !again) {
      open = open.slice(0, closed);
      if (open.length === 0)
        quotations.push({ start: outer.at, end: at + 1, inner: { start: outer.at + 1, end: at } });
    } else if (open.length < DEPTH && marks.opens(open, mark, at)) open.push({ mark, at });
  }
  return { quotations, open: open[0] };
}

/** Decides for each mark of a paragraph whether it opens or closes a quotation. */
function marksIn(text: string, from: number, to: number) {
  const characterAt = (at: number): string => (at < from || at >= to ? '' : text.charAt(at));
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(characterAt(at));
  const isSpace = (at: number): boolean => /^$|[\s([{–—-]/u.test(characterAt(at));
  const partners = apostrophePartners(text, from, to, isLetter, isSpace);
  const lasts = new Map<string, number>();
  const lastOf = (mark: string): number => {
    const last = lasts.get(mark) ?? from + text.slice(from, to).lastIndexOf(mark);
    lasts.set(mark, last);
    return last;
  };

  const opensStraight = (open: readonly Open[], mark: string, at: number): boolean => {
    const inside = open.some((each) => each.mark === mark);
    const before = isSpace(at - 1) || /[“‘«„"'/]/u.test(characterAt(at - 1));
    const after = !isSpace(at + 1);
    if (mark === "'") return before && isLetter(at + 1) && partners.later(at) && !isElided(at);
    return before && (after || !inside);
  };
  const isElided = (at: number): boolean => ELIDED.test(text.slice(at + 1, at + 8));

  return {
    opens(open: readonly Open[], mark: string, at: number): boolean {
      if (!CLOSERS.has(mark)) return false;
      if (STRAIGHT.has(mark)) return opensStraight(open, mark, at);
      // “ closes a quotation opened by „, and » one opened by «.
      if (mark === '“') return open.at(-1)?.mark !== '„';
      if (mark === '»' || mark === '›' || mark === '”')
        return open.length === 0 && isSpace(at - 1) && /\S/u.test(characterAt(at + 1));
      return mark !== '‘' || (open.at(-1)?.mark !== '‚' && !isElided(at));
    },
    closes({ mark: opening }: Open, mark: string, at: number): boolean {
      const closers = mapValue(CLOSERS, opening);
      const rank = closers.indexOf(mark);
      if (rank === -1) return false;
      if (APOSTROPHES.has(mark)) return closesSingle(mark, at);
      // A straight mark, or one that usually opens, closes only when nothing matches better.
      if ((opening === '“' && rank > 0) || (opening === '„' && mark === '"'))
        return !isSpace(at - 1) && !isLetter(at + 1) && !hasLater(closers.replace('"', ''), at);
      return true;
    },
  };

  function hasLater(closers: string, at: number): boolean {
    return Array.from(closers).some((mark) => lastOf(mark) > at);
  }

  /** ’ or ' closes unless it is an apostrophe: inside a word, or after a plural s if a later mark can close. */
  function closesSingle(mark: string, at: number): boolean {
    if (isLetter(at + 1) || isSpace(at - 1)) return false;
    const plural = characterAt(at - 1) === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
    return !plural || !partners.again(mark, at);
  }
}

/** For marks that can be apostrophes: whether a later mark in the paragraph can close. One pass from the end. */
function apostrophePartners(
  text: string,
  from: number,
  to: number,
  isLetter: (at: number) => boolean,
  isSpace: (at: number) => boolean,
): { later(at: number): boolean; again(mark: string, at: number): boolean } {
  const later = new Set<number>();
  const again = new Set<number>();
  let straight: number | undefined;
  const ahead = { "'": false, '’': false };
  for (let at = to - 1; at >= from; at--) {
    const mark = text.charAt(at);
    if (mark === '‘') ahead['’'] = false;
    if (mark !== "'" && mark !== '’') continue;
    if (ahead[mark]) again.add(at);
    if (mark === "'" && straight !== undefined && straight > at + 1) later.add(at);
    if (isLetter(at + 1)) continue;
    if (mark === "'") straight = at;
    if (!isSpace(at - 1)) ahead[mark] = true;
  }
  return { later: (at) => later.has(at), again: (_mark, at) => again.has(at) };
}
