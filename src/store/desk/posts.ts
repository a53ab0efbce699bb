import { insert } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';

/** A sentence as a message quotes it: what its receipt names. */
export type PostedQuote = Readonly<{ articleId: string; revision: number; sentence: number }>;

/** A message whose quotes are no longer what its articles say. */
export type OutdatedPost = Readonly<{
  channelId: string;
  messageId: string;
  /** ISO 8601, UTC. */
  postedAt: string;
  /** What was asked or listed; absent where the message has no title of our own words. */
  title?: string;
  /** All that the message quotes of articles that changed since it was last edited. */
  quotes: readonly (PostedQuote & Readonly<{ now: PostState }>)[];
}>;

/** What an article is: its newest revision's number, or retracted. */
export type PostState = number | 'retracted';

export type PostStore = Readonly<{
  /** Keeps that a message of the bot quotes these sentences. */
  record(
    post: Readonly<{
      channelId: string;
      messageId: string;
      title?: string | undefined;
      quotes: readonly PostedQuote[];
    }>,
  ): Promise<void>;
  /** Messages to edit, oldest first, at most `limit`, or the one of this id; asked again after a restart, it answers the same. */
  outdated(limit: number, messageId?: string): Promise<readonly OutdatedPost[]>;
  /** All that a message quotes, of articles that changed and of others, in the order of articles and sentences. */
  quotes(messageId: string): Promise<readonly PostedQuote[]>;
  /** How many messages quote an article. */
  count(articleId: string): Promise<number>;
  /** Keeps that the message now tells of the article's state. */
  told(messageId: string, articleId: string, state: PostState): Promise<void>;
  /** The message is gone. */
  forget(messageId: string): Promise<void>;
}>;

type Row = Readonly<{
  channel: string;
  message: string;
  posted_at: string;
  title: string | null;
  article: string;
  revision: number;
  sentence: number;
  state: string;
  newest: number;
}>;

const LONGEST_TITLE = 300;

/** An article's state as the column `told` keeps it. */
const STATE = `CASE WHEN a.state = 'retracted' THEN 'retracted' ELSE 'r' || a.revision END`;
const toldOf = (state: PostState): string => (state === 'retracted' ? state : `r${state}`);

/** One guild's messages with quotes. House articles never change while the bot runs; they are kept only to be shown again. */
export function postStore(context: GuildContext): PostStore {
  const { db, guildId } = context;
  return {
    record: ({ channelId, messageId, title, quotes }) =>
      db.transaction(async (tx) => {
        const at = stampOf(context);
        await tx.all(`DELETE FROM post_quote WHERE guild = ? AND message = ?`, [guildId, messageId]);
        await tx.all(`DELETE FROM post WHERE guild = ? AND message = ?`, [guildId, messageId]);
        await insert(tx, 'post', {
          guild: guildId,
          message: messageId,
          channel: channelId,
          posted_at: at,
          title: title?.slice(0, LONGEST_TITLE),
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

    async outdated(limit, messageId) {
      const rows = await db.all<Row>(
        `SELECT p.channel, p.message, p.posted_at, p.title, q.article, q.revision, q.sentence, a.state, a.revision AS newest
         FROM post_quote q JOIN post p ON p.guild = q.guild AND p.message = q.message
         JOIN article a ON a.guild = q.guild AND a.id = q.article
         WHERE q.guild = ? AND q.told <> ${STATE} ${messageId === undefined ? '' : 'AND p.message = ?'} ORDER BY p.posted_at, p.message, q.article, q.revision, q.sentence`,
        messageId === undefined ? [guildId] : [guildId, messageId],
      );
      const byMessage = Map.groupBy(rows, ({ message }) => message);
      return [...byMessage.values()].slice(0, limit).map(outdatedOf);
    },

    async quotes(messageId) {
      const rows = await db.all<Pick<Row, 'article' | 'revision' | 'sentence'>>(
        `SELECT article, revision, sentence FROM post_quote WHERE guild = ? AND message = ? ORDER BY article, revision, sentence`,
        [guildId, messageId],
      );
      return rows.map(({ article, revision, sentence }) => ({ articleId: article, revision, sentence }));
    },

    async count(articleId) {
      const [row] = await db.all<{ n: number }>(
        `SELECT count(DISTINCT message) AS n FROM post_quote WHERE guild = ? AND article = ?`,
        [guildId, articleId],
      );
      return row?.n ?? 0;
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

    forget: (messageId) =>
      db.transaction(async (tx) => {
        await tx.all(`DELETE FROM post_quote WHERE guild = ? AND message = ?`, [guildId, messageId]);
        await tx.all(`DELETE FROM post WHERE guild = ? AND message = ?`, [guildId, messageId]);
      }),
  };
}

function outdatedOf(rows: readonly Row[]): OutdatedPost {
  const [first] = rows;
  if (!first) throw new RangeError('A post has at least one quote.');
  return {
    channelId: first.channel,
    messageId: first.message,
    postedAt: first.posted_at,
    ...(first.title !== null && { title: first.title }),
    quotes: rows.map(({ article, revision, sentence, state, newest }) => ({
      articleId: article,
      revision,
      sentence,
      now: state === 'retracted' ? 'retracted' : newest,
    })),
  };
}
