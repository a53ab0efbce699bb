import type { Article, Document, Sentence, Slice } from '../article/article.ts';

/** The part of a sentence that answers, as offsets into the article's text, and its role if one is stated. */
export type Span = Slice & Readonly<{ text: string; role?: string }>;

/** The scores of a sentence: the reader's margin and the cosine of vectors, if available, and the score by words. */
export type Evidence = Readonly<{ margin?: number; similarity?: number; words: number }>;

/** A quoted sentence with its score (unbounded, comparable within one answer only) and answering spans. */
export type Passage = Readonly<{
  document: Document;
  sentence: Sentence;
  quote: string;
  score: number;
  spans: readonly Span[];
  /** Absent when there was no question. */
  evidence?: Evidence;
}>;

/** How far the first quote can be trusted as an answer. */
export type Verdict = 'found' | 'unsure' | 'nothing';

/** The result of a question: what was found, what was searched, and which words were not found. */
export type Answer = Readonly<{
  verdict: Verdict;
  /** The estimated probability, 0 to 1, that the first quote answers. */
  confidence: number;
  /** Why the first passage is not `found`, for logs and `--json`; absent when nothing speaks against it. */
  against?: string;
  /** Best first, at most 10; empty for `nothing`. */
  passages: readonly Passage[];
  /** For `nothing`: the closest passages, which are not an answer. */
  nearest: readonly Passage[];
  /**
   * Number of sentences that match the question, shown or not, and of their articles. With `more` there may be others, since only the
   * likeliest are ranked.
   */
  matching: Readonly<{ sentences: number; articles: number; more: boolean }>;
  searched: Readonly<{ articles: number; sentences: number }>;
  /** Whether the reader took part, or words alone decided. */
  byReader: boolean;
  /** Words of the question, as written, that no searched article contains. */
  unknown: readonly string[];
  /** Corrected words: `[as written, read as]`. */
  readAs: readonly (readonly [string, string])[];
}>;

/** A passage of one sentence without spans. */
export function passageOf(document: Document, sentence: Sentence, score = 0): Passage {
  const quote = document.article.text.slice(sentence.start, sentence.end);
  return { document, sentence, quote, score, spans: [] };
}

/** A slice of a quote as a span; `from` and `to` are offsets into the quote. */
export function spanOf(passage: Passage, from: number, to: number, role?: string): Span {
  const start = passage.sentence.start + from;
  const text = passage.quote.slice(from, to);
  return { start, end: start + text.length, text, ...(role === undefined ? {} : { role }) };
}

/** The receipt of a sentence, such as `sensetime-alibaba-round.r1.s5`. */
export function receiptOf(article: Article, sentence: Pick<Sentence, 'n'>): string {
  return `${article.id}.r${article.revision}.s${sentence.n}`;
}
