import type { SearchIndex } from '../../search/index/search-index.ts';
import type { Place } from '../../search/index/phrases.ts';
import type { Part } from './difference.ts';
import { occurrencesIn } from './exact.ts';
import { nearest, type Near } from './nearest.ts';
import { earliestFirst, type Source } from './passages.ts';
import { quotationOf, type Quotation } from './quotation.ts';
import { reasonsOf, type Reason } from './reasons.ts';
import { marksChanges, shortenedIn } from './shortened.ts';

/** From word for word to nowhere. */
export const GRADES = ['EXACT', 'SAME WORDS', 'SHORTENED', 'ALTERED', 'NOT IN THE ARCHIVE'] as const;
export type Grade = (typeof GRADES)[number];

/** What the archive says of a quotation. */
export type QuoteCheck = Readonly<{
  /** As it was handed in. */
  quote: string;
  grade: Grade;
  /**
   * Where it stands, the earliest first; for ALTERED the sources it was made from, the nearest first; for NOT IN THE
   * ARCHIVE what comes nearest, if anything does.
   */
  sources: readonly Source[];
  /** Others that are exactly as near to an altered quotation as the first: which one is meant cannot be told. */
  ties: readonly Source[];
  /** There are more places than were counted. */
  more: boolean;
  /** How much of the quotation's wording stands in the first source in its order: 0 to 1. */
  share: number;
  /** For ALTERED: from the whole source sentences to the quotation. */
  difference: readonly Part[];
  reasons: readonly Reason[];
}>;

/** Places of one wording that are counted. */
export const COUNTED = 300;
/** Sentences that are looked at for a wording that is nowhere as it is. */
const CANDIDATES = 12;
/** The share of a quotation that must stand in a source for it to be that source, altered; 0 to 1. */
const ALTERED = 0.5;
/** The same for two sources together. */
const JOINED = 0.7;
/** Quotations of fewer words than this are altered only when most of them is there. */
const FEW_WORDS = 4;
const FEW_SHARE = 0.66;
/** Scores that differ by less are one: sums of the same numbers in another order. */
const SAME_SCORE = 1e-6;
/** The least words that a second source must give, and the share of what is left that they must be. */
const SECOND_WORDS = 3;
const SECOND_SHARE = 0.8;

type Index = Pick<SearchIndex, 'wordings'>;

/** Grades one quotation against all articles of an index. Never guesses: what is not word for word there is said to differ. */
export function checkQuote(quote: string, index: Index): QuoteCheck {
  const quotation = quotationOf(quote);
  const result = { quote, sources: [], ties: [], more: false, share: 0, difference: [], reasons: [] };
  if (quotation.core.length === 0) return { ...result, grade: 'NOT IN THE ARCHIVE' };
  const runs = index.wordings.runs(quote, COUNTED);
  const exact = wordForWord(quotation, runs);
  if (exact) return exact;
  const places = index.wordings.closest(quote, CANDIDATES);
  return (
    // Look-up reads numbers and signs more literally than wording does.
    wordForWord(quotation, places) ??
    withMarkedChanges(quotation, places) ??
    altered(quotation, places, index) ?? { ...result, grade: 'NOT IN THE ARCHIVE' }
  );
}

function wordForWord(quotation: Quotation, places: readonly Place[]): QuoteCheck | undefined {
  const found = places.flatMap((place) => occurrencesIn(quotation, place));
  if (found.length === 0) return undefined;
  const verbatim = found.filter((each) => each.verbatim);
  const best = verbatim.length > 0 ? verbatim : found;
  const others = found.filter((each) => !best.includes(each));
  return {
    quote: quotation.text,
    grade: verbatim.length > 0 ? 'EXACT' : 'SAME WORDS',
    sources: [best, others].flatMap((list) => earliestFirst(list.map(({ source }) => source))),
    ties: [],
    more: places.length === COUNTED,
    share: 1,
    difference: [],
    reasons: best.every(({ denied }) => denied) ? ['denied'] : [],
  };
}

function withMarkedChanges(quotation: Quotation, places: readonly Place[]): QuoteCheck | undefined {
  if (!marksChanges(quotation)) return undefined;
  const sources = places.flatMap((place) => shortenedIn(quotation, place) ?? []);
  if (sources.length === 0) return undefined;
  return {
    quote: quotation.text,
    grade: 'SHORTENED',
    sources: earliestFirst(withoutDoubles(sources)),
    ties: [],
    more: false,
    share: 1,
    difference: [],
    reasons: [],
  };
}

function altered(
  quotation: Quotation,
  places: readonly Place[],
  { wordings }: Index,
): QuoteCheck | undefined {
  const [best, ...others] = nearest(quotation, places);
  if (!best) return undefined;
  const second = best.share > SECOND_SHARE ? undefined : secondSource(quotation, best, wordings);
  const words = quotation.core.filter(({ kind }) => kind === 'word' || kind === 'number').length;
  const needed = words < FEW_WORDS ? FEW_SHARE : ALTERED;
  const isAltered = best.share >= needed || best.share + (second?.share ?? 0) >= JOINED;
  const ties = others.filter(({ score }) => Math.abs(score - best.score) < SAME_SCORE);
  return {
    quote: quotation.text,
    grade: isAltered ? 'ALTERED' : 'NOT IN THE ARCHIVE',
    sources: [best.source, ...(second && isAltered ? [second.source] : [])],
    ties: isAltered ? ties.map(({ source }) => source) : [],
    more: false,
    share: best.share,
    difference: isAltered ? best.parts : [],
    reasons: isAltered ? reasonsOf(best, second !== undefined) : [],
  };
}

/** Where the words come from that the nearest source does not have, when they are another wording of the archive. */
function secondSource(
  { text, core }: Quotation,
  { rest, source }: Near,
  wordings: Index['wordings'],
): { source: Source; share: number } | undefined {
  const [first] = rest;
  const last = rest.at(-1);
  if (!first || !last || rest.length < SECOND_WORDS) return undefined;
  const left = quotationOf(text.slice(first.start, last.end));
  const [near] = nearest(left, wordings.closest(left.text, CANDIDATES));
  if (!near || near.share < SECOND_SHARE || near.source.start === source.start) return undefined;
  return { source: near.source, share: (near.share * left.core.length) / core.length };
}

function withoutDoubles(sources: readonly Source[]): Source[] {
  const keyOf = ({ document, start, end }: Source): string => `${document.article.id} ${start} ${end}`;
  return [...new Map(sources.map((source) => [keyOf(source), source])).values()];
}
