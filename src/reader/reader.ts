import type { Slice } from '../article/article.ts';

/** A sentence as a window holds it: its number and offsets in the article, and its words. */
export type WindowSentence = Slice & Readonly<{ n: number; text: string }>;

/**
 * Neighbouring whole sentences of one article that the reader reads at once. `start` and `end` are UTF-16 offsets into the
 * article's text; headings and captions between the sentences are skipped. `front` is what is read before them: the
 * headline.
 */
export type Window = Slice &
  Readonly<{ articleId: string; front: string; sentences: readonly WindowSentence[] }>;

/** A part of a sentence with its margin: how much better it answers than "no answer here" (a difference of logits). */
export type ScoredSpan = Slice & Readonly<{ margin: number }>;

/** What the reader makes of one sentence in one window. Offsets are UTF-16 offsets into the article's text. */
export type SentenceReading = Readonly<{
  n: number;
  /** The margin of the best span; above 0 the reader prefers it to "no answer here". */
  margin: number;
  /** The best spans, best first, at most {@link SPANS_KEPT}; each consists of whole tokens. */
  spans: readonly ScoredSpan[];
}>;

/** What the reader makes of a window: its sentences in their order. One that is too long to be read is left out. */
export type WindowReading = Readonly<{ sentences: readonly SentenceReading[] }>;

/** How many spans of a sentence are kept: its best ones, and the best of those that share no word with them. */
export const SPANS_KEPT = 8;

/** Numbers in a vector. */
export const VECTOR_LENGTH = 384;

/** The length of a vector: the cosine of two is their dot product divided by the square of this. */
export const VECTOR_SCALE = 256;

/** What a text is to the sentence encoder; questions go first, sentences are encoded when nothing else waits. */
export type TextRole = 'question' | 'sentence';

/**
 * Whether the reader reads. `reason` is a whole sentence for people, present unless it is ready. `overloaded`: it reads, but
 * has just left a question to words alone because too many waited.
 */
export type ReaderStatus =
  | Readonly<{ state: 'ready' }>
  | Readonly<{ state: 'loading' | 'overloaded' | 'off'; reason: string }>;

/**
 * The small neural reader and the sentence encoder. Both step aside instead of failing: `undefined` means that the answer
 * is to be found with words alone. Nothing here throws or rejects.
 */
export type Reader = Readonly<{
  /**
   * Reads windows with a question. Readings come in the order of the windows. `deadline` is a time of `performance.now()`;
   * what could not begin before it is `undefined`.
   */
  read(
    question: string,
    windows: readonly Window[],
    options?: Readonly<{ deadline?: number }>,
  ): Promise<readonly WindowReading[] | undefined>;
  /**
   * Vectors of texts, in their order: {@link VECTOR_LENGTH} whole numbers from -127 to 127, all about
   * {@link VECTOR_SCALE} long. A sentence goes in as `vectorText` makes it.
   */
  embed(texts: readonly string[], role: TextRole): Promise<readonly Int8Array[] | undefined>;
  status(): ReaderStatus;
  /** Resolves when it is known whether the reader reads; waits for the weights to be loaded. */
  opened: Promise<void>;
  /** Tells the encoder's vectors from those of any other, which cannot be compared with them. */
  vectorModel: string;
  close(): Promise<void>;
}>;

/** A reader that always steps aside, with the reason. */
export const noReader = (reason: string): Reader => ({
  read: () => Promise.resolve(undefined),
  embed: () => Promise.resolve(undefined),
  status: () => ({ state: 'off', reason }),
  opened: Promise.resolve(),
  vectorModel: '',
  close: () => Promise.resolve(),
});
