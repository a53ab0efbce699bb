import type { DifferencePart } from './difference.ts';
import type { QuoteNote } from './notes.ts';
import type { Source } from './passages.ts';
import type { Past } from './past.ts';
import type { Reason } from './reasons.ts';

/** From word for word to nowhere. */
export const GRADES = ['EXACT', 'SAME WORDS', 'SHORTENED', 'ALTERED', 'NOT IN THE ARCHIVE'] as const;

export type Grade = (typeof GRADES)[number];

/** What the archive says of a quotation. */
export type QuoteCheck = Readonly<{
  /** As it was handed in. */
  quote: string;
  grade: Grade;
  /**
   * Where it stands, the earliest first (of a few words, what tells the same story first); for ALTERED the sources it was
   * made from, the nearest first; for NOT IN THE ARCHIVE what comes nearest, if anything does.
   */
  sources: readonly Source[];
  /** Others that are exactly as near to an altered quotation as the first: which one is meant cannot be told. */
  ties: readonly Source[];
  /** There are more places than were counted. */
  more: boolean;
  /** How much of the quotation's wording stands in the first source in its order: 0 to 1. */
  share: number;
  /** For ALTERED: from the whole source sentences to the quotation. */
  difference: readonly DifferencePart[];
  reasons: readonly Reason[];
  notes: readonly QuoteNote[];
  /** Of one that is ALTERED or NOT IN THE ARCHIVE: where it stood before a correction or a retraction. */
  past?: Past;
}>;
