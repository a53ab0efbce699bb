import { KIND, initialAt, kindAt, type Initial } from './characters.ts';

/** A place where a sentence may end. All offsets are UTF-16. */
export type BoundaryCandidate = Readonly<{
  text: string;
  /** Start of the current sentence. */
  sentence: number;
  /** The first terminator. */
  mark: number;
  /** After the last terminator. */
  markEnd: number;
  /** After the closing quotation marks and brackets that belong to the sentence. */
  end: number;
  /** The next character that is not white space; equal to `end` when there is none between. */
  next: number;
  /** Whether a bracket that opened inside the sentence has just closed. */
  aside: boolean;
  /** Whether the text around the mark, up to white space, looks like a URL or a file name. */
  address: boolean;
}>;

/** The word after a candidate: its offset, its first character, and whether a quotation mark or bracket opens before it. */
export type Following = Readonly<{ at: number; initial: Initial; opened: boolean }>;

/** Skips opening quotation marks and brackets. `iPhone` counts as capitalised. */
export function followingWord({ text, next }: BoundaryCandidate): Following {
  let at = next;
  while (at < next + 4 && isOpening(text, at)) at++;
  let initial = initialAt(text, at);
  if (initial === 'lower' && initialAt(text, at + 1) === 'upper') initial = 'upper';
  return { at, initial, opened: at > next };
}

function isOpening(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === KIND.opener || kind === KIND.quote;
}

/** Longest word looked up before a mark. UTF-16 units. */
export const LONGEST_WORD = 20;

/** The word before a mark with its inner dots, `U.S`, `Ph.D`, `n°`, without a number attached to it (`5p.m`). */
export function wordBefore({ text, sentence, mark }: BoundaryCandidate): string {
  const first = Math.max(sentence, mark - LONGEST_WORD);
  let start = mark;
  while (start > first && isInWord(text, start - 1)) start--;
  return text.slice(start, mark).replace(/^\d+(?=\p{L}\.)/u, '');
}

function isInWord(text: string, at: number): boolean {
  return initialAt(text, at) !== 'other' || '.°º&'.includes(text[at] ?? ' ');
}
