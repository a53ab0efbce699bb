import type { SearchIndex } from '../../search/index/search-index.ts';
import { askedOf } from './asked.ts';
import type { QuoteCheck } from './quote-check.ts';
import { checkQuote } from './check-quote.ts';
import { quotedSpans } from './spans.ts';

/** The quotations of a text, checked, in its order. */
export type TextCheck = Readonly<{
  /** `whole` when the text was checked as one quotation. */
  read: 'quotations' | 'whole';
  checks: readonly QuoteCheck[];
  /** Quotations that were not checked because there were too many. */
  unchecked: number;
}>;

/** Quotations of one text that are checked. */
export const CHECKED = 20;
/**
 * Checks what a text quotes: each quotation alone, whatever the words around it say, which only tell who is said to speak and
 * which story is told. A text without quotation marks is checked as one quotation.
 */
export function checkText(text: string, index: Pick<SearchIndex, 'wordings'>): TextCheck {
  const spans = quotedSpans(text);
  if (spans.length === 0) return { read: 'whole', checks: [checkQuote(text, index)], unchecked: 0 };
  const checked = spans.slice(0, CHECKED);
  const asked = askedOf(text, checked, index.wordings);
  return {
    read: 'quotations',
    checks: checked.map((span, at) => checkQuote(span.text, index, asked[at])),
    unchecked: spans.length - checked.length,
  };
}
