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
  const start = opens && offsetNow(opens, slice.start - first.start, 'start');
  const end = closes && offsetNow(closes, slice.end - last.start, 'end');
  return start === undefined || end === undefined ? undefined : trimmed(to.article.text, { start, end });
}

const changeOf = (earlier: Document, later: Document, { n }: Sentence): SentenceChange | undefined =>
  changedSentences(earlier, later, n)[0];

/** Converts an offset in a sentence to an offset in the text of the later revision. */
function offsetNow(change: SentenceChange, at: number, side: 'start' | 'end'): number | undefined {
  switch (change.state) {
    case 'unchanged':
    case 'moved':
      return change.now.start + at;
    case 'reworded':
      return change.now.start + positionIn(change.difference, at, side);
    case 'removed':
      return undefined;
  }
}

/** A replacement belongs to a slice that contains the replaced words; an insertion at its edge does not. */
function positionIn(parts: readonly DifferencePart[], at: number, side: 'start' | 'end'): number {
  let [before, after] = [0, 0];
  for (const [n, { kind, text }] of parts.entries()) {
    const isHere = side === 'start' ? at < before + text.length : at <= before + text.length;
    if (kind !== 'added' && isHere) {
      if (kind === 'same') return after + at - before;
      const instead = parts[side === 'start' ? n - 1 : n + 1];
      const length = instead?.kind === 'added' ? instead.text.length : 0;
      return side === 'start' ? after - length : after + length;
    }
    if (kind !== 'added') before += text.length;
    if (kind !== 'removed') after += text.length;
  }
  return after;
}

function trimmed(text: string, { start, end }: Slice): Slice | undefined {
  const inside = text.slice(start, end);
  const length = inside.trim().length;
  const from = start + inside.length - inside.trimStart().length;
  return length === 0 ? undefined : { start: from, end: from + length };
}
