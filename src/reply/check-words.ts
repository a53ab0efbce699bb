import type { DifferencePart } from '../answer/quotes/difference.ts';
import type { Grade } from '../answer/quotes/quote-check.ts';
import type { QuoteNote } from '../answer/quotes/notes.ts';
import type { Reason } from '../answer/quotes/reasons.ts';
import type { Run, Words } from './reply.ts';

/** What each grade means, in a few words. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  EXACT: 'word for word',
  'SAME WORDS': 'only typography, case or white space differ',
  SHORTENED: 'a part of it is left out, and the rest is there in this order',
  ALTERED: 'it is not what the article says',
  'NOT IN THE ARCHIVE': 'no article here has these words',
};

/** What to look at first, as a sentence. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'over-marks': 'The article’s quotation marks end before it does, or begin after.',
  joined: 'It joins words from two places.',
  negation: 'A word such as “not” was lost or put in.',
  number: 'A number, sum or sign differs.',
  name: 'A name or another word with a capital differs.',
  'look-alike': 'A word has letters of another script that only look the same.',
  order: 'The words are in another order.',
  case: 'A capital makes another word.',
  'left-out': 'Words are left out without a mark.',
  'put-in': 'Words are put in.',
  words: 'Words differ.',
  marks: 'Only punctuation differs.',
};

/** What to know of a quotation besides its grade, as a sentence. */
export function noteWords(note: QuoteNote): Words {
  switch (note.kind) {
    case 'other speaker':
      return note.near
        ? ['The article gives this to “', { news: note.words }, '”.']
        : ['The article names no speaker here; the one before is “', { news: note.words }, '”.'];
    case 'not speech':
      return ['In the article this is not in quotation marks.'];
    case 'marks lost':
      return ['In the article some of these words are in quotation marks.'];
    case 'over the marks':
      return ['In the article “', { news: note.words }, '” is the reporter’s and not in quotation marks.'];
    case 'interrupted':
      return ['In the article “', { news: note.words }, '” stands between.'];
    case 'left out':
      return [LEFT_OUT[note.where], { news: note.words }, '”.'];
  }
}

const LEFT_OUT = {
  before: 'Careful: right before this the article says “',
  inside: 'Careful: this is left out: “',
  after: 'Careful: right behind this the article says “',
} as const;

/** A difference as words: what only the article has is struck, what only the quotation has is bold. */
export function differenceWords(parts: readonly DifferencePart[], later: 'typed' | 'news'): Words {
  const runs: Run[] = [];
  for (const [at, { kind, text }] of parts.entries()) {
    const words = text.trim();
    const before = parts[at - 1];
    // Marks must touch the words they mark; two runs of words must not.
    if (words === '') {
      runs.push(' ');
      continue;
    }
    const [lead, tail] = [text.length - text.trimStart().length, text.length - text.trimEnd().length];
    if (kind === 'added' && before && before.kind === 'removed' && !/\s$/u.test(before.text)) runs.push(' ');
    if (kind === 'same') runs.push({ news: text });
    else {
      if (lead > 0) runs.push(' ');
      if (kind === 'removed') runs.push({ news: words, struck: true });
      else runs.push(later === 'news' ? { news: words, added: true } : { typed: words, added: true });
      if (tail > 0 || needsSpace(kind, parts[at + 1])) runs.push(' ');
    }
  }
  return runs;
}

const needsSpace = (kind: DifferencePart['kind'], next: DifferencePart | undefined): boolean =>
  kind === 'added' && next !== undefined && /^[\p{L}\p{N}]/u.test(next.text);

/** The longest part of a quotation that is repeated. Characters. */
const REPEATED = 160;

/** A quotation as it was pasted, in one line, shortened at the end. */
export function pasted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= REPEATED ? line : `${line.slice(0, REPEATED).toWellFormed()} …`;
}
