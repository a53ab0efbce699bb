import type { File } from '../reply/reply.ts';

/**
 * A table as a CSV file (RFC 4180) that spreadsheets open. What they would take for a formula gets an apostrophe before it:
 * what strangers typed must not run on an editor's machine. That holds for every separator, since a spreadsheet may be set
 * to another than the comma and then sees fields inside a cell.
 */
export function csvFile(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): File {
  const lines = [head, ...rows].map((cells) => cells.map(cell).join(','));
  // The byte order mark tells Excel that it is UTF-8.
  return { name, data: new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`) };
}

const LINE_ENDS = /[\r\n\v\f\u0085\u2028\u2029]+/gu;
/**
 * A formula's first sign at the beginning of a field, plain, full-width or small (Unicode, Halfwidth and Fullwidth Forms and
 * Small Form Variants), also behind spaces, quotation marks and what cannot be seen. A tab is no space here: it parts fields.
 */
const FORMULA =
  /(^|[,;|\t])(?=(?:(?!\t)[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800"])*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/gu;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = value.replaceAll(LINE_ENDS, ' ').replaceAll(FORMULA, "$1'");
  return /[",;|\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
