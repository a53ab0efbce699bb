import type { Db, Sql } from '../db/db.ts';

/** The vectors of an article's sentences. `madeOf` identifies the encoder and the exact texts that they were computed from. */
export type StoredVectors = Readonly<{ madeOf: string; vectors: Uint8Array }>;

/** The vectors of one guild's articles at their newest revision. Every function throws StoreError. */
export type VectorStore = Readonly<{
  get(articleId: string): Promise<StoredVectors | undefined>;
  /** Stores the vectors, unless the article is no longer live at this revision. */
  put(articleId: string, revision: number, made: StoredVectors): Promise<void>;
}>;

export const vectorStore = (db: Db, guild: string): VectorStore => ({
  async get(articleId) {
    const [row] = await db.all<{ made_of: string; vectors: Uint8Array }>(
      'SELECT made_of, vectors FROM sentence_vector WHERE guild = ? AND article = ?',
      [guild, articleId],
    );
    return row && { madeOf: row.made_of, vectors: row.vectors };
  },
  put: (articleId, revision, { madeOf, vectors }) =>
    db.transaction(async (tx) => {
      // Changes nothing, but locks the row: a concurrent retraction or correction must not delete the vectors before they are stored.
      const live = await tx.all(
        `UPDATE article SET revision = revision WHERE guild = ? AND id = ? AND revision = ? AND state = 'live' RETURNING id`,
        [guild, articleId, revision],
      );
      if (live.length === 0) return;
      await tx.all(
        `INSERT INTO sentence_vector (guild, article, made_of, vectors) VALUES (?, ?, ?, ?)
         ON CONFLICT (guild, article) DO UPDATE SET made_of = excluded.made_of, vectors = excluded.vectors`,
        [guild, articleId, madeOf, vectors],
      );
    }),
});

/** Deletes an article's vectors when its text is no longer searched. */
export async function dropVectors(
  { tx, guild }: Readonly<{ tx: Sql; guild: string }>,
  articleId: string,
): Promise<void> {
  await tx.all('DELETE FROM sentence_vector WHERE guild = ? AND article = ?', [guild, articleId]);
}
