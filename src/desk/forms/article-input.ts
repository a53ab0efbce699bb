import type { APIApplicationCommandBasicOption } from 'discord.js';
import { z } from 'zod';
import type { Article } from '../../article/article.ts';
import { dateField, languageField, lineField, urlField } from '../../article/fields.ts';
import { isoDate } from '../../article/dates.ts';
import type { Fields, TextSource } from '../editor-tools.ts';
import { attachedFile, OPTION, READ_TYPES, typedText } from '../options.ts';
import { firstFault } from '../../words/fault.ts';
import { inEnglish, listedNotices, message, type Notice } from '../../words/message.ts';

/** Typed for a detail, it removes the detail. */
export const NOTHING = '-';

/** A field, or the mark that removes it. */
function orNothing<Out extends string>(field: z.ZodType<Out, string>): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .transform((typed, context) => {
      if (typed === NOTHING) return typed;
      const read = field.safeParse(typed);
      if (read.success) return read.data;
      context.addIssue({ code: 'custom', message: inEnglish(firstFault(read.error)) });
      return z.NEVER;
    });
}

/** An article's details as command options. Each overrides what the text or page says. */
export const articleInput = {
  file: attachedFile.optional(),
  url: urlField.optional(),
  headline: lineField.optional(),
  byline: z
    .string()
    .transform((typed) => typed.replace(/^\s*[Bb]y\s+(?=\p{Lu})/u, ''))
    .pipe(lineField)
    .optional(),
  publisher: lineField.optional(),
  date: orNothing(
    z
      .string()
      .transform((typed) => isoDate(typed) ?? typed)
      .pipe(dateField),
  ).optional(),
  language: orNothing(languageField).optional(),
};

/** A command's source and details of an article. */
export type ArticleInput = z.output<z.ZodObject<typeof articleInput>>;

const text = (name: string, description: string): APIApplicationCommandBasicOption => ({
  type: OPTION.string,
  name,
  description,
});

export const articleOptions: APIApplicationCommandBasicOption[] = [
  {
    type: OPTION.attachment,
    name: 'file',
    description: 'The text as TXT, Markdown, HTML, DOCX or PDF, up to 10 MB',
    file_types: READ_TYPES,
  },
  text('url', 'The page to read; together with a file, the address of the article'),
  text('headline', 'When left out, what the text says'),
  text('byline', 'Who wrote it; “-” takes it away'),
  text('publisher', 'Where it was published; “-” takes it away'),
  text('date', 'When it was published, e.g. 2017-10-23; “-” takes it away'),
  text('language', 'A tag such as en; “-” takes it away'),
];

/** The source of the text; undefined when neither a file nor a page was given. */
export function sourceOfInput({ file, url }: Pick<ArticleInput, 'file' | 'url'>): TextSource | undefined {
  if (file) return { from: 'file', name: file.name, url: file.url, type: file.type };
  return url === undefined ? undefined : { from: 'page', url };
}

/** The details given with the options. The URL is left out for a page, which knows its own URL better. */
export function fieldsOfInput({
  file,
  url,
  headline,
  byline,
  publisher,
  date,
  language,
}: ArticleInput): Fields {
  return { headline, ...fieldsOfDetails({ byline, publisher, date, language }), ...(file && { url }) };
}

/** The details of a form as fields; absent details become `missing`. */
export function fieldsOfDetails(details: Details, missing?: null): Omit<Fields, 'headline'> {
  const { byline, publisher, date, url, language } = details;
  const field = (typed: string | undefined): string | null | undefined =>
    typed === NOTHING ? null : (typed ?? missing);
  return {
    byline: field(byline),
    publisher: field(publisher),
    publishedAt: field(date),
    url: field(url),
    language: field(language),
  };
}

const detailsSchema = z.strictObject({
  byline: articleInput.byline,
  publisher: articleInput.publisher,
  date: articleInput.date,
  url: articleInput.url,
  language: articleInput.language,
  channels: typedText.optional(),
  embargo: typedText.optional(),
});

/** Details that a form has room for besides headline and text, by the names at the start of its lines. */
export type Details = z.output<typeof detailsSchema>;

/** An article's details, as initial values of a form to correct it. */
export const detailsOf = ({
  byline,
  publisher,
  publishedAt: date,
  url,
  language,
}: Partial<Article>): Details => ({ byline, publisher, date, url, language });

/** Details as lines, `name: value`. Removing a line from the form to correct an article removes the detail. */
export function writeDetails(details: Details): string {
  return Object.keys(detailsSchema.shape)
    .flatMap((name) => {
      const value = details[name as keyof Details];
      return value === undefined ? [] : [`${name}: ${value}`];
    })
    .join('\n');
}

/** Details that were read, or what is wrong with them. */
type ReadDetails = Readonly<{ details: Details }> | Readonly<{ fault: Notice }>;

/** Parses what {@link writeDetails} wrote and an editor changed. */
export function readDetails(typed: string): ReadDetails {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const pairs = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, Math.max(0, colon)).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return checkedDetails(Object.fromEntries(pairs));
}

/** Checks typed details by name. Empty ones count as absent. */
export function checkedDetails(typed: Readonly<Record<string, string>>): ReadDetails {
  const given = Object.entries(typed).filter(([, value]) => value.trim() !== '');
  const read = detailsSchema.safeParse(Object.fromEntries(given));
  if (read.success) return { details: read.data };
  const names = listedNotices(Object.keys(detailsSchema.shape));
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  return {
    fault:
      where === ''
        ? message('form.lines-only', { names })
        : message('form.detail-fault', { name: where, fault: firstFault(read.error) }),
  };
}
