import type { Wordings } from '../../search/index/wordings.ts';

/** A word that a line end, or what is left of one, parts: "inter-\nnational", "inter- national". */
const PARTED = /(\p{L}{2,})[-‐\u00AD][^\S\n]*(?:\n[^\S\n]*|[^\S\n]+)(\p{Ll}{2,})/gu;

/**
 * A quotation without the hyphens that the line ends of a page or a screenshot have put into words: "international" where an
 * article has that word, otherwise "well-known". Undefined when no word is parted.
 */
export function withoutLineBreaks(quote: string, wordings: Pick<Wordings, 'runs'>): string | undefined {
  const joined = quote.replaceAll(PARTED, (_, first: string, second: string) =>
    wordings.runs(first + second, 1).length > 0 ? first + second : `${first}-${second}`,
  );
  return joined === quote ? undefined : joined;
}
