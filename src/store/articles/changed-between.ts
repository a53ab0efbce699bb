import type { Sql } from '../db/db.ts';

/** What changed in an archive in some time; an article is in one of the lists. */
export type Changes = Readonly<{
  /** Ids of articles that were added, or whose embargo ended, the first one first. */
  added: readonly string[];
  /** Articles that were there before and whose headline or text reads otherwise: the revision that was the newest then, and the newest now. */
  corrected: readonly Readonly<{ articleId: string; before: number; now: number }>[];
  retracted: readonly string[];
}>;

/** As many of a kind are listed. */
const MOST = 200;

/** What changed after `from` and up to `to`. ISO 8601, UTC. */
export async function readChangedBetween(
  sql: Sql,
  guild: string,
  from: string,
  to: string,
): Promise<Changes> {
  const since = `CASE WHEN embargo_until > added_at THEN embargo_until ELSE added_at END`;
  const added = await sql.all<{ id: string }>(
    `SELECT id FROM article WHERE guild = ? AND state = 'live' AND ${since} > ? AND ${since} <= ?
     ORDER BY added_at, seq LIMIT ${MOST}`,
    [guild, from, to],
  );
  const fresh = new Set(added.map(({ id }) => id));
  const corrected = await sql.all<{ article: string; least: number; newest: number }>(
    `SELECT c.article, c.least, c.newest FROM
      (SELECT r.guild, r.article, min(r.n) AS least, a.revision AS newest FROM revision r
       JOIN article a ON a.guild = r.guild AND a.id = r.article
       WHERE r.guild = ? AND a.state = 'live' AND r.n > 1 AND r.created_at > ? AND r.created_at <= ?
       GROUP BY r.guild, r.article, a.revision) c
     JOIN revision before ON before.guild = c.guild AND before.article = c.article AND before.n = c.least - 1
     JOIN revision now ON now.guild = c.guild AND now.article = c.article AND now.n = c.newest
     WHERE before.sha256 <> now.sha256 OR before.headline IS DISTINCT FROM now.headline
     ORDER BY c.article LIMIT ${MOST}`,
    [guild, from, to],
  );
  const retracted = await sql.all<{ id: string }>(
    `SELECT id FROM article WHERE guild = ? AND state = 'retracted' AND retracted_at > ? AND retracted_at <= ?
     ORDER BY retracted_at, id LIMIT ${MOST}`,
    [guild, from, to],
  );
  return {
    added: [...fresh],
    corrected: corrected
      .filter(({ article }) => !fresh.has(article))
      .map(({ article, least, newest }) => ({ articleId: article, before: least - 1, now: newest })),
    retracted: retracted.map(({ id }) => id),
  };
}
