import type { Writing } from './writing.ts';

/** A guild's figure is measured again after this long: another process may have added to it. Milliseconds. */
const TRUSTED = 5 * 60_000;

/** Tells in a transaction whether a text may still be added, and takes its room when it may; a text is stored after that, not before. */
export type TextRoom = Readonly<{ take(w: Writing, text: string): Promise<boolean> }>;

type Known = { used: number; at: number };

/**
 * Keeps each guild's newest texts below `most` characters together (F17). What is counted in between can only be too
 * much (retracted, rolled back), so it is measured anew before anything is refused, once for each transaction.
 */
export function textRoom(most: number): TextRoom {
  const known = new Map<string, Known>();
  const measured = new WeakMap<Writing, Known>();
  /** Characters that a transaction has taken room for and not stored yet. */
  const taken = new WeakMap<Writing, number>();

  async function measure(w: Writing): Promise<Known> {
    const sql = `SELECT COALESCE(SUM(LENGTH(r.text)), 0) AS used FROM article a
      JOIN revision r ON r.guild = a.guild AND r.article = a.id AND r.n = a.revision
      WHERE a.guild = ? AND a.state = 'live'`;
    const [row] = await w.tx.all<{ used: number | string }>(sql, [w.guild]);
    const found = { used: Number(row?.used ?? 0) + (taken.get(w) ?? 0), at: Date.parse(w.at) };
    known.set(w.guild, found);
    measured.set(w, found);
    return found;
  }

  async function figure(w: Writing, length: number): Promise<Known> {
    const fresh = measured.get(w);
    if (fresh) return fresh;
    const before = known.get(w.guild);
    const good = before && before.used + length <= most && Math.abs(Date.parse(w.at) - before.at) < TRUSTED;
    return good ? before : measure(w);
  }

  return {
    async take(w, { length }) {
      if (most === Number.POSITIVE_INFINITY) return true;
      const current = await figure(w, length);
      if (current.used + length > most) return false;
      current.used += length;
      taken.set(w, (taken.get(w) ?? 0) + length);
      return true;
    },
  };
}
