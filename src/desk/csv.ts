import type { File } from '../reply/reply.ts';

/**
 * A table as a CSV file (RFC 4180) that spreadsheets open. Fields that a spreadsheet would read as a formula get an apostrophe in front,
 * so that a stranger's input does not run on an editor's machine. This covers every separator, because a spreadsheet that expects
 * another one than the comma sees fields inside a cell.
 */
export function csvFile(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): File {
  const lines = [head, ...rows].map((cells) => cells.map(cell).join(','));
  // The byte order mark tells Excel that the file is UTF-8.
  return { name, data: new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`) };
}

const LINE_ENDS = /[\r\n\v\f\u0085\u2028\u2029]+/gu;
/**
 * The first character of a formula at the start of a field: plain, full-width or small (Unicode, Halfwidth and Fullwidth Forms and Small
 * Form Variants), possibly after spaces, quotation marks and invisible characters. A tab separates fields, so it is not skipped.
 */
const FORMULA =
  /(^|[,;|\t])(?=(?:(?!\t)[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800"])*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/gu;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = value.replaceAll(LINE_ENDS, ' ').replaceAll(FORMULA, "$1'");
  return /[",;|\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
