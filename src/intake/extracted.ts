import { z } from 'zod';

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

/**
 * The longest text of one article, about 80,000 words. UTF-16 units. Indexing one this long takes about a tenth of a second,
 * in which nobody is answered (F16).
 */
export const MAX_TEXT = 500_000;

/** The longest headline, byline or publisher. UTF-16 units. */
export const MAX_FIELD = 1000;

const field = z.string().trim().min(1).max(MAX_FIELD);

/** Everything that outside bytes say about an article. Dates and tags have the forms of `Article`. */
export const extractedSchema = z.strictObject({
  /** The id to ask the store for: front matter's, else the name of a text file, else made from the headline. */
  id: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
  headline: field,
  text: z.string().min(1).max(MAX_TEXT),
  url: z
    .url({ protocol: /^https?$/u })
    .max(2000)
    .optional(),
  byline: field.optional(),
  publisher: field.optional(),
  publishedAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?$/u)
    .optional(),
  language: z.string().max(35).optional(),
});

/** What intake read from a file or page: an `Article` before the store gives it its id and revision. */
export type Extracted = z.infer<typeof extractedSchema>;

/** What a reader of one form found, before it is cleaned and checked; empty or too long fields are left out. */
export type Reading = Readonly<
  { text: string } & { [K in Exclude<keyof Extracted, 'text'>]?: string | undefined }
>;
