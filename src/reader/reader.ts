import type { Slice } from '../article/article.ts';
import { type CatalogueMessage, message } from '../words/message.ts';

/** A sentence in a window: its number and offsets in the article, and its text. */
export type WindowSentence = Slice & Readonly<{ n: number; text: string }>;

/**
 * Neighbouring whole sentences of one article that the reader reads together. `start` and `end` are UTF-16 offsets into the article's
 * text; headings and captions in between are skipped. `front` precedes them in the input: the headline.
 */
export type Window = Slice &
  Readonly<{ articleId: string; front: string; sentences: readonly WindowSentence[] }>;

/** A part of a sentence with its margin over "no answer here", in logits. */
export type ScoredSpan = Slice & Readonly<{ margin: number }>;

/** The reader's result for one sentence in one window. Offsets are UTF-16 offsets into the article's text. */
export type SentenceReading = Readonly<{
  n: number;
  /** The margin of the best span; above 0 the reader prefers it to "no answer here". */
  margin: number;
  /** The best spans, best first, at most {@link SPANS_KEPT}; each consists of whole tokens. */
  spans: readonly ScoredSpan[];
}>;

/** The reader's results for a window's sentences, in order, without those that were too long to read. */
export type WindowReading = Readonly<{ sentences: readonly SentenceReading[] }>;

/** Number of spans kept per sentence: its best ones, and the best that share no word with these. */
export const SPANS_KEPT = 8;

/** Numbers in a vector. */
export const VECTOR_LENGTH = 384;

/** Length of a vector. The cosine of two is their dot product divided by the square of this. */
export const VECTOR_SCALE = 256;

/** The role of a text for the sentence encoder. Questions go first; sentences are encoded when nothing else waits. */
export type TextRole = 'question' | 'sentence';

/**
 * The state of the reader. `reason` is for people, present unless it is ready. `overloaded`: it runs, but recently left a
 * question to words alone because too many waited.
 */
export type ReaderStatus =
  | Readonly<{ state: 'ready' }>
  | Readonly<{ state: 'loading' | 'overloaded' | 'off'; reason: CatalogueMessage }>;

/** How windows are read. */
export type ReadOptions = Readonly<{
  /** Called when reading begins, and not for a question that is refused or waits too long. */
  onBegun?: () => void;
  /** `again` for a question that was read before, which leaves less time. Default: first. */
  turn?: 'first' | 'again';
}>;

/**
 * The neural reader and the sentence encoder. They return undefined instead of failing, which means that words alone must answer.
 * Nothing here throws or rejects.
 */
export type Reader = Readonly<{
  /** Reads windows for a question. Results are in the order of the windows. */
  read(
    question: string,
    windows: readonly Window[],
    options?: ReadOptions,
  ): Promise<readonly WindowReading[] | undefined>;
  /**
   * Vectors of texts, in order: {@link VECTOR_LENGTH} integers from -127 to 127, with a length of about {@link VECTOR_SCALE}. Pass
   * sentences in the form of `vectorText`.
   */
  embed(texts: readonly string[], role: TextRole): Promise<readonly Int8Array[] | undefined>;
  /** Leaves questions to words for a second, because more is asked than can be answered. */
  stepAside(): void;
  status(): ReaderStatus;
  /** Resolves when the weights are loaded, or the reader is known to be off. */
  opened: Promise<void>;
  /** Identifies the encoder. Vectors of different encoders cannot be compared. */
  vectorModel: string;
  close(): Promise<void>;
}>;

/** A reader that is always off, with the reason. */
export const noReader = (reason: CatalogueMessage = message('reader.switched-off')): Reader => ({
  read: () => Promise.resolve(undefined),
  embed: () => Promise.resolve(undefined),
  stepAside: () => undefined,
  status: () => ({ state: 'off', reason }),
  opened: Promise.resolve(),
  vectorModel: '',
  close: () => Promise.resolve(),
});
