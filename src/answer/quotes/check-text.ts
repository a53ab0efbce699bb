import type { SearchIndex } from '../../search/index/search-index.ts';
import { askedOf } from './asked.ts';
import type { QuoteCheck } from './quote-check.ts';
import { checkQuote } from './check-quote.ts';
import { quotedSpans } from './spans.ts';

/** The checked quotations of a text, in order. */
export type TextCheck = Readonly<{
  /** `whole` when the text was checked as one quotation. */
  read: 'quotations' | 'whole';
  checks: readonly QuoteCheck[];
  /** Number of quotations that were not checked because there were too many. */
  unchecked: number;
}>;

/** Most quotations checked at once. */
export const CHECKED = 20;

/**
 * Checks each quotation of a text by itself. The words around it only tell its speaker and story. A text without quotation marks is
 * checked as one quotation.
 */
export const checkText = (text: string, index: Pick<SearchIndex, 'wordings'>): TextCheck =>
  checkTexts([text], index);

/** Checks several texts in order. If any has quotation marks, only quotations are checked; else each text is one quotation. */
export function checkTexts(texts: readonly string[], { wordings }: Pick<SearchIndex, 'wordings'>): TextCheck {
  const index = { wordings };
  const quoting = texts
    .map((text) => ({ text, spans: quotedSpans(text) }))
    .filter(({ spans }) => spans.length > 0);
  if (quoting.length === 0) {
    const checks = texts.slice(0, CHECKED).map((text) => checkQuote(text, index));
    return { read: 'whole', checks, unchecked: texts.length - checks.length };
  }
  const checks: QuoteCheck[] = [];
  let unchecked = 0;
  for (const { text, spans } of quoting) {
    const checked = spans.slice(0, CHECKED - checks.length);
    const asked = askedOf(text, checked, wordings);
    checks.push(...checked.map((span, at) => checkQuote(span.text, index, asked[at])));
    unchecked += spans.length - checked.length;
  }
  return { read: 'quotations', checks, unchecked };
}
