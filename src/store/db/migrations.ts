/** One step of the schema. Steps are only appended: a step that has run anywhere never changes. */
export type Migration = Readonly<{ name: string; statements: readonly string[] }>;

/**
 * The schema's history, in order. The same SQL runs on SQLite and PostgreSQL. Columns that may hold an
 * article's text come last in their table, so that listing headlines does not read them.
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
  {
    name: 'desk',
    statements: [
      `CREATE INDEX revision_withheld ON revision (guild, article) WHERE text IS NULL`,
      `CREATE TABLE guild_setting (guild TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (guild, name))`,
      `CREATE TABLE post (
        guild TEXT NOT NULL, message TEXT NOT NULL, channel TEXT NOT NULL, posted_at TEXT NOT NULL, PRIMARY KEY (guild, message))`,
      // told: what the message says of the article, as 'r' and its newest revision, or 'retracted'.
      `CREATE TABLE post_quote (
        guild TEXT NOT NULL, message TEXT NOT NULL, article TEXT NOT NULL, revision INTEGER NOT NULL, sentence INTEGER NOT NULL,
        told TEXT NOT NULL, PRIMARY KEY (guild, message, article, revision, sentence))`,
      `CREATE INDEX post_quote_article ON post_quote (guild, article)`,
      `CREATE TABLE feed (
        guild TEXT NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, title TEXT, added_by TEXT NOT NULL, added_at TEXT NOT NULL,
        etag TEXT, last_modified TEXT, checked_at TEXT, succeeded_at TEXT, failures INTEGER NOT NULL, next_at TEXT NOT NULL,
        problem TEXT, PRIMARY KEY (guild, id))`,
      `CREATE UNIQUE INDEX feed_url ON feed (guild, url)`,
      `CREATE INDEX feed_next ON feed (next_at)`,
      `CREATE TABLE feed_item (
        guild TEXT NOT NULL, feed TEXT NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL, article TEXT, fingerprint TEXT,
        problem TEXT, tries INTEGER NOT NULL, seen_at TEXT NOT NULL, PRIMARY KEY (guild, feed, item))`,
      `CREATE TABLE job (
        guild TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL,
        created_by TEXT NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL, lease TEXT, lease_until TEXT,
        progress TEXT, problem TEXT, payload TEXT, PRIMARY KEY (guild, id))`,
      `CREATE INDEX job_state ON job (state, created_at)`,
      `CREATE TABLE gap (
        guild TEXT NOT NULL, question_key TEXT NOT NULL, question TEXT NOT NULL, unknown_words TEXT NOT NULL, nearest TEXT NOT NULL,
        times INTEGER NOT NULL, first_at TEXT NOT NULL, last_at TEXT NOT NULL, PRIMARY KEY (guild, question_key))`,
      `CREATE TABLE gap_asker (
        guild TEXT NOT NULL, question_key TEXT NOT NULL, asker TEXT NOT NULL, PRIMARY KEY (guild, question_key, asker))`,
      `CREATE TABLE feedback (
        guild TEXT NOT NULL, id TEXT NOT NULL, receipts TEXT NOT NULL, reason TEXT NOT NULL, asker TEXT NOT NULL,
        at TEXT NOT NULL, PRIMARY KEY (guild, id))`,
      // Keys the hashes of askers; it never leaves the store.
      `CREATE TABLE secret (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
    ],
  },
  {
    name: 'titles of posts',
    // What was asked, which a message that is edited goes on to say.
    statements: [`ALTER TABLE post ADD COLUMN title TEXT`],
  },
  {
    name: 'vectors',
    // Of the newest revision; made again from its text whenever they are missing or made_of is not what would be made now.
    statements: [
      `CREATE TABLE sentence_vector (
        guild TEXT NOT NULL, article TEXT NOT NULL, made_of TEXT NOT NULL, vectors BLOB NOT NULL, PRIMARY KEY (guild, article))`,
    ],
  },
  {
    name: 'outbox',
    statements: [
      // An article that the search engine has yet to be told of; an empty id stands for a whole purged server.
      `CREATE TABLE outbox (
        guild TEXT NOT NULL, article TEXT NOT NULL, change INTEGER NOT NULL, queued_at TEXT NOT NULL,
        PRIMARY KEY (guild, article))`,
      `CREATE INDEX outbox_queued ON outbox (queued_at, guild, article)`,
    ],
  },
  {
    name: 'memberships',
    statements: [
      // Which bot left a server was not known before: it belongs to nobody until a bot is seen in it.
      `CREATE TABLE membership (
        guild TEXT NOT NULL, application TEXT NOT NULL, left_at TEXT, absent_seconds INTEGER NOT NULL,
        PRIMARY KEY (guild, application))`,
      `ALTER TABLE guild DROP COLUMN left_at`,
    ],
  },
  {
    name: 'how articles were read',
    // JSON: where each detail was found, what was left out, what could not be read.
    statements: [`ALTER TABLE article ADD COLUMN reading TEXT`],
  },
  {
    name: 'wordings of retracted texts',
    // Keyed hashes, so that a quotation of a retracted text can be recognised (retracted-wording.ts).
    statements: [`ALTER TABLE revision ADD COLUMN wordings TEXT`],
  },
  {
    name: 'follows and briefings',
    statements: [
      // place: where it is told, 'c' and a channel's id or 'u' and a person's; here: the channels as which a channel counts.
      `CREATE TABLE follow (
        guild TEXT NOT NULL, id TEXT NOT NULL, place TEXT NOT NULL, here TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
        created_by TEXT NOT NULL, created_at TEXT NOT NULL, PRIMARY KEY (guild, id))`,
      `CREATE UNIQUE INDEX follow_subject ON follow (guild, place, kind, subject)`,
      // What a place is told of an article, once for each state; since: the revision that its readers know, 0 for none.
      `CREATE TABLE follow_news (
        guild TEXT NOT NULL, place TEXT NOT NULL, article TEXT NOT NULL, state TEXT NOT NULL, since INTEGER NOT NULL,
        follows TEXT NOT NULL, found_at TEXT NOT NULL, due_at TEXT NOT NULL, message TEXT, message_at TEXT, begun_at TEXT,
        posted_at TEXT, PRIMARY KEY (guild, place, article, state))`,
      `CREATE INDEX follow_news_message ON follow_news (guild, message)`,
      `CREATE INDEX follow_news_due ON follow_news (due_at)`,
      // told_until: the end of the period of the last one.
      `CREATE TABLE briefing (
        guild TEXT NOT NULL, channel TEXT NOT NULL, here TEXT NOT NULL, every TEXT NOT NULL, day INTEGER NOT NULL,
        hour INTEGER NOT NULL, gaps INTEGER NOT NULL, created_by TEXT NOT NULL, told_until TEXT NOT NULL,
        PRIMARY KEY (guild, channel))`,
    ],
  },
  {
    name: 'outlines of posts',
    statements: [
      // kind: 'reply' for all in a channel, 'private' for somebody alone, 'desk' for what the desk was told.
      `ALTER TABLE post ADD COLUMN kind TEXT NOT NULL DEFAULT 'reply'`,
      // How a message is made again, JSON without any article's wording; and its own words, of which a retraction takes some.
      `ALTER TABLE post ADD COLUMN outline TEXT`,
      `ALTER TABLE post ADD COLUMN words TEXT`,
      `CREATE INDEX post_channel ON post (guild, channel, posted_at)`,
    ],
  },
];

/** Every table that holds rows of guilds in a column `guild`. */
export const GUILD_TABLES = [
  'sentence_vector',
  'revision',
  'article',
  'guild_setting',
  'post_quote',
  'post',
  'feed_item',
  'feed',
  'job',
  'gap_asker',
  'gap',
  'feedback',
  'outbox',
  'membership',
  'follow_news',
  'follow',
  'briefing',
] as const;
