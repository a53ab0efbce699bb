import { KIND, initialAt, kindAt } from './characters.ts';

function isMark(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === KIND.dot || kind === KIND.bang || kind === KIND.stop;
}

function isSpaceOrEnd(text: string, at: number): boolean {
  return at >= text.length || kindAt(text, at) === KIND.space;
}

/** The end of a run of terminators from `mark` on. Dots separated by single spaces (`. . .`) are one run. */
export function endOfMarks(text: string, mark: number): number {
  let end = mark + 1;
  for (;;) {
    if (isMark(text, end)) end++;
    else if (isSpacedPoint(text, end)) end += 2;
    else return end;
  }
}

function isSpacedPoint(text: string, at: number): boolean {
  const isBetween =
    text[at - 1] === '.' && (text[at] === ' ' || text[at] === '\u00a0') && text[at + 1] === '.';
  return isBetween && initialAt(text, at + 2) === 'other';
}

/** Longest reference mark, such as [12] or [citation needed], right after its sentence. UTF-16 units. */
const LONGEST_REFERENCE = 24;

/**
 * The end of everything that closes a sentence after its terminators: closing quotation marks and brackets, terminators after those
 * (`?).`), and reference marks. `quotes` is the number of straight quotation marks before, which decides whether another one closes.
 */
export function endOfClosers(text: string, markEnd: number, quotes: number): number {
  let end = markEnd;
  let open = quotes % 2 === 1;
  for (;;) {
    const width = closerWidth(text, end, open) || (end > markEnd && isMark(text, end) ? 1 : 0);
    if (width === 0) return end;
    if (text[end + width - 1] === '"') open = !open;
    end += width;
  }
}

/** Number of units from `at` on that close the sentence. */
function closerWidth(text: string, at: number, open: boolean): number {
  const character = text.charAt(at);
  const kind = kindAt(text, at);
  if (kind === KIND.closer) return 1;
  if (kind === KIND.quote) return initialAt(text, at + 1) === 'other' || (character === '"' && open) ? 1 : 0;
  if (character === '[') return referenceWidth(text, at);
  // German closes with “ and «, which open in other languages.
  if (kind === KIND.opener) return '“‘«‹'.includes(character) && isSpaceOrEnd(text, at + 1) ? 1 : 0;
  // French has a space before »; careless typing, before " and ).
  if (kind !== KIND.space || text[at + 1] === undefined) return 0;
  if (text[at + 1] === '»' || text[at + 1] === ')') return 2;
  return text[at + 1] === '"' && open && isSpaceOrEnd(text, at + 2) ? 2 : 0;
}

function referenceWidth(text: string, at: number): number {
  const close = text.slice(at, at + LONGEST_REFERENCE).indexOf(']');
  return close === -1 ? 0 : close + 1;
}

/** A line of signs between two parts of a text. Three hyphens may be a dash; five are a line. */
const RULE = /(?:([=_*~#])\1{2,}|-{5,})(?=\s)/uy;
/** An emoticon at the end of its sentence. */
const EMOTICON = /[:;=]-?[()DP]+(?=\s+[^\s\p{Ll}])/uy;

/** The end of a line of signs that begins at an offset; -1 when there is none. */
export function endOfRule(text: string, at: number): number {
  return endOfMatch(RULE, text, at);
}

/** The end of an emoticon that begins at an offset and ends its sentence; -1 when there is none. */
export function endOfEmoticon(text: string, at: number): number {
  return endOfMatch(EMOTICON, text, at);
}

function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Parts of URLs and paths, in which a dot or question mark does not end a sentence. */
const ADDRESS = /@|:\/\/|www\.|[/\\]/iu;

/** Whether the text from `at` to the next white space looks like a URL, an e-mail address or a path. */
export function isAddress(text: string, at: number): boolean {
  let end = at;
  while (!isSpaceOrEnd(text, end)) end++;
  return ADDRESS.test(text.slice(at, end));
}
