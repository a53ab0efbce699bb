import { onlyRow } from '../db/db.ts';
import type { Writing } from './writing.ts';

/** How long a guild's total is reused before it is measured again, since other processes add too. Milliseconds. */
const TRUSTED = 5 * 60_000;

/** Reserves room for a text in a transaction, before it is stored. Returns false when the text does not fit. */
export type TextRoom = Readonly<{ take(w: Writing, text: string): Promise<boolean> }>;

type Known = { used: number; at: number };

/**
 * Keeps the total of each guild's current texts below `most` characters (F17). The counted total can only be too high
 * (after retractions and rollbacks), so it is measured again before a text is refused, once per transaction.
 */
export function textRoom(most: number): TextRoom {
  const known = new Map<string, Known>();
  const measured = new WeakMap<Writing, Known>();
  /** Characters that a transaction has reserved and not stored yet. */
  const taken = new WeakMap<Writing, number>();

  async function measure(w: Writing): Promise<Known> {
    const sql = `SELECT COALESCE(SUM(LENGTH(r.text)), 0) AS used FROM article a
      JOIN revision r ON r.guild = a.guild AND r.article = a.id AND r.n = a.revision
      WHERE a.guild = ? AND a.state = 'live'`;
    const { used } = onlyRow(await w.tx.all<{ used: number | string }>(sql, [w.guild]));
    const found = { used: Number(used) + (taken.get(w) ?? 0), at: Date.parse(w.at) };
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
