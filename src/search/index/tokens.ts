import type { Document, Slice } from '../../article/article.ts';
import type { Steps } from '../../article/steps.ts';
import { words } from '../../english/words.ts';
import type { Lexicon } from './lexicon.ts';
import { CLASS } from '../../english/word-class.ts';

/**
 * A document's words as numbers: `word * 2 + 1` when it is written with a capital, else `word * 2`. Sentence `i` is
 * `tokens[starts[i]]` up to `tokens[starts[i + 1]]`.
 */
export type DocumentTokens = Readonly<{
  tokens: Int32Array;
  starts: Int32Array;
  /** Words of each sentence that are indexed (no stop words). */
  lengths: Int32Array;
  /** Indexed words of each paragraph's sentences. */
  paragraphLengths: Int32Array;
  /** Indexed words of the article, its headline counted twice. */
  length: number;
  headline: Int32Array;
  /** The different terms of the article and its headline, ascending. */
  terms: Int32Array;
  /** How often each of {@link DocumentTokens.terms} occurs, the headline counted twice. Bytes where these are enough. */
  often: Int32Array | Uint8Array;
}>;

/** The word's number in a token. */
export const wordOf = (token: number): number => token >> 1;
/** Whether the token is written with a capital. */
export const isCapital = (token: number): boolean => (token & 1) === 1;

const CAPITAL = /^\p{Lu}/u;

/** Reads a document's sentences and headline into numbers, in steps of at most some hundred words. */
export function* tokenSteps(
  { article, sentences, paragraphs }: Document,
  lexicon: Lexicon,
): Steps<DocumentTokens> {
  const { text, headline } = article;
  const found: number[] = [];
  const starts = new Int32Array(sentences.length + 1);
  const lengths = new Int32Array(sentences.length);
  const paragraphLengths = new Int32Array(paragraphs.length);
  let total = 0;
  const read = (source: string, from: number, to: number, into: number[]): number => {
    let indexed = 0;
    for (const { start, end, folded } of words(source, from, to)) {
      if (folded === '') continue;
      const word = lexicon.intern(folded);
      into.push(word * 2 + (CAPITAL.test(source.slice(start, end)) ? 1 : 0));
      if (!(lexicon.classOf(word) & CLASS.stop)) indexed += 1;
    }
    return indexed;
  };
  for (const [index, { start, end, paragraph }] of sentences.entries()) {
    starts[index] = found.length;
    let length = 0;
    for (const piece of piecesOf(text, start, end)) {
      length += read(text, piece.start, piece.end, found);
      yield;
    }
    lengths[index] = length;
    paragraphLengths[paragraph] = (paragraphLengths[paragraph] ?? 0) + length;
    total += length;
  }
  starts[sentences.length] = found.length;
  const title: number[] = [];
  total += 2 * read(headline, 0, headline.length, title);
  const counts = new Map<number, number>();
  for (const list of [found, title, title]) {
    for (const [at, token] of list.entries()) {
      const id = lexicon.termOf(wordOf(token));
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (at % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) yield;
    }
  }
  const terms = Int32Array.from(counts.keys()).toSorted();
  yield;
  const often = terms.map((id) => counts.get(id) ?? 0);
  yield;
  return {
    ...packed({ tokens: found, starts, lengths, paragraphLengths, headline: title, terms }, often),
    length: total,
  };
}

type Lists = Readonly<
  Record<'tokens' | 'starts' | 'lengths' | 'paragraphLengths' | 'headline' | 'terms', ArrayLike<number>>
>;

/** Lists of numbers as parts of one buffer: a buffer of its own takes more than most of them hold. */
function packed(lists: Lists, often: Int32Array): Omit<DocumentTokens, 'length'> {
  const bytes = Int32Array.BYTES_PER_ELEMENT;
  const isSmall = often.every((count) => count <= LARGEST_BYTE);
  const numbers = Object.values(lists).reduce((sum, { length }) => sum + length, 0);
  const buffer = new ArrayBuffer(bytes * numbers + (isSmall ? 1 : bytes) * often.length);
  let used = 0;
  const kept = (list: ArrayLike<number>): Int32Array => {
    const part = new Int32Array(buffer, used, list.length);
    part.set(list);
    used += part.byteLength;
    return part;
  };
  const parts = {
    tokens: kept(lists.tokens),
    starts: kept(lists.starts),
    lengths: kept(lists.lengths),
    paragraphLengths: kept(lists.paragraphLengths),
    headline: kept(lists.headline),
    terms: kept(lists.terms),
  };
  const counts = isSmall ? new Uint8Array(buffer, used, often.length) : kept(often);
  if (isSmall) counts.set(often);
  return { ...parts, often: counts };
}

/** So many words are counted in one step. */
const WORDS_AT_ONCE = 4096;
const LARGEST_BYTE = 255;
/** A sentence is read in pieces of about this length. UTF-16 units. */
const PIECE = 4000;

/** Stands in no word; writing without spaces has marks of its own. */
const BETWEEN_WORDS = /[\s、。，．；：！？「」『』（）]/gu;

/** A slice of a text in pieces that end at a gap, so that no word is parted. */
function* piecesOf(text: string, start: number, end: number): Generator<Slice> {
  for (let from = start; from < end;) {
    BETWEEN_WORDS.lastIndex = from + PIECE;
    const gap = end - from > PIECE ? (BETWEEN_WORDS.exec(text)?.index ?? end) : end;
    const to = Math.min(gap, end);
    yield { start: from, end: to };
    from = to;
  }
}

/** How often the article holds a term, the headline counted twice. */
export function oftenIn({ terms, often }: DocumentTokens, id: number): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return terms[low] === id ? (often[low] ?? 0) : 0;
}
