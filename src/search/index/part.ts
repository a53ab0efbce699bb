import type { Stored } from './stored.ts';

/** The articles of an index that are asked; none of the others shows in what is answered. */
export type Part = Readonly<{
  /** Whether an article, by its slot, belongs to it. */
  has(slot: number): boolean;
  /** Whether there are articles outside. */
  partial: boolean;
  articles: number;
  sentences: number;
  /** In the order of the archive. */
  entries(): Iterable<Stored>;
}>;

/** A part of these articles. */
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

/** A part without some of its articles; costs no more than there are of these. */
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
