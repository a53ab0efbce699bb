import type { Slice } from '../article.ts';
import { itemStarts } from './list-items.ts';
import { isBoundary } from './boundary.ts';
import { KIND, kindAt, skipSpace } from './characters.ts';
import { endOfClosers, endOfEmoticon, endOfMarks, endOfRule, isAddress } from './marks.ts';

/**
 * Splits a paragraph, `text.slice(from, to)`, into sentences: trimmed, in order, without overlaps, and together everything but white
 * space. Offsets are UTF-16 offsets into `text`. Takes time in proportion to the range.
 */
export function splitSentences(text: string, from = 0, to = text.length): Slice[] {
  return [...sentencesIn(text, from, to)].filter((slice) => slice !== undefined);
}

/** {@link splitSentences} one sentence at a time. Yields undefined regularly in long sentences, so that the caller can pause. */
export function* sentencesIn(text: string, from = 0, to = text.length): Generator<Slice | undefined> {
  for (const slice of sentencesOf(text.slice(from, to)))
    yield slice && { start: slice.start + from, end: slice.end + from };
}

/** UTF-16 units read in one step. */
const AT_ONCE = 8192;

/** Brackets that stay open longer were never meant to close. `:(` opens none. UTF-16 units. */
const LONGEST_ASIDE = 400;

function* sentencesOf(text: string): Generator<Slice | undefined> {
  const sentences: Slice[] = [];
  const items = itemStarts(text);
  const asides = asideFinder(text);
  let item = 0;
  let start = skipSpace(text, 0);
  let wordStart = start;
  let address: boolean | undefined;
  let asideEnd = -1;
  let quotes = 0;
  let rest = AT_ONCE;

  const cut = (end: number, next: number): void => {
    const last = trimmedEnd(text, start, end);
    if (last > start) sentences.push({ start, end: last });
    start = next;
  };

  for (let at = start; at < text.length;) {
    if (sentences.length > 0) yield* sentences.splice(0);
    if (at >= rest) {
      rest = at + AT_ONCE;
      yield undefined;
    }
    while (at >= (items[item] ?? text.length)) {
      // Skipped: what looks like the start of an item closed the sentence before it.
      if (at === items[item]) cut(at, at);
      item++;
    }
    const kind = kindAt(text, at);
    if (kind === KIND.space) {
      wordStart = at + 1;
      address = undefined;
    } else if (kind === KIND.quote) {
      if (text[at] === '"') quotes++;
    } else if (kind === KIND.opener) {
      if (text[at] === '(' && at > start) asideEnd = Math.max(asideEnd, asides(at));
    } else if (kind === KIND.sign && at === wordStart) {
      const ruleEnd = endOfRule(text, at);
      const end = ruleEnd === -1 ? endOfEmoticon(text, at) : ruleEnd;
      if (ruleEnd !== -1) cut(at, at);
      if (end !== -1) cut(end, skipSpace(text, end));
    } else if (kind === KIND.dot || kind === KIND.bang || kind === KIND.stop) {
      const markEnd = endOfMarks(text, at);
      const end = endOfClosers(text, markEnd, quotes);
      const next = skipSpace(text, end);
      const aside = at < asideEnd && end > asideEnd;
      if (next < text.length && end > asideEnd) {
        address ??= isAddress(text, wordStart);
        if (isBoundary({ text, sentence: start, mark: at, markEnd, end, next, aside, address }))
          cut(end, next);
      }
      if (end > markEnd) quotes += text.slice(markEnd, end).split('"').length - 1;
      at = end;
      continue;
    }
    at++;
  }
  cut(text.length, text.length);
  yield* sentences;
}

/** The end of the bracket that opens at an offset; -1 when there is none nearby. Offsets must be ascending. */
function asideFinder(text: string): (at: number) => number {
  let close = -1;
  return (at) => {
    if (close < at) close = text.indexOf(')', at);
    if (close === -1) close = Number.POSITIVE_INFINITY;
    return close - at <= LONGEST_ASIDE ? close : -1;
  };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && kindAt(text, last - 1) === KIND.space) last--;
  return last;
}
