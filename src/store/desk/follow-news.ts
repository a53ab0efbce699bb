import { randomUUID } from 'node:crypto';
import { insert, type Db, type Tx } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';
import { placeKey, type FollowPlace } from './follows.ts';

/** The state of an article, which is reported only once: a revision, or a retraction with its time. */
export type NewsState = `r${number}` | `x${string}`;

/** A change of an article to report in a channel or to a person. */
export type FollowNews = Readonly<{
  articleId: string;
  state: NewsState;
  /** The last revision reported there; 0 for none. */
  since: number;
  /** Ids of the subscriptions that the article matches. */
  follows: readonly string[];
}>;

/** News waiting for a channel or person. */
export type WaitingPlace = Readonly<{
  place: string;
  /** Oldest first. */
  waiting: readonly Pick<FollowNews, 'articleId' | 'state'>[];
  /** Number of messages created there since `after`. */
  messages: number;
}>;

/** A message that reports news. */
export type NewsMessage = Readonly<{
  id: string;
  place: string;
  news: readonly FollowNews[];
  /** Time of the first attempt to send it; absent if there was none. ISO 8601, UTC. */
  begunAt?: string;
  posted: boolean;
}>;

/** Records which news is reported where and in which message, so that each is reported once. */
export type NewsStore = Readonly<{
  /**
   * Stores news for a channel or person, due at `dueAt` (ISO 8601, UTC). It replaces waiting news about the same article, but keeps
   * the last reported revision of that. Does nothing if this state was reported already.
   */
  note(place: FollowPlace, news: FollowNews, dueAt: string): Promise<void>;
  /** The revision last reported to a channel or person; undefined if there is none or its retraction was reported. */
  knownIn(place: FollowPlace, articleId: string): Promise<number | undefined>;
  /** Deletes all waiting news about an article. */
  drop(articleId: string): Promise<void>;
  /** Channels and people with news due at `now`, and the number of messages created for them since `after`. */
  due(now: Date, after: Date): Promise<readonly WaitingPlace[]>;
  /** Combines waiting news into a message, and creates the job that posts it. Does nothing if some of it is in another message already. */
  bundle(place: string, news: readonly Pick<FollowNews, 'articleId' | 'state'>[], at: Date): Promise<void>;
  message(id: string): Promise<NewsMessage | undefined>;
  /** Stores the time of the first attempt to send; undefined means that the attempt failed without effect. */
  begun(id: string, at: Date | undefined): Promise<void>;
  /** Marks a message as posted, or as not to be posted. */
  posted(id: string): Promise<void>;
  /** Ids of messages that are not posted yet. */
  unposted(): Promise<readonly string[]>;
  /** Creates the job that posts a message; a failed one is restarted. */
  send(id: string): Promise<void>;
  /** Deletes news posted before `time`. */
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

/** Waiting and reported news. */
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

/** Messages of news, and the jobs that post them. */
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

/** Finds servers with something to report. They may include servers that this process does not serve. */
export type Telling = Readonly<{
  /** Servers with due news that is not in a message yet. */
  due(now: Date): Promise<readonly string[]>;
  /** Servers with messages that are not posted yet. */
  unposted(): Promise<readonly string[]>;
  /** Servers with digests. */
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
