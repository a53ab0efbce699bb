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

/** A difference in words: text that only the article has is struck, text that only the quotation has is bold. */
export function differenceWords(parts: readonly DifferencePart[], later: 'typed' | 'news'): Words {
  const runs: Run[] = [];
  for (const [at, { kind, text }] of parts.entries()) {
    const words = text.trim();
    const before = parts[at - 1];
    // Marks must touch the words they mark, but two runs of words must not touch each other.
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

/** Longest part of a quotation that is repeated. Characters. */
const REPEATED = 160;

/** A quotation as pasted, on one line, shortened at the end. */
export function pasted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= REPEATED ? line : `${line.slice(0, REPEATED).toWellFormed()} …`;
}
