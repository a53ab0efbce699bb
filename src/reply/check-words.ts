import type { DifferencePart } from '../answer/quotes/difference.ts';
import type { Grade } from '../answer/quotes/quote-check.ts';
import type { QuoteNote } from '../answer/quotes/notes.ts';
import type { Reason } from '../answer/quotes/reasons.ts';
import type { Run, Said, Words } from './reply.ts';
import { say } from './say.ts';

/** The name of each grade. */
export const GRADE_NAMES: Readonly<Record<Grade, Said>> = {
  EXACT: say('grade.exact'),
  'SAME WORDS': say('grade.same'),
  SHORTENED: say('grade.shortened'),
  ALTERED: say('grade.altered'),
  'NOT IN THE ARCHIVE': say('grade.nowhere'),
};

/** The meaning of each grade, in a few words. */
export const GRADE_WORDS: Readonly<Record<Grade, Said>> = {
  EXACT: say('grade.exact-means'),
  'SAME WORDS': say('grade.same-means'),
  SHORTENED: say('grade.shortened-means'),
  ALTERED: say('grade.altered-means'),
  'NOT IN THE ARCHIVE': say('grade.nowhere-means'),
};

/** What to check first, as a sentence. */
export const reasonWords = (reason: Reason): Said => say(`reason.${reason}`);

/** A note about a quotation, as a sentence. */
export function noteWords(note: QuoteNote): Said {
  switch (note.kind) {
    case 'other speaker':
      return say(note.near ? 'note.speaker' : 'note.speaker-before', { speaker: { news: note.words } });
    case 'not speech':
      return say('note.not-speech');
    case 'marks lost':
      return say('note.marks-lost');
    case 'over the marks':
      return say('note.over-marks', { words: { news: note.words } });
    case 'interrupted':
      return say('note.interrupted', { words: { news: note.words } });
    case 'left out':
      return say(`note.left-out-${note.where}`, { words: { news: note.words } });
  }
}

/** A difference in words: text that only the first has is struck, text that only the second has is bold. */
export function differenceWords(parts: readonly DifferencePart[], later: 'typed' | 'news'): Words {
  const runs: Run[] = [];
  for (const [at, { kind, text }] of parts.entries()) {
    const words = text.trim();
    // Marks must touch the words they mark, but two runs of words must not touch each other.
    if (words === '') {
      runs.push(' ');
      continue;
    }
    if (standsApart(parts[at - 1], { kind, text })) runs.push(' ');
    if (kind === 'same') {
      runs.push({ news: isClosedBy(parts[at + 1], text) ? text.trimEnd() : text });
      continue;
    }
    if (text !== text.trimStart()) runs.push(' ');
    if (kind === 'removed') runs.push({ news: words, struck: true });
    else runs.push(later === 'news' ? { news: words, added: true } : { typed: words, added: true });
    if (text !== text.trimEnd()) runs.push(' ');
  }
  return runs;
}

/** Whether an added mark, such as a comma, stands before the space behind the words it closes. */
const isClosedBy = (next: DifferencePart | undefined, text: string): boolean =>
  next?.kind === 'added' &&
  text.trim() !== '' &&
  /^[.,;:!?%)\]”’]/u.test(next.text) &&
  /\s$/u.test(next.text);

/** Whether a space is missing between two parts, as when words are added at the end of a sentence, or before its full stop. */
function standsApart(before: DifferencePart | undefined, { kind, text }: DifferencePart): boolean {
  if (!before || /\s$/u.test(before.text) || /^\s/u.test(text)) return false;
  if (before.kind !== 'same' && kind !== 'same' && before.kind !== kind) return true;
  if (before.kind !== 'added' && kind !== 'added') return false;
  return /[\p{L}\p{N}.,;:!?%)\]”’]$/u.test(before.text) && /^[\p{L}\p{N}“‘([$€£¥]/u.test(text);
}

/** Longest part of a quotation that is repeated. Characters. */
const REPEATED = 160;

/** A quotation as pasted, on one line, shortened at the end. */
export function pasted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= REPEATED ? line : `${line.slice(0, REPEATED).toWellFormed()} …`;
}
