import { tellChange } from '../changes.ts';
import { places, type Sql, type Tx } from '../db/db.ts';
import { GUILD_TABLES } from '../db/migrations.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';
import { queuePurge } from '../outbox.ts';

/**
 * Which bots are in which servers. Several bots, each its own Discord application, may share one store. Each records only
 * its own servers, and a server's articles are deleted only when the last bot that was in it lets go of them. A server
 * without any recorded bot (used from the terminal, or by a version that recorded none) is never deleted.
 */
export type Memberships = Readonly<{
  /**
   * Records that an application is in exactly these guilds. From now on this process works for it: it gets the jobs of the
   * guilds of this application, and of those of no application.
   */
  present(application: string, guildIds: readonly string[]): Promise<void>;
  /** Records that an application has joined a guild. */
  joined(application: string, guildId: string): Promise<void>;
  /** Records that an application has left a guild, whose data stays for now (F21). */
  left(application: string, guildId: string): Promise<void>;
  /**
   * Adds whole seconds to an application's absence from the guilds that it has left. The caller measures them with a
   * monotonic clock while it runs, since the system clock may jump (F6).
   */
  absent(application: string, seconds: number): Promise<void>;
  /** Guilds from which an application has been absent for at least this many seconds. */
  overdue(application: string, seconds: number): Promise<readonly string[]>;
  /**
   * Lets an application give up a guild that it has left. Deletes the guild's data, unless another application is or was in
   * it and has not given it up. Returns whether the data was deleted.
   */
  letGo(application: string, guildId: string): Promise<boolean>;
  /** The guilds that this process serves. */
  served(): Promise<readonly string[]>;
}>;

/** The application that a process works for; empty until Discord has told it, and on the rehearsal page. */
export type Serving = { application: string };

/** SQL condition: the column's guild is served by this process. Takes the application as its value. */
export const isServed = (column: string): string =>
  `(${column} IN (SELECT guild FROM membership WHERE application = ? AND left_at IS NULL)
    OR ${column} NOT IN (SELECT guild FROM membership))`;

/** Ids per statement. */
const BATCH = 500;

/** Records memberships. `onPurged` removes a guild's data outside the tables. */
export function memberships(
  context: Pick<GuildContext, 'db' | 'now'> &
    Readonly<{ /** Whether purges are recorded for a search engine. */ outbox: boolean }>,
  serving: Serving,
  onPurged: (guildId: string) => Promise<void>,
): Memberships {
  const { db } = context;
  const enter = (tx: Tx, application: string, guildId: string): Promise<unknown> =>
    tx.all(
      `INSERT INTO membership (guild, application, left_at, absent_seconds) VALUES (?, ?, NULL, 0)
       ON CONFLICT (guild, application) DO UPDATE SET left_at = NULL, absent_seconds = 0 WHERE membership.left_at IS NOT NULL`,
      [guildId, application],
    );
  const leave = (tx: Tx, application: string, guildId: string): Promise<unknown> =>
    tx.all(
      `INSERT INTO membership (guild, application, left_at, absent_seconds) VALUES (?, ?, ?, 0)
       ON CONFLICT (guild, application) DO UPDATE SET left_at = COALESCE(membership.left_at, excluded.left_at)`,
      [guildId, application, stampOf(context)],
    );

  return {
    async present(application, guildIds) {
      serving.application = application;
      await db.transaction(async (tx) => {
        const here = new Set(guildIds);
        for (const guildId of await known(tx, [...here])) await enter(tx, application, guildId);
        const sql = 'SELECT guild FROM membership WHERE application = ? AND left_at IS NULL';
        for (const { guild } of await tx.all<{ guild: string }>(sql, [application]))
          if (!here.has(guild)) await leave(tx, application, guild);
      });
    },
    joined: (application, guildId) =>
      db.transaction(async (tx) => {
        for (const id of await known(tx, [guildId])) await enter(tx, application, id);
      }),
    left: (application, guildId) =>
      db.transaction(async (tx) => {
        for (const id of await known(tx, [guildId])) await leave(tx, application, id);
      }),
    absent: (application, seconds) =>
      db.transaction(async (tx) => {
        const sql = `UPDATE membership SET absent_seconds = absent_seconds + ? WHERE application = ? AND left_at IS NOT NULL`;
        await tx.all(sql, [Math.floor(seconds), application]);
      }),
    async overdue(application, seconds) {
      const sql = `SELECT guild FROM membership WHERE application = ? AND left_at IS NOT NULL AND absent_seconds >= ? ORDER BY guild`;
      return (await db.all<{ guild: string }>(sql, [application, seconds])).map(({ guild }) => guild);
    },
    async letGo(application, guildId) {
      const removed = await db.transaction(async (tx) => {
        if (!(await isLast(tx, application, guildId))) return false;
        await purge(tx, guildId);
        if (context.outbox) await queuePurge(tx, guildId, stampOf(context));
        return true;
      });
      if (removed) await onPurged(guildId);
      return removed;
    },
    async served() {
      const sql = `SELECT id FROM guild WHERE ${isServed('id')} ORDER BY id`;
      return (await db.all<{ id: string }>(sql, [serving.application])).map(({ id }) => id);
    },
  };
}

/** Which of these guilds have an archive. */
async function known(sql: Sql, guildIds: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (let from = 0; from < guildIds.length; from += BATCH) {
    const some = guildIds.slice(from, from + BATCH);
    const rows = await sql.all<{ id: string }>(
      `SELECT id FROM guild WHERE id IN (${places(some.length)})`,
      some,
    );
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** Deletes the membership of an application that has left a guild. Returns whether it was the guild's last one. */
async function isLast(tx: Tx, application: string, guildId: string): Promise<boolean> {
  const mine =
    'DELETE FROM membership WHERE guild = ? AND application = ? AND left_at IS NOT NULL RETURNING guild';
  if ((await tx.all(mine, [guildId, application])).length === 0) return false;
  const others = await tx.all('SELECT application FROM membership WHERE guild = ? LIMIT 1', [guildId]);
  return others.length === 0;
}

async function purge(tx: Tx, guildId: string): Promise<void> {
  for (const table of GUILD_TABLES) await tx.all(`DELETE FROM ${table} WHERE guild = ?`, [guildId]);
  await tx.all('DELETE FROM guild WHERE id = ?', [guildId]);
  await tellChange(tx, 'purged', guildId, []);
}
