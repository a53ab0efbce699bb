import type { Place, Wordings } from '../../search/index/wordings.ts';
import { distanceTo, type Asked } from './asked.ts';
import type { QuoteCheck } from './quote-check.ts';
import { nearest, type Near } from './nearest.ts';
import { speakerNotes } from './notes.ts';
import type { Source } from './passages.ts';
import { quotationOf, type Quotation } from './quotation.ts';
import { reasonsOf } from './reasons.ts';

/** Sentences that are looked at for a wording that is nowhere as it is. */
export const ALTERED_CANDIDATES = 12;
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

const wordsOf = ({ core }: Quotation): number =>
  core.filter(({ kind }) => kind === 'word' || kind === 'number').length;

/** The check of a quotation that is nowhere as it is: altered from what comes nearest, or only near to it. */
export function altered(
  quotation: Quotation,
  places: readonly Place[],
  wordings: Wordings,
  asked: Asked,
): QuoteCheck | undefined {
  const words = wordsOf(quotation);
  const few = words < FEW_WORDS;
  const near = nearest(quotation, places);
  // A few words in marks are like many others: only those of the same story can be meant.
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

/** Where the words come from that the nearest source does not have, when they are another wording of the archive. */
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
