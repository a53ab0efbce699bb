import { setImmediate } from 'node:timers/promises';
import { sha256Of } from '../../article/article.ts';
import { onlyRow, StoreError, type Db } from '../db/db.ts';
import { damageOf } from '../articles/rows.ts';
import type { Damage } from '../articles/stored.ts';

/** Result of a check of the whole store. */
export type Verification = Readonly<{
  articles: number;
  /** Texts whose fingerprint was recomputed. */
  revisions: number;
  /** Texts that no longer match their fingerprint, or are unreadable. */
  damaged: readonly (Damage & Readonly<{ guildId: string }>)[];
  /** Other defects of the file or its tables, one sentence each. */
  problems: readonly string[];
}>;

type Key = Readonly<{ guild: string; article: string; n: number }>;

/** Texts to check before the event loop gets a turn. */
const PAGE = 200;

/** Recomputes every fingerprint, and checks the tables and, with SQLite, the file. Changes nothing. */
export async function verifyStore(db: Db): Promise<Verification> {
  const live = onlyRow(await db.all<{ n: number }>(`SELECT count(*) AS n FROM article WHERE state = 'live'`));
  const keys = await db.all<Key>(`SELECT guild, article, n FROM revision ORDER BY guild, article, n`);
  const damaged: (Damage & { guildId: string })[] = [];
  let revisions = 0;
  for (const [index, key] of keys.entries()) {
    const state = await stateOf(db, key);
    if (state !== 'withheld') revisions += 1;
    if (state === 'damaged') damaged.push({ guildId: key.guild, ...damageOf(key.article, key.n) });
    if (index % PAGE === 0) await setImmediate();
  }
  const problems = [...(await brokenTables(db)), ...(db.kind === 'sqlite' ? await brokenFile(db) : [])];
  return { articles: live.n, revisions, damaged, problems };
}

async function stateOf(db: Db, { guild, article, n }: Key): Promise<'sound' | 'damaged' | 'withheld'> {
  const sql = 'SELECT sha256, text FROM revision WHERE guild = ? AND article = ? AND n = ?';
  try {
    const [row] = await db.all<{ sha256: string; text: string | null }>(sql, [guild, article, n]);
    if (row?.text === null) return 'withheld';
    return row && sha256Of(row.text) === row.sha256 ? 'sound' : 'damaged';
  } catch (error) {
    if (error instanceof StoreError && error.fault === 'damaged') return 'damaged';
    throw error;
  }
}

/** Finds articles without all their revisions, and live ones without a text. */
async function brokenTables(db: Db): Promise<readonly string[]> {
  const rows = await db.all<{ guild: string; id: string }>(
    `SELECT a.guild, a.id FROM article a LEFT JOIN revision r ON r.guild = a.guild AND r.article = a.id
     GROUP BY a.guild, a.id, a.revision, a.state
     HAVING count(r.n) <> a.revision OR max(r.n) <> a.revision
       OR (a.state = 'live' AND sum(CASE WHEN r.n = a.revision AND r.text IS NOT NULL THEN 1 ELSE 0 END) <> 1)
     ORDER BY a.guild, a.id`,
  );
  return rows.map(({ guild, id }) => `“${id}” of server ${guild} lacks a revision.`);
}

async function brokenFile(db: Db): Promise<readonly string[]> {
  try {
    const rows = await db.all<{ integrity_check: string }>('PRAGMA integrity_check');
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  } catch (error) {
    if (error instanceof StoreError) return [error.message];
    throw error;
  }
}
