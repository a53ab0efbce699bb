import { insert, onlyRow } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';

/** A sentence as a message quotes it: what its receipt names. */
export type PostedQuote = Readonly<{ articleId: string; revision: number; sentence: number }>;

/** What a message is: a reply that all in a channel can read, one for somebody alone, or what the desk was told. */
export type PostKind = 'reply' | 'private' | 'desk';

/**
 * What is kept of a message to make it again, as text that the store does not read: its parts, without an article's wording; and
 * apart from that our own words and what people typed, a list of strings as JSON, of which a retraction takes those that repeat the text.
 */
export type PostOutline = Readonly<{ shape: string; words: string }>;

/** A message as it was kept. */
export type KeptPost = Readonly<{
  channelId: string;
  messageId: string;
  kind: PostKind;
  /** ISO 8601, UTC. */
  postedAt: string;
  /** Absent where the message was posted before outlines were kept. */
  outline?: PostOutline;
  /** Of such a message, what was asked or listed. */
  title?: string;
  /** All that it quotes, in the order of articles and sentences. */
  quotes: readonly PostedQuote[];
}>;

/** A message whose quotes are no longer what its articles say. */
export type OutdatedPost = Readonly<{
  channelId: string;
  messageId: string;
  /** ISO 8601, UTC. */
  postedAt: string;
  /** All that the message quotes of articles that changed since it was last edited. */
  quotes: readonly (PostedQuote & Readonly<{ now: PostState }>)[];
}>;

/** What an article is: its newest revision's number, or retracted. */
export type PostState = number | 'retracted';

export type PostStore = Readonly<{
  /** Keeps a message of the bot that quotes sentences. */
  record(
    post: Pick<KeptPost, 'channelId' | 'messageId' | 'quotes' | 'outline'> & Readonly<{ kind?: PostKind }>,
  ): Promise<void>;
  /** Public messages and those of the desk to edit, oldest first, at most `limit`, or the one of this id; asked again after a restart, it answers the same. */
  outdated(limit: number, messageId?: string): Promise<readonly OutdatedPost[]>;
  /** A message as it was kept; undefined for any other. */
  find(messageId: string): Promise<KeptPost | undefined>;
  /** The newest replies in a channel, at most `limit`, the oldest of them first. */
  inChannel(channelId: string, limit: number): Promise<readonly KeptPost[]>;
  /** How many public replies quote an article. */
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

/** An article's state as the column `told` keeps it. */
const STATE = `CASE WHEN a.state = 'retracted' THEN 'retracted' ELSE 'r' || a.revision END`;
const toldOf = (state: PostState): string => (state === 'retracted' ? state : `r${state}`);

/** One guild's messages with quotes. House articles never change while the bot runs; they are kept only to be shown again. */
export const postStore = (context: GuildContext): PostStore => ({
  ...keptPosts(context),
  ...quotedStates(context),
});

/** Keeps messages, and finds them again. */
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

/** Which states of articles the messages tell of. */
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
