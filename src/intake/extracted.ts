import type { ArticleFields, ReadingNotes } from '../article/fields.ts';

/** What is known about bytes before they are read: the given file name, the stated type, where they came from. */
export type Hint = Readonly<{
  /** Given file name; display text, never a path that is opened. */
  name?: string;
  /** MIME type as stated by the sender, parameters included. */
  contentType?: string;
  /** The final URL the bytes were fetched from. */
  url?: string;
}>;

/** The largest file, page or feed that is read, decoded. Bytes (T10). */
export const MAX_BYTES = 10_000_000;

/** What is known of an article beside its text. */
export type ReadDetails = Partial<
  Readonly<Record<'headline' | 'byline' | 'publisher' | 'publishedAt' | 'language' | 'url', string>>
>;

/** What a reader of one form found, before it is cleaned and checked; empty or too long fields are left out. */
export type Reading = Readonly<
  { text: string; reading?: ReadingNotes } & {
    [K in Exclude<keyof ArticleFields, 'text'>]?: string | undefined;
  }
>;
