import { createHash } from 'node:crypto';

/** A published text. `text` is stored exactly as submitted, and every quote is a slice of it. */
export type Article = Readonly<{
  /** Slug, unique in its archive, such as `sensetime-alibaba-round`. */
  id: string;
  headline: string;
  text: string;
  /** Starts at 1; each correction increments it. */
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
 * A block of an article's text. `furniture` is what a page has around an article (credits, comment forms, cookie notices): it stays in
 * the text but is never indexed or quoted.
 */
export type Paragraph = Slice & Readonly<{ kind: 'headline' | 'heading' | 'paragraph' | 'furniture' }>;

/** What an archive knows about an article besides its printed details. */
export type Provenance = Readonly<{
  /** Who added it: a user's snowflake, `feed:ID` or `terminal`. */
  addedBy: string;
  /** The host it was fetched from; absent for files and pasted text. */
  host?: string;
  /** When the headline or the text was last corrected, ISO 8601 UTC; absent if it never was. */
  correctedAt?: string;
}>;

/** An article with its structure, as it is indexed and quoted. Only `heading` and `paragraph` have sentences. */
export type Document = Readonly<{
  article: Article;
  /** Absent for house articles. */
  provenance?: Provenance;
  paragraphs: readonly Paragraph[];
  /** In the order of the text; `sentences[i].n === i + 1`. */
  sentences: readonly Sentence[];
}>;

/** Lower-case hex SHA-256 of a text as UTF-8, which is stored with each revision. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The short key of an article's id. Among a million articles, two share a key with a probability of about one half. */
export const articleKey = (articleId: string): string => sha256Of(articleId).slice(0, 10);
