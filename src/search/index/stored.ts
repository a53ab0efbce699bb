import type { Document } from '../../article/article.ts';
import type { MentionedNames } from './names.ts';
import type { DocumentTokens } from './tokens.ts';

/** What the index keeps of an article. */
export type Stored = Readonly<{
  /** Ascending in the order of the archive; never given twice. */
  slot: number;
  document: Document;
  tokens: DocumentTokens;
  /** Ids of its paragraphs. */
  blocks: readonly number[];
  names: MentionedNames;
}>;
