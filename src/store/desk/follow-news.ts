import { randomUUID } from 'node:crypto';
import { insert, type Db, type Tx } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';
import { placeKey, type FollowPlace } from './follows.ts';

/** What an article is, as a place is told of it once: a revision, or a retraction with its time. */
export type NewsState = `r${number}` | `x${string}`;

/** A change of an article that a place is to be told of. */
export type FollowNews = Readonly<{
  articleId: string;
  state: NewsState;
  /** The revision that is known there; 0 for none. */
  since: number;
  /** Ids of what is followed there and that it says something about. */
  follows: readonly string[];
}>;

/** News that waits in a place. */
export type WaitingPlace = Readonly<{
  place: string;
  /** What waited longest comes first. */
  waiting: readonly Pick<FollowNews, 'articleId' | 'state'>[];
  /** Messages that were made there since `after`. */
  messages: number;
}>;

/** A message to be posted: what it tells of. */
export type NewsMessage = Readonly<{
  id: string;
  place: string;
  news: readonly FollowNews[];
  /** When sending was begun for the first time; absent when it never was. ISO 8601, UTC. */
  begunAt?: string;
  posted: boolean;
}>;

/** Which news is told where, and in which message: each once. */
export type NewsStore = Readonly<{
  /**
   * Keeps that a place is to be told, from `dueAt` on (ISO 8601, UTC). What waits there about the same article gives way, and
   * what its readers know stays what they know. Told in this state already, it is not told again.
   */
  note(place: FollowPlace, news: FollowNews, dueAt: string): Promise<void>;
  /** The revision that a place was told of last; undefined when it never was or was told of its retraction. */
  knownIn(place: FollowPlace, articleId: string): Promise<number | undefined>;
  /** Forgets what waits in any place about an article. */
  drop(articleId: string): Promise<void>;
  /** Places where something is due at `now`, with the messages made there since `after`. */
  due(now: Date, after: Date): Promise<readonly WaitingPlace[]>;
  /** Puts news that waits into one message, with a job that posts it; nothing when some of it is in another already. */
  bundle(place: string, news: readonly Pick<FollowNews, 'articleId' | 'state'>[], at: Date): Promise<void>;
  message(id: string): Promise<NewsMessage | undefined>;
  /** Keeps when sending was begun for the first time; with undefined, that it did not come to anything. */
  begun(id: string, at: Date | undefined): Promise<void>;
  /** Keeps that it was posted, or is not to be. */
  posted(id: string): Promise<void>;
  /** Ids of messages that were made and not posted. */
  unposted(): Promise<readonly string[]>;
  /** Keeps a job that posts a message; one that failed is done again. */
  send(id: string): Promise<void>;
  /** Drops what was posted before `time`. */
  forgetBefore(time: Date): Promise<void>;
}>;

/** The kind of job that posts a message. */
export const NEWS_JOB = 'follow-post';

type Row = Readonly<{
  place: string;
  article: string;
  state: string;
  since: number;
  follows: string;
  message: string | null;
  begun_at: string | null;
  posted_at: string | null;
}>;

const keepJob = (tx: Tx, guildId: string, id: string, at: string): Promise<unknown> =>
  tx.all(
    `INSERT INTO job (guild, id, kind, state, tries, created_by, created_at, changed_at, payload)
     VALUES (?, ?, '${NEWS_JOB}', 'waiting', 0, 'pullquote', ?, ?, ?)
     ON CONFLICT (guild, id) DO UPDATE SET state = 'waiting', tries = 0, problem = NULL,
       changed_at = excluded.changed_at, payload = excluded.payload WHERE job.state = 'failed'`,
    [guildId, `${NEWS_JOB}:${id}`, at, at, JSON.stringify({ message: id })],
  );

/** One server's news. */
export const newsStore = (context: GuildContext): NewsStore => ({
  ...waitingNews(context),
  ...newsMessages(context),
});

/** News until it is in a message, and what was told. */
function waitingNews(context: GuildContext): Pick<NewsStore, 'note' | 'knownIn' | 'drop' | 'due' | 'bundle'> {
  const { db, guildId } = context;
  return {
    note: (place, { articleId, state, since, follows }, dueAt) =>
      db.transaction(async (tx) => {
        const key = [guildId, placeKey(place), articleId] as const;
        const same = `guild = ? AND place = ? AND article = ?`;
        const [waiting] = await tx.all<{ since: number }>(
          `DELETE FROM follow_news WHERE ${same} AND message IS NULL RETURNING since`,
          key,
        );
        const told = await tx.all(`SELECT state FROM follow_news WHERE ${same} AND state = ?`, [
          ...key,
          state,
        ]);
        if (told.length > 0) return;
        await insert(tx, 'follow_news', {
          guild: guildId,
          place: placeKey(place),
          article: articleId,
          state,
          since: waiting ? Math.min(waiting.since, since) : since,
          follows: JSON.stringify(follows),
          found_at: stampOf(context),
          due_at: dueAt,
        });
      }),

    async knownIn(place, articleId) {
      const [row] = await db.all<{ state: string }>(
        `SELECT state FROM follow_news WHERE guild = ? AND place = ? AND article = ? AND message IS NOT NULL
         ORDER BY message_at DESC, found_at DESC LIMIT 1`,
        [guildId, placeKey(place), articleId],
      );
      return row?.state.startsWith('r') ? Number(row.state.slice(1)) : undefined;
    },

    drop: (articleId) =>
      db.transaction(async (tx) => {
        const sql = 'DELETE FROM follow_news WHERE guild = ? AND article = ? AND message IS NULL';
        await tx.all(sql, [guildId, articleId]);
      }),

    async due(now, after) {
      const rows = await db.all<Pick<Row, 'place' | 'article' | 'state'>>(
        `SELECT place, article, state FROM follow_news
         WHERE guild = ? AND message IS NULL AND due_at <= ? ORDER BY found_at, article`,
        [guildId, now.toISOString()],
      );
      if (rows.length === 0) return [];
      const made = await db.all<{ place: string; n: number }>(
        `SELECT place, count(DISTINCT message) AS n FROM follow_news
         WHERE guild = ? AND message_at > ? GROUP BY place`,
        [guildId, after.toISOString()],
      );
      return byPlace(rows, new Map(made.map(({ place, n }) => [place, n])));
    },

    bundle: (place, news, at) =>
      db.transaction(async (tx) => {
        // Two processes that see the same news wait for each other here.
        await tx.all('UPDATE guild SET change = change WHERE id = ?', [guildId]);
        const id = randomUUID();
        const free = await tx.all<{ article: string; state: string }>(
          'SELECT article, state FROM follow_news WHERE guild = ? AND place = ? AND message IS NULL',
          [guildId, place],
        );
        const isFree = new Set(free.map(({ article, state }) => `${article} ${state}`));
        if (!news.every(({ articleId, state }) => isFree.has(`${articleId} ${state}`))) return;
        for (const { articleId, state } of news) {
          const sql = `UPDATE follow_news SET message = ?, message_at = ?
            WHERE guild = ? AND place = ? AND article = ? AND state = ?`;
          await tx.all(sql, [id, at.toISOString(), guildId, place, articleId, state]);
        }
        await keepJob(tx, guildId, id, stampOf(context));
      }),
  };
}

function byPlace(
  rows: readonly Pick<Row, 'place' | 'article' | 'state'>[],
  messages: ReadonlyMap<string, number>,
): WaitingPlace[] {
  return [...Map.groupBy(rows, ({ place }) => place)].map(([place, waiting]) => ({
    place,
    waiting: waiting.map(({ article, state }) => ({ articleId: article, state: state as NewsState })),
    messages: messages.get(place) ?? 0,
  }));
}

/** Messages that were made of news, and the jobs that post them. */
function newsMessages(
  context: GuildContext,
): Pick<NewsStore, 'message' | 'begun' | 'posted' | 'unposted' | 'send' | 'forgetBefore'> {
  const { db, guildId } = context;
  const set = (what: string, value: string | null, id: string): Promise<void> =>
    db.transaction(async (tx) => {
      await tx.all(`UPDATE follow_news SET ${what} WHERE guild = ? AND message = ?`, [value, guildId, id]);
    });

  return {
    async message(id) {
      const rows = await db.all<Row>(
        'SELECT * FROM follow_news WHERE guild = ? AND message = ? ORDER BY found_at, article',
        [guildId, id],
      );
      const [first] = rows;
      if (!first) return undefined;
      return {
        id,
        place: first.place,
        news: rows.map(({ article, state, since, follows }) => ({
          articleId: article,
          state: state as NewsState,
          since,
          follows: JSON.parse(follows) as string[],
        })),
        ...(first.begun_at !== null && { begunAt: first.begun_at }),
        posted: first.posted_at !== null,
      };
    },

    begun: (id, at) =>
      at ? set('begun_at = coalesce(begun_at, ?)', at.toISOString(), id) : set('begun_at = ?', null, id),
    posted: (id) => set('posted_at = ?', stampOf(context), id),

    async unposted() {
      const rows = await db.all<{ message: string }>(
        `SELECT DISTINCT message FROM follow_news WHERE guild = ? AND message IS NOT NULL AND posted_at IS NULL`,
        [guildId],
      );
      return rows.map(({ message }) => message);
    },

    send: (id) => db.transaction(async (tx) => void (await keepJob(tx, guildId, id, stampOf(context)))),

    forgetBefore: (time) =>
      db.transaction(async (tx) => {
        await tx.all('DELETE FROM follow_news WHERE guild = ? AND posted_at < ?', [
          guildId,
          time.toISOString(),
        ]);
      }),
  };
}

/** Servers where something is to be told; which of them this process works for is for others to say. */
export type Telling = Readonly<{
  /** Those with news that is due and in no message yet. */
  due(now: Date): Promise<readonly string[]>;
  /** Those with messages that were made and not posted. */
  unposted(): Promise<readonly string[]>;
  /** Those with digests. */
  briefed(): Promise<readonly string[]>;
}>;

export function tellingOf(db: Db): Telling {
  const guilds = async (sql: string, values: readonly string[] = []): Promise<readonly string[]> =>
    (await db.all<{ guild: string }>(`SELECT DISTINCT guild FROM ${sql} ORDER BY guild`, values)).map(
      ({ guild }) => guild,
    );
  return {
    due: (now) => guilds('follow_news WHERE message IS NULL AND due_at <= ?', [now.toISOString()]),
    unposted: () => guilds('follow_news WHERE message IS NOT NULL AND posted_at IS NULL'),
    briefed: () => guilds('briefing'),
  };
}
