import { open } from 'node:fs/promises';
import { z } from 'zod';
import { articleFields, idField, type ArticleFields } from '../article/fields.ts';
import type { Visibility } from '../store/articles/stored.ts';
import { slugOf } from './extract.ts';

/** A line of a file of articles. `id` defaults to a slug of the headline; the other fields are as in front matter. */
const lineSchema = articleFields.extend({
  id: idField.optional(),
  /** Ids of the channels where the article may be quoted. */
  channels: z
    .array(z.string().regex(/^\d{1,20}$/u, 'must be ids of channels'))
    .min(1)
    .max(100)
    .optional(),
  /** Until then only editors see the article. */
  embargoUntil: z.iso.datetime({ offset: true }).optional(),
});

/** A line of a file, and where the next one begins. */
export type JsonLine = Readonly<{
  /** Counts from 1. */
  n: number;
  /** Undefined if the line is too long to be an article. */
  text: string | undefined;
  /** Offset of the next line in the file. Bytes. */
  next: number;
}>;

/** The article of a line, or a sentence that says why it has none. */
export type LineArticle =
  | Readonly<{ fields: ArticleFields; visibility: Visibility }>
  | Readonly<{ refused: string; headline?: string }>;

/** Length of the longest text of an article if each character is escaped as `\uXXXX`, plus the other fields. Bytes. */
const LONGEST_LINE = 4_000_000;
const CHUNK = 1 << 18;
const LINE_END = 10;

/**
 * Reads the lines of a file from the offset of a line, skipping empty ones. Memory does not grow with the file. Rejects
 * with the file system's error.
 */
export async function* jsonLinesOf(
  file: string,
  from: number,
  firstNumber: number,
): AsyncGenerator<JsonLine> {
  const handle = await open(file);
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let begun: Buffer[] = [];
    let length = 0;
    let n = firstNumber;
    let position = from;
    const take = (next: number): JsonLine | undefined => {
      const line = Buffer.concat(begun).toString('utf8');
      const tooLong = length > LONGEST_LINE;
      begun = [];
      length = 0;
      const number = n;
      n += 1;
      if (!tooLong && line.trim() === '') return undefined;
      return { n: number, text: tooLong ? undefined : line, next };
    };
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, position);
      if (bytesRead === 0) break;
      for (let at = 0; at < bytesRead;) {
        const found = chunk.subarray(0, bytesRead).indexOf(LINE_END, at);
        const end = found < 0 ? bytesRead : found;
        length += end - at;
        if (length <= LONGEST_LINE) begun.push(Buffer.from(chunk.subarray(at, end)));
        else begun = [];
        at = end + 1;
        const line = found < 0 ? undefined : take(position + at);
        if (line) yield line;
      }
      position += bytesRead;
    }
    const last = take(position);
    if (last) yield last;
  } finally {
    await handle.close();
  }
}

/** Reads the article of a line; the fields in `known` override those of the line. */
export function articleOfLine({ text }: JsonLine, known: Partial<ArticleFields>): LineArticle {
  if (text === undefined)
    return { refused: 'The line is longer than any article may be: split the article.' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: 'The line is not JSON: write one object a line.' };
  }
  const headline = headlineIn(value);
  const named = headline === undefined ? {} : { headline };
  const parsed = lineSchema.safeParse(typeof value === 'object' && value ? { ...value, ...known } : value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${path.join('.')}: ${message}`,
    );
    return { refused: `The article cannot be used (${faults.join('; ')}).`, ...named };
  }
  const { channels, embargoUntil, id, ...fields } = parsed.data;
  if (fields.text.trim() === '') return { refused: 'The article has no text.', ...named };
  return {
    fields: { ...fields, id: id ?? slugOf(fields.headline) },
    visibility: {
      ...(channels && { channels }),
      ...(embargoUntil !== undefined && { embargoUntil }),
    },
  };
}

function headlineIn(value: unknown): string | undefined {
  const headline = typeof value === 'object' && value && 'headline' in value ? value.headline : undefined;
  return typeof headline === 'string' ? headline.slice(0, 200) : undefined;
}
