import type { Place, Wordings } from '../../search/index/wordings.ts';
import { distanceTo, type Asked } from './asked.ts';
import type { QuoteCheck } from './quote-check.ts';
import { nearest, type Near } from './nearest.ts';
import { speakerNotes } from './notes.ts';
import type { Source } from './passages.ts';
import { quotationOf, type Quotation } from './quotation.ts';
import { reasonsOf } from './reasons.ts';

/** Number of similar sentences that are compared with a quotation that is not found verbatim. */
export const ALTERED_CANDIDATES = 12;
/** The least share of a quotation, 0 to 1, that a source must contain for the quotation to be an alteration of it. */
const ALTERED = 0.5;
/** The same for two sources together. */
const JOINED = 0.7;
/** A quotation with fewer words needs a higher share. */
const FEW_WORDS = 4;
const FEW_SHARE = 0.66;
/** Scores that differ by less are equal: sums of the same numbers in another order. */
const SAME_SCORE = 1e-6;
/** The least number of words that a second source must add, and the least share of the rest. */
const SECOND_WORDS = 3;
const SECOND_SHARE = 0.8;

const wordsOf = ({ core }: Quotation): number =>
  core.filter(({ kind }) => kind === 'word' || kind === 'number').length;

/** Grades a quotation that is not found verbatim: altered from the nearest source, or not in the archive. */
export function altered(
  quotation: Quotation,
  places: readonly Place[],
  wordings: Wordings,
  asked: Asked,
): QuoteCheck | undefined {
  const words = wordsOf(quotation);
  const few = words < FEW_WORDS;
  const near = nearest(quotation, places);
  // Short quotations resemble many sentences, so only those about the same story are considered.
  const meant =
    few && asked.marked ? near.filter(({ source }) => Number.isFinite(distanceTo(asked.near, source))) : near;
  const [best, ...others] = meant;
  if (!best) return undefined;
  const second = best.share > SECOND_SHARE ? undefined : secondSource(quotation, best, wordings);
  const isAltered = best.share >= (few ? FEW_SHARE : ALTERED) || best.share + (second?.share ?? 0) >= JOINED;
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
    notes: isAltered ? speakerNotes([best.source], asked) : [],
  };
}

/** The source of the words that the nearest source lacks, if the archive has them elsewhere. */
function secondSource(
  { text, core }: Quotation,
  { rest, source }: Near,
  wordings: Wordings,
): { source: Source; share: number } | undefined {
  const [first] = rest;
  const last = rest.at(-1);
  if (!first || !last || rest.length < SECOND_WORDS) return undefined;
  const left = quotationOf(text.slice(first.start, last.end));
  const [near] = nearest(left, wordings.closest(left.text, ALTERED_CANDIDATES));
  if (!near || near.share < SECOND_SHARE || near.source.start === source.start) return undefined;
  return { source: near.source, share: (near.share * left.core.length) / core.length };
}
