import { places, type Db, type Sql } from './db/db.ts';
import type { Writing } from './articles/writing.ts';

/** Articles of one server that have changed since the search engine was told of them. */
export type WaitingBatch = Readonly<{
  guildId: string;
  /** Article ids; empty when the whole server was purged. */
  ids: readonly string[];
  /**
   * The server's change number, read before anything else: the articles as they are read from now on are at least as new,
   * so what is written of them under this number never hides a later write. 0 for a purged server.
   */
  change: number;
}>;

/** How much waits for the search engine. */
export type OutboxSize = Readonly<{
  waiting: number;
  /** ISO 8601, UTC; absent when nothing waits. */ since?: string;
}>;

/**
 * What the search engine has yet to be told: a row for each changed article, written in the transaction of the change. The row
 * says only that the article changed: what is sent is what the store holds when it is sent, so one row is enough for any
 * number of changes.
 */
export type Outbox = Readonly<{
  /** The articles that have waited longest, at most `count`, all of one server; undefined when nothing waits. */
  next(count: number): Promise<WaitingBatch | undefined>;
  /** The engine has durably taken a batch; what has changed since then goes on waiting. */
  settle(batch: WaitingBatch): Promise<void>;
  size(): Promise<OutboxSize>;
}>;

/** The article id of the row that stands for a whole purged server. No article's id is empty. */
const WHOLE_SERVER = '';
/** Rows in one statement; databases limit the values of one. */
const ROWS_A_STATEMENT = 200;

/** Notes in the transaction of a change that these articles changed, unless there is no engine to be told. */
export async function queueChange(w: Writing, ids: readonly string[]): Promise<void> {
  if (!w.outbox) return;
  for (let from = 0; from < ids.length; from += ROWS_A_STATEMENT) {
    const some = ids.slice(from, from + ROWS_A_STATEMENT);
    const rows = some.map(() => '(?, ?, (SELECT change FROM guild WHERE id = ?), ?)').join(', ');
    await w.tx.all(
      `INSERT INTO outbox (guild, article, change, queued_at) VALUES ${rows}
       ON CONFLICT (guild, article) DO UPDATE SET change = excluded.change`,
      some.flatMap((id) => [w.guild, id, w.guild, w.at]),
    );
  }
}

/** Notes in the transaction of a purge, when the server's rows are gone, that the engine has to forget it as a whole. */
export async function queuePurge(tx: Sql, guild: string, at: string): Promise<void> {
  await tx.all('INSERT INTO outbox (guild, article, change, queued_at) VALUES (?, ?, 0, ?)', [
    guild,
    WHOLE_SERVER,
    at,
  ]);
}

/** The outbox of a store. */
export function outboxOf(db: Db): Outbox {
  return {
    async next(count) {
      const [first] = await db.all<{ guild: string; article: string }>(
        'SELECT guild, article FROM outbox ORDER BY queued_at, guild, article LIMIT 1',
      );
      if (!first) return undefined;
      const { guild: guildId } = first;
      const [gone] = await db.all('SELECT guild FROM outbox WHERE guild = ? AND article = ?', [
        guildId,
        WHOLE_SERVER,
      ]);
      if (gone) return { guildId, ids: [], change: 0 };
      const [head] = await db.all<{ change: number }>('SELECT change FROM guild WHERE id = ?', [guildId]);
      if (!head) throw new Error(`Server ${guildId} has articles in the outbox and no change number.`);
      const rows = await db.all<{ article: string }>(
        'SELECT article FROM outbox WHERE guild = ? ORDER BY queued_at, article LIMIT ?',
        [guildId, count],
      );
      return { guildId, ids: rows.map(({ article }) => article), change: head.change };
    },
    async settle({ guildId, ids, change }) {
      const settled = ids.length > 0 ? ids : [WHOLE_SERVER];
      await db.transaction((tx) =>
        tx.all(
          `DELETE FROM outbox WHERE guild = ? AND change <= ? AND article IN (${places(settled.length)})`,
          [guildId, change, ...settled],
        ),
      );
    },
    async size() {
      const [row] = await db.all<{ waiting: number; since: string | null }>(
        'SELECT count(*) AS waiting, min(queued_at) AS since FROM outbox',
      );
      if (!row) throw new Error('A statement that counts has one row.');
      return { waiting: row.waiting, ...(row.since !== null && { since: row.since }) };
    },
  };
}
