import type { SearchIndex } from '../../search/index/search-index.ts';
import { checkQuote, type QuoteCheck } from './check-quote.ts';
import { quotedSpans, type QuotedSpan } from './spans.ts';
import { wording } from './tokens.ts';

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
/** Words around quotation marks from which on they may be quoted too, and the share of them that must stand in the sources. */
const AROUND = 2;
const AROUND_SHARE = 0.6;

/**
 * Checks what a text quotes. A text without quotation marks is checked as one quotation, and so is one that stands,
 * marks and all, in an article, altered or not: the words around the marks are then quoted too.
 */
export function checkText(text: string, index: Pick<SearchIndex, 'wordings'>): TextCheck {
  const spans = quotedSpans(text);
  const whole = checksWhole(text, spans, index);
  if (whole) return { read: 'whole', checks: [whole], unchecked: 0 };
  return {
    read: 'quotations',
    checks: spans.slice(0, CHECKED).map((span) => checkQuote(span.text, index)),
    unchecked: Math.max(0, spans.length - CHECKED),
  };
}

function checksWhole(
  text: string,
  spans: readonly QuotedSpan[],
  index: Pick<SearchIndex, 'wordings'>,
): QuoteCheck | undefined {
  if (spans.length === 0) return checkQuote(text, index);
  const around = spans.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
  if (wording(around).filter(({ kind }) => kind === 'word').length < AROUND) return undefined;
  const whole = checkQuote(text, index);
  return whole.grade !== 'NOT IN THE ARCHIVE' && standsAround(around, whole) ? whole : undefined;
}

/** Whether most words around the marks are the sources' too. */
function standsAround(around: string, { sources }: QuoteCheck): boolean {
  const held = new Set(
    sources.flatMap(({ document, first, last }) =>
      wording(document.article.text, first.start, last.end).map(({ key }) => key),
    ),
  );
  const words = wording(around).filter(({ kind }) => kind === 'word' || kind === 'number');
  return words.filter(({ key }) => held.has(key)).length >= words.length * AROUND_SHARE;
}
