import type { Document } from '../../article/article.ts';
import { headlineOf } from '../../article/headline.ts';
import { occurrencesIn } from './exact.ts';
import type { Source } from './passages.ts';
import { quotationOf } from './quotation.ts';

/** Where a quotation was that no current article contains. */
export type Past =
  /** In an earlier revision, until `correctedAt` (ISO 8601, UTC); `newest` is the current revision. */
  | Readonly<{ state: 'corrected'; source: Source; newest: Document; correctedAt: string }>
  /** In a retracted article, whose text is deleted. */
  | Readonly<{ state: 'retracted'; headline: string; retractedAt: string; reason: string }>;

/** Where a quotation occurs word for word in a revision; undefined when it does not. */
export function standsIn(quote: string, document: Document): Source | undefined {
  const quotation = quotationOf(quote);
  if (quotation.core.length === 0) return undefined;
  const places = [
    { document, from: 0, to: document.sentences.length - 1 },
    { document: headlineOf(document), from: 0, to: 0 },
  ];
  for (const place of places) {
    const [found] = occurrencesIn(quotation, place);
    if (found) return found.source;
  }
  return undefined;
}

/** The most distinctive word of a quotation, for looking up texts: the longest one, preferably of ASCII letters. */
export function tellingWord(quote: string): string | undefined {
  const longest = (list: readonly string[]): string | undefined =>
    list.toSorted((a, b) => b.length - a.length)[0];
  return (
    longest(quote.match(/(?<![\p{L}\p{M}])[a-z]{4,}(?![\p{L}\p{M}])/giu) ?? []) ??
    longest(quote.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
  );
}
