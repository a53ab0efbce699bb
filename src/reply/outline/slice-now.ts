import { changedSentences, type SentenceChange } from '../../answer/changed.ts';
import type { DifferencePart } from '../../answer/quotes/difference.ts';
import type { Document, Sentence, Slice } from '../../article/article.ts';
import { headlineOf } from '../../article/headline.ts';

/** A slice of a document's text, or of its headline. */
export type SliceOf = Slice & Readonly<{ head?: true | undefined }>;

/** The document that contains a slice: the article, or its headline. */
export const holderOf = (document: Document, { head }: Pick<SliceOf, 'head'>): Document =>
  head ? headlineOf(document) : document;

/** The same slice in a later revision; undefined when it is gone. */
export function sliceNow(earlier: Document, later: Document, slice: SliceOf): Slice | undefined {
  if (earlier.article.revision === later.article.revision) return slice;
  const [from, to] = [holderOf(earlier, slice), holderOf(later, slice)];
  const inside = from.sentences.filter(({ start, end }) => start < slice.end && slice.start < end);
  const [first] = inside;
  const last = inside.at(-1);
  if (!first || !last) return undefined;
  const opens = changeOf(earlier, later, first);
  const closes = changeOf(earlier, later, last);
  const texts = { was: from.article.text, now: to.article.text };
  const start = opens && offsetNow(opens, slice.start, 'start', texts);
  const end = closes && offsetNow(closes, slice.end, 'end', texts);
  return start === undefined || end === undefined ? undefined : trimmed(to.article.text, { start, end });
}

const changeOf = (earlier: Document, later: Document, { n }: Sentence): SentenceChange | undefined =>
  changedSentences(earlier, later, n)[0];

/** Converts an offset in a text to one in the text of the later revision. */
function offsetNow(
  change: SentenceChange,
  at: number,
  side: 'start' | 'end',
  { was, now }: Readonly<{ was: string; now: string }>,
): number | undefined {
  const { cited } = change;
  switch (change.state) {
    case 'unchanged':
    case 'moved':
      return change.now.start + at - cited.start;
    case 'reworded': {
      const letters = lettersNow(change.difference, lettersIn(was.slice(cited.start, at)), side);
      return change.now.start + afterLetters(now.slice(change.now.start, change.now.end), letters, side);
    }
    case 'removed':
      return undefined;
  }
}

/*
 * Places in a reworded sentence are counted in letters, that is in what is no white space: the parts of a difference have the white
 * space of one revision, and words that were added or removed at the end of a clause leave one space more or less in the other.
 */
const lettersIn = (text: string): number => text.replaceAll(/\s+/gu, '').length;

/** A replacement belongs to a slice that contains the replaced words; an insertion at its edge does not. */
function lettersNow(parts: readonly DifferencePart[], at: number, side: 'start' | 'end'): number {
  let [before, after] = [0, 0];
  for (const [n, { kind, text }] of parts.entries()) {
    const length = lettersIn(text);
    const isHere = side === 'start' ? at < before + length : at <= before + length;
    if (kind !== 'added' && isHere) {
      if (kind === 'same') return after + at - before;
      const instead = parts[side === 'start' ? n - 1 : n + 1];
      const replaced = instead?.kind === 'added' ? lettersIn(instead.text) : 0;
      return side === 'start' ? after - replaced : after + replaced;
    }
    if (kind !== 'added') before += length;
    if (kind !== 'removed') after += length;
  }
  return after;
}

/** The offset behind so many letters, or at its start before the next one. */
function afterLetters(text: string, letters: number, side: 'start' | 'end'): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (side === 'end' && count === letters) return at;
    if (/\s/u.test(text.charAt(at))) continue;
    if (count === letters) return at;
    count += 1;
  }
  return text.length;
}

function trimmed(text: string, { start, end }: Slice): Slice | undefined {
  const inside = text.slice(start, end);
  const length = inside.trim().length;
  const from = start + inside.length - inside.trimStart().length;
  return length === 0 ? undefined : { start: from, end: from + length };
}
