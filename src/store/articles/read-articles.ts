import { setImmediate } from 'node:timers/promises';
import { places, StoreError, type Db, type Sql } from '../db/db.ts';
import { damageOf, lookupOf, REVISION_COLUMNS, tombstoneOf, visibilityOf, type RevisionRow } from './rows.ts';
import type { Damage, Lookup, StoredArticle, Tombstone, Visibility } from './stored.ts';

/** Articles read per statement: a few milliseconds at 4 kB each, then the event loop gets a turn. */
const PAGE = 200;

/** A guild's live articles at their newest revision, in the order they were added, and those that are damaged. */
export type Holdings = Readonly<{ articles: readonly StoredArticle[]; damaged: readonly Damage[] }>;

/** Reads all live articles of a guild, whatever their visibility. */
export async function readHoldings(db: Db, guild: string): Promise<Holdings> {
  const listed = await readLiveIds(db, guild);
  const articles: StoredArticle[] = [];
  const damaged: Damage[] = [];
  for (let from = 0; from < listed.length; from += PAGE) {
    const page = await readNewest(db, guild, listed.slice(from, from + PAGE));
    for (const lookup of page.values()) {
      if (lookup.state === 'live') articles.push(lookup.stored);
      if (lookup.state === 'damaged') damaged.push(lookup.damage);
    }
    await setImmediate();
  }
  return { articles, damaged };
}

/** The ids of a guild's live articles, in the order they were added. */
export async function readLiveIds(sql: Sql, guild: string): Promise<readonly string[]> {
  const query = `SELECT id FROM article WHERE guild = ? AND state = 'live' ORDER BY seq`;
  return (await sql.all<{ id: string }>(query, [guild])).map(({ id }) => id);
}

/** Finds a revision; the newest if `n` is not given. */
export async function readRevision(sql: Sql, guild: string, id: string, n?: number): Promise<Lookup> {
  const query = `SELECT ${REVISION_COLUMNS} FROM article a JOIN revision r ON r.guild = a.guild AND r.article = a.id
    WHERE a.guild = ? AND a.id = ? AND r.n = ${n === undefined ? 'a.revision' : '?'}`;
  try {
    const [row] = await sql.all<RevisionRow>(query, n === undefined ? [guild, id] : [guild, id, n]);
    return row ? lookupOf(row) : { state: 'unknown' };
  } catch (error) {
    if (!isDamage(error)) throw error;
    // The number of the newest revision is in the row that cannot be read.
    return { state: 'damaged', damage: damageOf(id, n ?? 0) };
  }
}

/** One revision of an article, without its text. */
export type RevisionEntry = Readonly<{
  n: number;
  /** Who submitted it, as {@link Submitter.by}. */
  by: string;
  /** ISO 8601, UTC. */
  at: string;
  sha256: string;
  /** Whether its text was retracted. */
  withheld: boolean;
}>;

/** All revisions of an article, oldest first; empty when there is no such article. */
export async function readRevisions(sql: Sql, guild: string, id: string): Promise<readonly RevisionEntry[]> {
  const rows = await sql.all<{ n: number; by: string; at: string; sha256: string; withheld: number }>(
    `SELECT n, created_by AS by, created_at AS at, sha256, CASE WHEN text IS NULL THEN 1 ELSE 0 END AS withheld
     FROM revision WHERE guild = ? AND article = ? ORDER BY n`,
    [guild, id],
  );
  return rows.map(({ withheld, ...entry }) => ({ ...entry, withheld: withheld === 1 }));
}

/** A live article without its text: enough to compare the store with the search engine. */
export type ArticleHead = Readonly<{ id: string; revision: number; visibility: Visibility }>;

/** A page of live articles ordered by id (by code unit): at most `count`, after the id `after`. */
export async function readHeads(
  sql: Sql,
  guild: string,
  after: string,
  count: number,
): Promise<readonly ArticleHead[]> {
  const rows = await sql.all<{
    id: string;
    revision: number;
    channels: string | null;
    embargo_until: string | null;
  }>(
    `SELECT id, revision, channels, embargo_until FROM article
     WHERE guild = ? AND id > ? AND state = 'live' ORDER BY id LIMIT ?`,
    [guild, after, count],
  );
  return rows.map((row) => ({ id: row.id, revision: row.revision, visibility: visibilityOf(row) }));
}

/** The number of a guild's last change; 0 when it has no archive. */
export async function readChange(sql: Sql, guild: string): Promise<number> {
  const [head] = await sql.all<{ change: number }>('SELECT change FROM guild WHERE id = ?', [guild]);
  return head ? head.change : 0;
}

/** Limit of {@link readEarlier}. */
const EARLIER = 40;

/**
 * Earlier revisions of live articles that contain a word, newest first, each with the time at which the next one replaced
 * it (ISO 8601, UTC). Ignores the case of ASCII letters. Returns at most {@link EARLIER}; takes a few hundred ids at most.
 */
export async function readEarlier(
  sql: Sql,
  guild: string,
  ids: readonly string[],
  word: string,
): Promise<readonly Readonly<{ stored: StoredArticle; replacedAt: string }>[]> {
  const query = `SELECT ${REVISION_COLUMNS}, next.created_at AS replaced_at
    FROM article a JOIN revision r ON r.guild = a.guild AND r.article = a.id
    JOIN revision next ON next.guild = r.guild AND next.article = r.article AND next.n = r.n + 1
    WHERE a.guild = ? AND a.state = 'live' AND a.id IN (${places(ids.length)}) AND r.n < a.revision AND lower(r.text) LIKE ?
    ORDER BY next.created_at DESC, r.n DESC LIMIT ${EARLIER}`;
  const pattern = `%${word.toLowerCase().replaceAll(/[%_]/gu, '_')}%`;
  const rows = await sql.all<RevisionRow & { replaced_at: string }>(query, [guild, ...ids, pattern]);
  return rows.flatMap((row) => {
    const lookup = lookupOf(row);
    return lookup.state === 'live' ? [{ stored: lookup.stored, replacedAt: row.replaced_at }] : [];
  });
}

/** The tombstones of a guild's retracted articles, newest retraction first. */
export async function readTombstones(sql: Sql, guild: string): Promise<readonly Tombstone[]> {
  const columns = REVISION_COLUMNS.replace(/,\s*r\.text$/u, '');
  const query = `SELECT ${columns} FROM article a JOIN revision r ON r.guild = a.guild AND r.article = a.id AND r.n = a.revision
    WHERE a.guild = ? AND a.state = 'retracted' ORDER BY a.retracted_at DESC, a.id`;
  return (await sql.all<Omit<RevisionRow, 'text'>>(query, [guild])).map(tombstoneOf);
}

/**
 * Selects the newest revisions of `count` articles. The plus keeps SQLite from going through all articles of the guild in their order, which
 * takes 5 ms where there are 16,000, instead of looking up each id and sorting.
 */
export const newestQuery = (count: number): string =>
  `SELECT ${REVISION_COLUMNS} FROM article a JOIN revision r ON r.guild = a.guild AND r.article = a.id AND r.n = a.revision
    WHERE a.guild = ? AND a.id IN (${places(count)}) ORDER BY +a.seq`;

/** The newest revisions of some articles by id, in the order in which they were added; unknown ids are left out. */
export async function readNewest(
  sql: Sql,
  guild: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Lookup>> {
  try {
    const rows = await sql.all<RevisionRow>(newestQuery(ids.length), [guild, ...ids]);
    return new Map(rows.map((row) => [row.id, lookupOf(row)]));
  } catch (error) {
    if (!isDamage(error)) throw error;
    // Reads one by one, so that an unreadable page of the file does not hide the other articles.
    const lookups = new Map<string, Lookup>();
    for (const id of ids) lookups.set(id, await readRevision(sql, guild, id));
    return lookups;
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof StoreError && error.fault === 'damaged';
}
