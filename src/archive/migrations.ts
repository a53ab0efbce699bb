/** One step of the schema. Steps are only ever added: a step that has run somewhere is never changed. */
export type Migration = Readonly<{ name: string; statements: readonly string[] }>;

/**
 * The schema's history, in order. The same SQL runs on SQLite and PostgreSQL. Columns that may hold an
 * article's text stand last in their table, so that a list of headlines does not read them.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'articles',
    statements: [
      // change: counts every write of a guild; taking the next one also makes writers of one guild wait for each other.
      `CREATE TABLE guild (id TEXT PRIMARY KEY, change INTEGER NOT NULL, left_at TEXT)`,
      `CREATE TABLE article (
        guild TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, state TEXT NOT NULL, revision INTEGER NOT NULL,
        headline TEXT NOT NULL, url TEXT, channels TEXT, embargo_until TEXT, added_by TEXT NOT NULL, added_at TEXT NOT NULL,
        host TEXT, retracted_by TEXT, retracted_at TEXT, reason TEXT, PRIMARY KEY (guild, id))`,
      `CREATE INDEX article_url ON article (guild, url)`,
      `CREATE INDEX article_seq ON article (guild, seq)`,
      // text is NULL once it was retracted; the fingerprint stays, so that the same text can be recognised.
      `CREATE TABLE revision (
        guild TEXT NOT NULL, article TEXT NOT NULL, n INTEGER NOT NULL, sha256 TEXT NOT NULL, created_by TEXT NOT NULL,
        created_at TEXT NOT NULL, headline TEXT, url TEXT, byline TEXT, publisher TEXT, published_at TEXT, language TEXT,
        text TEXT, PRIMARY KEY (guild, article, n))`,
      `CREATE INDEX revision_sha256 ON revision (guild, sha256)`,
    ],
  },
];
