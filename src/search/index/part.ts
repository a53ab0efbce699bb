import type { Stored } from './stored.ts';

/** The articles of an index that may be searched. Nothing about other articles shows in an answer. */
export type Part = Readonly<{
  /** Whether the article in this slot is in the part. */
  has(slot: number): boolean;
  /** Whether any article is outside the part. */
  partial: boolean;
  articles: number;
  sentences: number;
  /** In archive order. */
  entries(): Iterable<Stored>;
}>;

/** A part with these articles. */
export function partOf(entries: readonly Stored[]): Part {
  const slots = new Set(entries.map(({ slot }) => slot));
  return {
    has: (slot) => slots.has(slot),
    partial: true,
    articles: entries.length,
    sentences: sentencesOf(entries),
    entries: () => entries,
  };
}

/** A part without some of its articles. Takes time in proportion to these. */
export function partWithout(part: Part, hidden: readonly Stored[]): Part {
  if (hidden.length === 0) return part;
  const slots = new Set(hidden.map(({ slot }) => slot));
  return {
    has: (slot) => !slots.has(slot) && part.has(slot),
    partial: true,
    articles: part.articles - hidden.length,
    sentences: part.sentences - sentencesOf(hidden),
    entries: () => [...part.entries()].filter(({ slot }) => !slots.has(slot)),
  };
}

const sentencesOf = (entries: readonly Stored[]): number =>
  entries.reduce((sum, { document }) => sum + document.sentences.length, 0);
