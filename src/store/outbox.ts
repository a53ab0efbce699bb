import { onlyRow, places, type Db, type Sql } from './db/db.ts';
import type { Writing } from './articles/writing.ts';

/** Articles of one server that changed after the search engine last received them. */
export type WaitingBatch = Readonly<{
  guildId: string;
  /** Article ids; empty when the whole server was purged. */
  ids: readonly string[];
  /**
   * The server's change number, read first: articles that are read afterwards are at least this new, so a document
   * written with this number never overrides a later write. 0 for a purged server.
   */
  change: number;
}>;

/** How many changes wait for the search engine. */
export type OutboxSize = Readonly<{
  waiting: number;
  /** ISO 8601, UTC; absent when nothing waits. */ since?: string;
}>;

/**
 * Changes that the search engine has not received: one row for each changed article, written in the transaction of the
 * change. The row says only that the article changed. Its content is read when it is sent, so any number of changes to
 * an article needs one row.
 */
export type Outbox = Readonly<{
  /** The articles that have waited longest, at most `count`, all of one server; undefined when nothing waits. */
  next(count: number): Promise<WaitingBatch | undefined>;
  /** Removes a batch that the engine has stored durably. Articles that changed in the meantime stay in the outbox. */
  settle(batch: WaitingBatch): Promise<void>;
  size(): Promise<OutboxSize>;
}>;

/** Article id of the row that means a whole purged server; the id of an article is never empty. */
const WHOLE_SERVER = '';
/** Rows per statement: both databases limit the number of bound values. */
const ROWS_A_STATEMENT = 200;

/** Records in the transaction of a change that these articles changed, if a search engine is used. */
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

/** Records in the transaction of a purge, after the server's rows are deleted, that the engine must delete the whole server. */
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
      if (!head) throw new Error(`Server ${guildId} has articles in the outbox but no change number.`);
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
      const row = onlyRow(
        await db.all<{ waiting: number; since: string | null }>(
          'SELECT count(*) AS waiting, min(queued_at) AS since FROM outbox',
        ),
      );
      return { waiting: row.waiting, ...(row.since !== null && { since: row.since }) };
    },
  };
}
