import type { ArticleFields, ReadingNotes } from '../article/fields.ts';

/** What the sender states about a file: its name, its type, and where it came from. */
export type Hint = Readonly<{
  /** The stated file name; only displayed, never opened as a path. */
  name?: string;
  /** MIME type as stated by the sender, parameters included. */
  contentType?: string;
  /** The final URL the bytes were fetched from. */
  url?: string;
}>;

/** Size limit of a decoded file, page or feed. Bytes (T10). */
export const MAX_BYTES = 10_000_000;

/** Details of an article beside its text. */
export type ReadDetails = Partial<
  Readonly<Record<'headline' | 'byline' | 'publisher' | 'publishedAt' | 'language' | 'url', string>>
>;

/** What the reader of a format found, before cleaning, which drops fields that are empty or too long. */
export type Reading = Readonly<
  { text: string; reading?: ReadingNotes } & {
    [K in Exclude<keyof ArticleFields, 'text'>]?: string | undefined;
  }
>;
