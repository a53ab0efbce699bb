import type { Document } from '../../article/article.ts';
import { headlineOf } from '../../article/headline.ts';
import { occurrencesIn } from './exact.ts';
import type { Source } from './passages.ts';
import { quotationOf } from './quotation.ts';

/** Where a quotation stood that no article has now. */
export type Past =
  /** In an earlier revision, until `correctedAt` (ISO 8601, UTC); `newest` is what the article says now. */
  | Readonly<{ state: 'corrected'; source: Source; newest: Document; correctedAt: string }>
  /** In an article that was retracted, of which no text is left. */
  | Readonly<{ state: 'retracted'; headline: string; retractedAt: string; reason: string }>;

/** Where a quotation stands word for word in a revision; undefined when it does not. */
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

/** The word of a quotation that tells most, to look texts up by: the longest, of ASCII letters where there is one. */
export function tellingWord(quote: string): string | undefined {
  const longest = (list: readonly string[]): string | undefined =>
    list.toSorted((a, b) => b.length - a.length)[0];
  return (
    longest(quote.match(/(?<![\p{L}\p{M}])[a-z]{4,}(?![\p{L}\p{M}])/giu) ?? []) ??
    longest(quote.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
  );
}
