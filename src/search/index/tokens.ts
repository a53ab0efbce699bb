import type { Document, Slice } from '../../article/article.ts';
import type { Steps } from '../../article/steps.ts';
import { words } from '../../english/words.ts';
import type { Lexicon } from './lexicon.ts';
import { CLASS } from '../../english/word-class.ts';
import { mapValue } from '../../article/item-at.ts';
import { valueAt } from './room.ts';

/**
 * A document's words as numbers: `word * 2 + 1` when capitalised, else `word * 2`. The tokens of sentence `i` are `tokens[starts[i]]` up
 * to, but not including, `tokens[starts[i + 1]]`.
 */
export type DocumentTokens = Readonly<{
  tokens: Int32Array;
  starts: Int32Array;
  /** Number of indexed words of each sentence (without stop words). */
  lengths: Int32Array;
  /** Number of indexed words of each paragraph. */
  paragraphLengths: Int32Array;
  /** Number of indexed words of the article; the headline counts twice. */
  length: number;
  headline: Int32Array;
  /** The distinct terms of the article and its headline, ascending. */
  terms: Int32Array;
  /** Frequency of each of {@link DocumentTokens.terms}; the headline counts twice. Bytes where these are enough. */
  often: Int32Array | Uint8Array;
}>;

/** The word number of a token. */
export const wordOf = (token: number): number => token >> 1;
/** The word number of the token at an index that is in range. Not checked, since it runs in hot loops. */
export const wordIn = (tokens: Int32Array, index: number): number => wordOf(tokens[index] as number);

/** Whether the word is capitalised. */
export const isCapital = (token: number): boolean => (token & 1) === 1;

const CAPITAL = /^\p{Lu}/u;

/** Numbers the words of a document's sentences and headline, in steps of at most some hundred words. */
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
    paragraphLengths[paragraph] = valueAt(paragraphLengths, paragraph) + length;
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
  const often = terms.map((id) => mapValue(counts, id));
  yield;
  return {
    ...packed({ tokens: found, starts, lengths, paragraphLengths, headline: title, terms }, often),
    length: total,
  };
}

type Lists = Readonly<
  Record<'tokens' | 'starts' | 'lengths' | 'paragraphLengths' | 'headline' | 'terms', ArrayLike<number>>
>;

/** Makes all lists parts of one buffer, because a buffer takes more memory than most lists. */
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

/** Words counted in one step. */
const WORDS_AT_ONCE = 4096;
const LARGEST_BYTE = 255;
/** Long sentences are split into pieces of about this length. UTF-16 units. */
const PIECE = 4000;

/** Characters that are never part of a word, including the punctuation of scripts without spaces. */
const BETWEEN_WORDS = /[\s、。，．；：！？「」『』（）]/gu;

/** Splits a slice of a text at such characters, so that no word is divided. */
function* piecesOf(text: string, start: number, end: number): Generator<Slice> {
  for (let from = start; from < end;) {
    BETWEEN_WORDS.lastIndex = from + PIECE;
    const gap = end - from > PIECE ? (BETWEEN_WORDS.exec(text)?.index ?? end) : end;
    const to = Math.min(gap, end);
    yield { start: from, end: to };
    from = to;
  }
}

/** The frequency of a term in the article; the headline counts twice. */
export function oftenIn({ terms, often }: DocumentTokens, id: number): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return terms[low] === id ? (often[low] as number) : 0;
}
