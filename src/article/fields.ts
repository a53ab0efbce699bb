import { z } from 'zod';
import { inEnglish, message } from '../words/message.ts';

/** The longest text of one article, about 80,000 words. UTF-16 units. */
export const TEXT_MAX = 500_000;

/** The longest headline, byline or publisher. UTF-16 units. */
export const LINE_MAX = 1000;

const URL_MAX = 2000;
const ID_MAX = 80;

/** Stored dates: a day, or a day and time with a zone. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2}))?$/u;

/** A slug: lower-case ASCII letters and digits with single hyphens. */
export const idField = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, inEnglish(message('fault.id')))
  .max(ID_MAX);

/** A headline, byline or publisher: one line of print. */
export const lineField = z.string().trim().min(1).max(LINE_MAX);

export const urlField = z
  .url({ protocol: /^https?$/u, error: inEnglish(message('fault.address')) })
  .max(URL_MAX);

/** ISO 8601: a day, or a time with offset (`+0100` becomes `+01:00`). Rejects days that do not exist, such as 31 February. */
export const dateField = z
  .string()
  .trim()
  .transform((value, context) => {
    const date = storedDate(value);
    if (date !== undefined) return date;
    context.addIssue(inEnglish(message('fault.calendar')));
    return z.NEVER;
  });

/** A BCP 47 tag, normalised: `en_gb` becomes `en-GB`. */
export const languageField = z
  .string()
  .trim()
  .max(35)
  .transform((value, context) => {
    const tag = languageTag(value);
    if (tag !== undefined) return tag;
    context.addIssue(inEnglish(message('fault.language')));
    return z.NEVER;
  });

/** Optional printed details. */
export const detailFields = {
  url: urlField.optional(),
  byline: lineField.optional(),
  publisher: lineField.optional(),
  publishedAt: dateField.optional(),
  language: languageField.optional(),
};

/** THE schema of an article's fields, which front matter, intake, store, options and forms all use. */
export const articleFields = z.strictObject({
  id: idField,
  headline: lineField,
  text: z.string().min(1).max(TEXT_MAX),
  ...detailFields,
});

/** How an article was read: the source of each detail, and sentences about what was left out or could not be read. */
export const readingNotes = z.strictObject({
  origins: z.record(z.string().max(40), z.string().max(100)),
  leftOut: z.union([z.string().max(500), z.record(z.string().max(40), z.int().min(1))]).optional(),
  lost: z.int().min(1).optional(),
  fault: z.string().max(500).optional(),
});
export type ReadingNotes = z.infer<typeof readingNotes>;

/** Marks the details that someone entered, since they were not read from the text. */
export function withSaid(
  draft: Readonly<Partial<DraftFields>>,
  said: readonly string[],
): ReadingNotes | undefined {
  if (draft.reading === undefined) return undefined;
  const isThere = (name: string): boolean => draft[name as keyof DraftFields] !== undefined;
  const read = Object.entries(draft.reading.origins).filter(
    ([name]) => isThere(name) && !said.includes(name),
  );
  const typed = said.filter(isThere).map((name) => [name, 'an editor'] as const);
  return { ...draft.reading, origins: Object.fromEntries([...read, ...typed]) };
}

/** The result of intake: an article's fields, and how they were read. */
export const draftFields = articleFields.extend({ reading: readingNotes.optional() });
export type DraftFields = z.infer<typeof draftFields>;

/** An article before the store assigns a revision. The store may change `id` if it is taken. */
export type ArticleFields = z.infer<typeof articleFields>;

/** Normalises `en_GB`, `EN-gb` to `en-GB`. Undefined for anything but a tag with a language of two or three letters. */
export function languageTag(value: string | null | undefined): string | undefined {
  try {
    const [tag] = value ? Intl.getCanonicalLocales(value.trim().replaceAll('_', '-')) : [];
    return tag !== undefined && /^[a-z]{2,3}(?:-|$)/u.test(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

function storedDate(value: string): string | undefined {
  const [, day, time, zone] = DATE.exec(value) ?? [];
  // `Date` turns 31 February into 3 March, so the day is formatted again and compared.
  const midnight = new Date(`${day}T00:00:00Z`);
  if (day === undefined || Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day)
    return undefined;
  if (time === undefined || zone === undefined) return day;
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const full = `${day}T${time}${offset}`;
  return Number.isNaN(Date.parse(full)) ? undefined : full;
}
