import { insert, onlyRow } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';

/** A quoted sentence of a message. */
export type PostedQuote = Readonly<{ articleId: string; revision: number; sentence: number }>;

/** The kind of a message: a public reply, a private one, or a report in the desk channel. */
export type PostKind = 'reply' | 'private' | 'desk';

/**
 * What a message can be rebuilt from. The store does not interpret `shape`, the parts of the message without any text of articles.
 * `words` is a JSON list of strings: the bot's own words, and what people typed. A retraction deletes those that repeat its text.
 */
export type PostOutline = Readonly<{ shape: string; words: string }>;

/** A stored message. */
export type KeptPost = Readonly<{
  channelId: string;
  messageId: string;
  kind: PostKind;
  /** ISO 8601, UTC. */
  postedAt: string;
  /** Absent if the message was posted before outlines were stored. */
  outline?: PostOutline;
  /** Without an outline: the question, or the title of a list. */
  title?: string;
  /** All quoted sentences, in the order of articles and sentences. */
  quotes: readonly PostedQuote[];
}>;

/** A message with quotes of articles that were corrected or retracted. */
export type OutdatedPost = Readonly<{
  channelId: string;
  messageId: string;
  /** ISO 8601, UTC. */
  postedAt: string;
  /** Its quotes of articles that changed since the message was last edited. */
  quotes: readonly (PostedQuote & Readonly<{ now: PostState }>)[];
}>;

/** The state of an article: the number of its newest revision, or retracted. */
export type PostState = number | 'retracted';

export type PostStore = Readonly<{
  /** Stores a message of the bot that quotes sentences. */
  record(
    post: Pick<KeptPost, 'channelId' | 'messageId' | 'quotes' | 'outline'> & Readonly<{ kind?: PostKind }>,
  ): Promise<void>;
  /** Public messages and reports to the desk that need editing, oldest first, at most `limit`; or only the one with this id. */
  outdated(limit: number, messageId?: string): Promise<readonly OutdatedPost[]>;
  /** A stored message; undefined if it is not stored. */
  find(messageId: string): Promise<KeptPost | undefined>;
  /** The newest replies in a channel, at most `limit`, the oldest of them first. */
  inChannel(channelId: string, limit: number): Promise<readonly KeptPost[]>;
  /** Number of public replies that quote an article. */
  count(articleId: string): Promise<number>;
  /** Records that the message now shows this state of the article. */
  told(messageId: string, articleId: string, state: PostState): Promise<void>;
  /** Deletes a message. */
  forget(messageId: string): Promise<void>;
}>;

type Row = Readonly<{
  channel: string;
  message: string;
  posted_at: string;
  article: string;
  revision: number;
  sentence: number;
  state: string;
  newest: number;
}>;

type PostRow = Readonly<{
  channel: string;
  message: string;
  kind: PostKind;
  posted_at: string;
  title: string | null;
  outline: string | null;
  words: string | null;
}>;
const COLUMNS = 'channel, message, kind, posted_at, title, outline, words';

/** An article's state as a value of the column `told`. */
const STATE = `CASE WHEN a.state = 'retracted' THEN 'retracted' ELSE 'r' || a.revision END`;
const toldOf = (state: PostState): string => (state === 'retracted' ? state : `r${state}`);

/** One guild's messages with quotes. Quotes of house articles, which never change while the bot runs, are stored only to rebuild the message. */
export const postStore = (context: GuildContext): PostStore => ({
  ...keptPosts(context),
  ...quotedStates(context),
});

/** Stores and finds messages. */
function keptPosts(context: GuildContext): Pick<PostStore, 'record' | 'find' | 'inChannel' | 'forget'> {
  const { db, guildId } = context;

  async function kept(row: PostRow): Promise<KeptPost> {
    const quotes = await db.all<Pick<Row, 'article' | 'revision' | 'sentence'>>(
      `SELECT article, revision, sentence FROM post_quote WHERE guild = ? AND message = ? ORDER BY article, revision, sentence`,
      [guildId, row.message],
    );
    return {
      channelId: row.channel,
      messageId: row.message,
      kind: row.kind,
      postedAt: row.posted_at,
      ...(row.outline !== null && { outline: { shape: row.outline, words: row.words ?? '[]' } }),
      ...(row.title !== null && { title: row.title }),
      quotes: quotes.map(({ article, revision, sentence }) => ({ articleId: article, revision, sentence })),
    };
  }

  return {
    record: ({ channelId, messageId, kind = 'reply', outline, quotes }) =>
      db.transaction(async (tx) => {
        const at = stampOf(context);
        await tx.all(`DELETE FROM post_quote WHERE guild = ? AND message = ?`, [guildId, messageId]);
        await tx.all(`DELETE FROM post WHERE guild = ? AND message = ?`, [guildId, messageId]);
        await insert(tx, 'post', {
          guild: guildId,
          message: messageId,
          channel: channelId,
          posted_at: at,
          kind,
          outline: outline?.shape,
          words: outline?.words,
        });
        const unique = new Map(
          quotes.map((quote) => [`${quote.articleId}.${quote.revision}.${quote.sentence}`, quote]),
        );
        for (const { articleId, revision, sentence } of unique.values()) {
          await tx.all(
            `INSERT INTO post_quote (guild, message, article, revision, sentence, told) VALUES (?, ?, ?, ?, ?,
             coalesce((SELECT ${STATE} FROM article a WHERE a.guild = ? AND a.id = ?), 'house'))`,
            [guildId, messageId, articleId, revision, sentence, guildId, articleId],
          );
        }
      }),

    async find(messageId) {
      const [row] = await db.all<PostRow>(`SELECT ${COLUMNS} FROM post WHERE guild = ? AND message = ?`, [
        guildId,
        messageId,
      ]);
      return row && kept(row);
    },

    async inChannel(channelId, limit) {
      const rows = await db.all<PostRow>(
        `SELECT ${COLUMNS} FROM post WHERE guild = ? AND channel = ? AND kind = 'reply' ORDER BY posted_at DESC, message DESC LIMIT ?`,
        [guildId, channelId, limit],
      );
      return Promise.all(rows.toReversed().map(kept));
    },

    forget: (messageId) =>
      db.transaction(async (tx) => {
        await tx.all(`DELETE FROM post_quote WHERE guild = ? AND message = ?`, [guildId, messageId]);
        await tx.all(`DELETE FROM post WHERE guild = ? AND message = ?`, [guildId, messageId]);
      }),
  };
}

/** Compares the states of articles with those that the messages show. */
const quotedStates = ({ db, guildId }: GuildContext): Pick<PostStore, 'outdated' | 'count' | 'told'> => ({
  async outdated(limit, messageId) {
    const rows = await db.all<Row>(
      `SELECT p.channel, p.message, p.posted_at, q.article, q.revision, q.sentence, a.state, a.revision AS newest
         FROM post_quote q JOIN post p ON p.guild = q.guild AND p.message = q.message
         JOIN article a ON a.guild = q.guild AND a.id = q.article
         WHERE q.guild = ? AND p.kind <> 'private' AND q.told <> ${STATE} ${messageId === undefined ? '' : 'AND p.message = ?'} ORDER BY p.posted_at, p.message, q.article, q.revision, q.sentence`,
      messageId === undefined ? [guildId] : [guildId, messageId],
    );
    const byMessage = Map.groupBy(rows, ({ message }) => message);
    return [...byMessage.values()].slice(0, limit).map(outdatedOf);
  },

  async count(articleId) {
    const { n } = onlyRow(
      await db.all<{ n: number }>(
        `SELECT count(DISTINCT q.message) AS n FROM post_quote q JOIN post p ON p.guild = q.guild AND p.message = q.message
         WHERE q.guild = ? AND q.article = ? AND p.kind = 'reply'`,
        [guildId, articleId],
      ),
    );
    return n;
  },

  told: (messageId, articleId, state) =>
    db.transaction(async (tx) => {
      await tx.all(`UPDATE post_quote SET told = ? WHERE guild = ? AND message = ? AND article = ?`, [
        toldOf(state),
        guildId,
        messageId,
        articleId,
      ]);
    }),
});

function outdatedOf(rows: readonly Row[]): OutdatedPost {
  const [first] = rows;
  if (!first) throw new RangeError('A post has at least one quote.');
  return {
    channelId: first.channel,
    messageId: first.message,
    postedAt: first.posted_at,
    quotes: rows.map(({ article, revision, sentence, state, newest }) => ({
      articleId: article,
      revision,
      sentence,
      now: state === 'retracted' ? 'retracted' : newest,
    })),
  };
}
