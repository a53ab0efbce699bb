import type { Window, WindowSentence } from './reader.ts';
import type { Tokenize, WordPiece } from './wordpiece.ts';

/** What of a window was read of one sentence: its pieces (offsets within the sentence's own text) from token `first` on. */
export type EncodedSentence = Readonly<{
  sentence: WindowSentence;
  first: number;
  pieces: readonly WordPiece[];
}>;

/** A question and a window as the network takes them: `[CLS] question [SEP] front : sentences [SEP]`. */
export type EncodedWindow = Readonly<{
  ids: readonly number[];
  /** Tokens from here on are of the second segment. */
  second: number;
  sentences: readonly EncodedSentence[];
}>;

/** Tokens of a question or a front that are read; longer ones are cut. */
const MOST_ASKED = 48;
const MOST_FRONT = 48;
/** Tokens of a whole input; only a sentence of more than about 150 words is cut by it. */
const MOST_TOKENS = 256;

/** Ids of the marks around the segments, by the vocabulary. */
export type Marks = Readonly<{ cls: number; sep: number }>;

/** Puts a question and a window together. Sentences that no token is left for are left out. */
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

/** A text alone, for the sentence encoder: `[CLS] text [SEP]`. */
export function encodeText(tokenize: Tokenize, { cls, sep }: Marks, text: string): number[] {
  return [cls, ...idsOf(tokenize(text)).slice(0, MOST_TOKENS - 2), sep];
}

const idsOf = (pieces: readonly WordPiece[]): number[] => pieces.map(({ id }) => id);
