import { createHash } from 'node:crypto';

/** One published text. `text` is kept exactly as it was handed in; every quote is a slice of it. */
export type Article = Readonly<{
  /** Slug, unique in its archive, e.g. `sensetime-alibaba-round`. */
  id: string;
  headline: string;
  text: string;
  /** Counts from 1; a correction makes the next one. */
  revision: number;
  /** Lower-case hex SHA-256 of `text` as UTF-8. */
  sha256: string;
  url?: string;
  byline?: string;
  publisher?: string;
  /** ISO 8601, either a date (`2017-10-23`) or a date with time and offset. */
  publishedAt?: string;
  /** BCP 47 tag such as `en`. */
  language?: string;
}>;

/** A part of an article's text: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export type Slice = Readonly<{ start: number; end: number }>;

/** The `n`-th sentence (from 1) of a revision; its quote **is** `text.slice(start, end)`. */
export type Sentence = Slice &
  Readonly<{
    articleId: string;
    revision: number;
    n: number;
    /** Index (from 0) into the document's paragraphs. */
    paragraph: number;
  }>;

/**
 * A block of an article's text. `furniture` is what a page carries around the article (credits, comment
 * forms, cookie notices): kept in the text, never indexed, never quoted.
 */
export type Paragraph = Slice & Readonly<{ kind: 'headline' | 'heading' | 'paragraph' | 'furniture' }>;

/** What an archive knows of an article besides what is printed. */
export type Provenance = Readonly<{
  /** Who added it: a user's snowflake, `feed:ID` or `terminal`. */
  addedBy: string;
  /** The host it was fetched from; absent for files and pasted text. */
  host?: string;
  /** When this revision replaced the one before, ISO 8601 UTC; absent for the first. */
  correctedAt?: string;
}>;

/** An article with its structure: what is indexed and quoted. Only `heading` and `paragraph` hold sentences. */
export type Document = Readonly<{
  article: Article;
  /** Absent for house articles. */
  provenance?: Provenance;
  paragraphs: readonly Paragraph[];
  /** In the order of the text; `sentences[i].n === i + 1`. */
  sentences: readonly Sentence[];
}>;

/** Lower-case hex SHA-256 of a text's UTF-8 form, the fingerprint stored with each revision. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The short key of an article's id; two of a million articles share one with a probability of about one in two. */
export const articleKey = (articleId: string): string => sha256Of(articleId).slice(0, 10);
