import type { Document } from '../../article/article.ts';
import type { Holders } from './holders.ts';
import type { TermCounts } from './levels.ts';
import type { Lexicon } from './lexicon.ts';
import type { Stored } from './stored.ts';

/** Neighbouring sentences of a document, or its headline, as indexes (from 0) of the first and the last. */
export type Place = Readonly<{ document: Document; from: number; to: number }>;

/** Searches for wordings rather than answers, in sentences and headlines. */
export type Wordings = Readonly<{
  /** Every place with these words next to each other in this order, at most `limit`; ignores case, accents and punctuation. */
  runs(text: string, limit: number): Place[];
  /** The sentences that share most of these words, weighted by rarity, best first. */
  closest(text: string, limit: number): Place[];
}>;

/** The articles to search. */
export type WordingSource = Readonly<{
  lexicon: Lexicon;
  counts: TermCounts;
  holders: Pick<Holders, 'of'>;
  bySlot: readonly (Stored | undefined)[];
}>;
