import type { Article, Document, Sentence, Slice } from '../article/article.ts';

/** The part of a sentence that answers, as offsets into the article's text, and its role where one is told. */
export type Span = Slice & Readonly<{ text: string; role?: string }>;

/** What speaks for a sentence: the reader's margin and the cosine of vectors, where there were any, and its score by words. */
export type Evidence = Readonly<{ margin?: number; similarity?: number; words: number }>;

/** A quoted sentence with its score (unbounded, comparable within one answer only) and answering spans. */
export type Passage = Readonly<{
  document: Document;
  sentence: Sentence;
  quote: string;
  score: number;
  spans: readonly Span[];
  /** Absent where no question was put. */
  evidence?: Evidence;
}>;

/** How far the first quote can be trusted to answer. */
export type Verdict = 'found' | 'unsure' | 'nothing';

/** What was found, what was searched, and which words were not found. */
export type Answer = Readonly<{
  verdict: Verdict;
  /** 0 to 1: how likely it is that the first quote answers. */
  confidence: number;
  /** Why the first passage is not called `found`, for logs and `--json`; present only where something speaks against it. */
  against?: string;
  /** Best first, at most 10; empty for `nothing`. */
  passages: readonly Passage[];
  /** For `nothing`: the passages that came nearest, which are not an answer. */
  nearest: readonly Passage[];
  /**
   * Sentences that match the question and the articles they are in, shown or not; `more` when there may be others, since
   * only the likeliest are ranked.
   */
  matching: Readonly<{ sentences: number; articles: number; more: boolean }>;
  searched: Readonly<{ articles: number; sentences: number }>;
  /** Whether the reader had a part in it, or words alone. */
  byReader: boolean;
  /** Question words, as written, that no searched article holds. */
  unknown: readonly string[];
  /** Words read as another: `[as written, read as]`. */
  readAs: readonly (readonly [string, string])[];
}>;

/** A passage of one sentence without spans. */
export function passageOf(document: Document, sentence: Sentence, score = 0): Passage {
  const quote = document.article.text.slice(sentence.start, sentence.end);
  return { document, sentence, quote, score, spans: [] };
}

/** A slice of a sentence as a span; `from` and `to` count within the quote. */
export function spanOf(passage: Passage, from: number, to: number, role?: string): Span {
  const start = passage.sentence.start + from;
  const text = passage.quote.slice(from, to);
  return { start, end: start + text.length, text, ...(role === undefined ? {} : { role }) };
}

/** The receipt of a sentence, such as `sensetime-alibaba-round.r1.s5`. */
export function receiptOf(article: Article, sentence: Pick<Sentence, 'n'>): string {
  return `${article.id}.r${article.revision}.s${sentence.n}`;
}
