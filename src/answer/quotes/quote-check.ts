import type { DifferencePart } from './difference.ts';
import type { QuoteNote } from './notes.ts';
import type { Source } from './passages.ts';
import type { Past } from './past.ts';
import type { Reason } from './reasons.ts';

/** From word for word to nowhere. */
export const GRADES = ['EXACT', 'SAME WORDS', 'SHORTENED', 'ALTERED', 'NOT IN THE ARCHIVE'] as const;

export type Grade = (typeof GRADES)[number];

/** The result of checking a quotation. */
export type QuoteCheck = Readonly<{
  /** As submitted. */
  quote: string;
  grade: Grade;
  /**
   * Where it occurs, earliest first (for a few words: same story first). For ALTERED, the sources it was made from, nearest first; for
   * NOT IN THE ARCHIVE, the nearest, if any.
   */
  sources: readonly Source[];
  /** Further sources that are just as near to an altered quotation as the first, so that the intended one is unknown. */
  ties: readonly Source[];
  /** Whether there are more occurrences than were counted. */
  more: boolean;
  /** The share of the quotation's wording that the first source has in order, 0 to 1. */
  share: number;
  /** For ALTERED: the difference from the whole source sentences to the quotation. */
  difference: readonly DifferencePart[];
  reasons: readonly Reason[];
  notes: readonly QuoteNote[];
  /** For ALTERED and NOT IN THE ARCHIVE: where it was before a correction or retraction. */
  past?: Past;
}>;
