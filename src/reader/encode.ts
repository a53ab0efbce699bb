import type { Window, WindowSentence } from './reader.ts';
import type { Tokenize, WordPiece } from './wordpiece.ts';

/** The part of a sentence that fits into a window's input: its pieces, with offsets into the sentence's text, from token `first` on. */
export type EncodedSentence = Readonly<{
  sentence: WindowSentence;
  first: number;
  pieces: readonly WordPiece[];
}>;

/** A question and a window as the network's input: `[CLS] question [SEP] front : sentences [SEP]`. */
export type EncodedWindow = Readonly<{
  ids: readonly number[];
  /** Index of the first token of the second segment. */
  second: number;
  sentences: readonly EncodedSentence[];
}>;

/** Longer questions and fronts are cut. Tokens. */
const MOST_ASKED = 48;
const MOST_FRONT = 48;
/** Longest input; only sentences of more than about 150 words are cut by it. Tokens. */
const MOST_TOKENS = 256;

/** Vocabulary ids of the marks around segments. */
export type Marks = Readonly<{ cls: number; sep: number }>;

/** Encodes a question with a window. Sentences that do not fit are left out. */
export function encodeWindow(
  tokenize: Tokenize,
  { cls, sep }: Marks,
  question: string,
  { front, sentences }: Window,
): EncodedWindow {
  const ids = [cls, ...idsOf(tokenize(question)).slice(0, MOST_ASKED), sep];
  const second = ids.length;
  if (front !== '') ids.push(...idsOf(tokenize(front)).slice(0, MOST_FRONT), ...idsOf(tokenize(':')));
  const read: EncodedSentence[] = [];
  for (const sentence of sentences) {
    const pieces = tokenize(sentence.text).slice(0, Math.max(0, MOST_TOKENS - 1 - ids.length));
    if (pieces.length === 0) continue;
    read.push({ sentence, first: ids.length, pieces });
    ids.push(...idsOf(pieces));
  }
  ids.push(sep);
  return { ids, second, sentences: read };
}

/** Encodes a text alone, for the sentence encoder: `[CLS] text [SEP]`. */
export function encodeText(tokenize: Tokenize, { cls, sep }: Marks, text: string): number[] {
  return [cls, ...idsOf(tokenize(text)).slice(0, MOST_TOKENS - 2), sep];
}

const idsOf = (pieces: readonly WordPiece[]): number[] => pieces.map(({ id }) => id);
