import type { Wordings } from '../../search/index/wordings.ts';

/**
 * A word broken at a line end, possibly with the line break replaced by a space: "inter-\
 * national", "inter- national".
 */
const PARTED = /(\p{L}{2,})[-‐\u00AD][^\S\n]*(?:\n[^\S\n]*|[^\S\n]+)(\p{Ll}{2,})/gu;

/**
 * Removes hyphens from line breaks of a page or screenshot: "international" if an article has that word, otherwise "well-known".
 * Undefined when no word is broken.
 */
export function withoutLineBreaks(quote: string, wordings: Pick<Wordings, 'runs'>): string | undefined {
  const joined = quote.replaceAll(PARTED, (_, first: string, second: string) =>
    wordings.runs(first + second, 1).length > 0 ? first + second : `${first}-${second}`,
  );
  return joined === quote ? undefined : joined;
}
