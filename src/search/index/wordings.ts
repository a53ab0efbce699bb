import type { Document } from '../../article/article.ts';
import type { Holders } from './holders.ts';
import type { TermCounts } from './levels.ts';
import type { Lexicon } from './lexicon.ts';
import type { Stored } from './stored.ts';

/** Neighbouring sentences of a document (or of a headline as one), as indexes (from 0) of the first and the last. */
export type Place = Readonly<{ document: Document; from: number; to: number }>;

/** Looks for wordings rather than for answers, in sentences and headlines; reads their words as numbers. */
export type Wordings = Readonly<{
  /** Every place where these words stand next to each other in this order, at most `limit`; folded, marks aside. */
  runs(text: string, limit: number): Place[];
  /** The sentences that share most of these words, best first; telling words count for more. */
  closest(text: string, limit: number): Place[];
}>;

/** Where wordings are looked for. */
export type WordingSource = Readonly<{
  lexicon: Lexicon;
  counts: TermCounts;
  holders: Pick<Holders, 'of'>;
  bySlot: readonly (Stored | undefined)[];
}>;
