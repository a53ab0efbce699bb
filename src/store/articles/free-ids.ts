import type { Writing } from './writing.ts';

/** The longest id. Characters. */
const LONGEST_ID = 80;

/** An id with a number behind it, cut so that both fit; the id itself for 1. */
export const numberedId = (id: string, n: number): string =>
  n === 1 ? id : `${id.slice(0, LONGEST_ID - `-${n}`.length).replace(/-$/u, '')}-${n}`;

/** The same in SQL, of the row of `wanted` and a number from 2. */
const nameOf = (n: string): string =>
  `rtrim(substr(w.id, 1, ${LONGEST_ID - 1} - length(CAST(${n} AS TEXT))), '-') || '-' || CAST(${n} AS TEXT)`;
/** Whether the `k`-th number from the first on is taken. */
const taken = (k: string): string =>
  `EXISTS (SELECT 1 FROM article a, wanted w WHERE a.guild = w.guild AND a.id = ${nameOf(`(w.first + ${k} - 1)`)})`;
const MIDDLE = '((low + high) / 2)';

/** Doubles until a number is free, then halves: thousands of articles are called “Weather”. Both databases do it by themselves. */
const FIRST_FREE = `WITH RECURSIVE
  wanted(guild, id, first) AS (SELECT CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS INTEGER)),
  gallop(k) AS (SELECT 1 UNION ALL SELECT k * 2 FROM gallop WHERE ${taken('k')}),
  halve(low, high) AS (
    SELECT max(k) / 2, max(k) FROM gallop
    UNION ALL
    SELECT CASE WHEN ${taken(MIDDLE)} THEN ${MIDDLE} ELSE low END,
      CASE WHEN ${taken(MIDDLE)} THEN high ELSE ${MIDDLE} END
    FROM halve WHERE high - low > 1)
  SELECT min(high) AS k FROM halve`;

/**
 * The lowest number from `first` (2 or more) on that no article of the guild has or had behind an id, where all from `first` up to it
 * are taken; with gaps, one of those that are free. One query.
 */
export async function freeNumber({ tx, guild }: Writing, id: string, first: number): Promise<number> {
  const [row] = await tx.all<{ k: number }>(FIRST_FREE, [guild, id, first]);
  if (!row) throw new Error(`There is no number for ${id}.`);
  return first + row.k - 1;
}
