import { insert, type Sql, type Tx, type Value } from '../db/db.ts';

type Row = Readonly<Record<string, Value>>;

/** An article with retracted texts: its row, and the rows of those revisions, which have no text any more. */
export type Withheld = Readonly<{ article: Row; revisions: readonly Row[] }>;

const WITHHELD = 'SELECT guild, article FROM revision WHERE text IS NULL';

/** All articles with retracted texts, or only the one with this id. */
export async function readWithheld(
  sql: Sql,
  only?: Readonly<{ guild: string; id: string }>,
): Promise<readonly Withheld[]> {
  const [article, revision] = only ? ['AND guild = ? AND id = ?', 'AND guild = ? AND article = ?'] : ['', ''];
  const values = only ? [only.guild, only.id] : [];
  const articles = await sql.all<Row>(
    `SELECT * FROM article WHERE (guild, id) IN (${WITHHELD}) ${article} ORDER BY guild, id`,
    values,
  );
  const revisions = await sql.all<Row>(
    `SELECT * FROM revision WHERE text IS NULL ${revision} ORDER BY guild, article, n`,
    values,
  );
  const byArticle = Map.groupBy(revisions, keyOf);
  return articles.map((row) => ({ article: row, revisions: byArticle.get(keyOf(row)) ?? [] }));
}

/**
 * Removes retracted texts from a store that is older than their retraction (a restored backup). A retracted article
 * becomes its tombstone, even if the store has never had the article. An article that was restored later loses only its
 * retracted texts, and is retracted if the store has no newer one.
 */
export async function replayWithheld(tx: Tx, all: readonly Withheld[]): Promise<void> {
  for (const { article, revisions } of all) {
    const key = [article['guild'] ?? null, article['id'] ?? null];
    await tx.all('DELETE FROM sentence_vector WHERE guild = ? AND article = ?', key);
    if (article['state'] === 'retracted') {
      await tx.all('DELETE FROM revision WHERE guild = ? AND article = ?', key);
      await tx.all('DELETE FROM article WHERE guild = ? AND id = ?', key);
      await insert(tx, 'article', article);
      for (const revision of revisions) await insert(tx, 'revision', revision);
      await keepGuild(tx, article);
      continue;
    }
    for (const { n, sha256 } of revisions) {
      const sql = `UPDATE revision SET text = NULL, headline = NULL WHERE guild = ? AND article = ? AND n = ? AND sha256 = ?`;
      await tx.all(sql, [...key, n ?? null, sha256 ?? null]);
    }
    await tx.all(
      `UPDATE article SET state = 'retracted', retracted_by = ?, retracted_at = ?, reason = ? WHERE guild = ? AND id = ?
         AND (guild, id, revision) IN (SELECT guild, article, n FROM revision WHERE text IS NULL)`,
      [...['retracted_by', 'retracted_at', 'reason'].map((column) => article[column] ?? null), ...key],
    );
  }
}

/** Raises the guild's change number to the sequence number of an inserted article. */
async function keepGuild(tx: Tx, { guild, seq }: Row): Promise<void> {
  await tx.all(
    `INSERT INTO guild (id, change) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET
       change = CASE WHEN guild.change < excluded.change THEN excluded.change ELSE guild.change END`,
    [guild ?? null, seq ?? null],
  );
}

/** `guild` and article id of a row of either table, as one string. */
function keyOf(row: Row): string {
  return JSON.stringify([row['guild'], row['article'] ?? row['id']]);
}
