import type { File } from '../reply/reply.ts';

/**
 * A table as a CSV file (RFC 4180) that spreadsheets open. A cell that they would take for a formula begins with an
 * apostrophe: what strangers typed must not run on an editor's machine.
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

function cell(value: string | number): string {
  const text = String(value).replaceAll(/[\r\n]+/gu, ' ');
  const safe = typeof value === 'string' && /^[\s]*[=+\-@\t]/u.test(text) ? `'${text}` : text;
  return /[",]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
