import type { Document } from '../../article/article.ts';
import type { MentionedNames } from './names.ts';
import type { DocumentTokens } from './tokens.ts';

/** An article as the index stores it. */
export type Stored = Readonly<{
  /** Ascending in archive order; never reused. */
  slot: number;
  document: Document;
  tokens: DocumentTokens;
  /** Ids of its paragraphs. */
  blocks: readonly number[];
  names: MentionedNames;
}>;
