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
  /** How often each of {@link DocumentTokens.terms} occurs, the headline counted twice. */
  often: Int32Array;
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
    for (const token of list) {
      const id = lexicon.termOf(wordOf(token));
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const terms = Int32Array.from(counts.keys()).toSorted();
  return {
    tokens: Int32Array.from(found),
    starts,
    lengths,
    paragraphLengths,
    length: total,
    headline: Int32Array.from(title),
    terms,
    often: terms.map((id) => counts.get(id) ?? 0),
  };
}

/** A sentence is read in pieces of about this length. UTF-16 units. */
const PIECE = 4000;

/** A slice of a text in pieces that end at a space, so that no word is parted. */
function* piecesOf(text: string, start: number, end: number): Generator<Slice> {
  for (let from = start; from < end;) {
    const space = end - from > PIECE ? text.indexOf(' ', from + PIECE) : -1;
    const to = space === -1 || space > end ? end : space;
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
