import { insert, onlyRow, places, type Tx } from '../db/db.ts';
import { feedOf, itemOf, type Feed, type FeedItem, type FeedRow, type ItemRow } from './feed-rows.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';
import { keptNotice, type Notice } from '../../words/message.ts';

/** Result of a check; `nextAt` is the time of the next one. */
export type FeedCheck =
  | Readonly<{ ok: true; nextAt: Date; title?: string; etag?: string; lastModified?: string }>
  | Readonly<{ ok: false; nextAt: Date; problem: Notice }>;

export type FeedStore = Readonly<{
  /** Adds a feed that is due immediately. Returns the existing feed if the server reads this URL already. */
  add(url: string, by: string): Promise<Readonly<{ outcome: 'added' | 'exists'; feed: Feed }>>;
  list(): Promise<readonly Feed[]>;
  /** Deletes a feed and its items; the articles stay. False when there is no such feed. */
  remove(id: string): Promise<boolean>;
  /** Stores the result of a check. */
  checked(id: string, check: FeedCheck): Promise<void>;
  /** The stored items among `items`, by guid. */
  known(id: string, items: readonly string[]): Promise<ReadonlyMap<string, FeedItem>>;
  /** Stores the state of an item. Increments `tries` each time it is quarantined. */
  keep(id: string, item: Omit<FeedItem, 'tries'>): Promise<void>;
  quarantined(id: string): Promise<readonly FeedItem[]>;
}>;

/** Items per statement. */
const BATCH = 200;

/** One guild's feeds. */
export function feedStore(context: GuildContext): FeedStore {
  const { db, guildId } = context;
  return {
    add: (url, by) => db.transaction((tx) => addFeed(tx, context, url, by)),

    async list() {
      const rows = await db.all<FeedRow>('SELECT * FROM feed WHERE guild = ? ORDER BY added_at, id', [
        guildId,
      ]);
      return rows.map(feedOf);
    },

    remove: (id) =>
      db.transaction(async (tx) => {
        await tx.all('DELETE FROM feed_item WHERE guild = ? AND feed = ?', [guildId, id]);
        return (
          (await tx.all('DELETE FROM feed WHERE guild = ? AND id = ? RETURNING id', [guildId, id])).length > 0
        );
      }),

    checked: (id, check) => db.transaction((tx) => noteCheck(tx, context, id, check)),

    async known(id, items) {
      const known = new Map<string, FeedItem>();
      for (let from = 0; from < items.length; from += BATCH) {
        const some = items.slice(from, from + BATCH);
        const sql = `SELECT * FROM feed_item WHERE guild = ? AND feed = ? AND item IN (${places(some.length)})`;
        for (const row of await db.all<ItemRow>(sql, [guildId, id, ...some]))
          known.set(row.item, itemOf(row));
      }
      return known;
    },

    keep: (id, item) => db.transaction((tx) => keepItem(tx, context, id, item)),

    async quarantined(id) {
      const sql = `SELECT * FROM feed_item WHERE guild = ? AND feed = ? AND state = 'quarantined' ORDER BY seen_at DESC, item`;
      return (await db.all<ItemRow>(sql, [guildId, id])).map(itemOf);
    },
  };
}

async function addFeed(
  tx: Tx,
  context: GuildContext,
  url: string,
  by: string,
): Promise<Readonly<{ outcome: 'added' | 'exists'; feed: Feed }>> {
  const { guildId } = context;
  const [known] = await tx.all<FeedRow>('SELECT * FROM feed WHERE guild = ? AND url = ?', [guildId, url]);
  if (known) return { outcome: 'exists', feed: feedOf(known) };
  const at = stampOf(context);
  const id = await freeId(tx, guildId, url);
  await insert(tx, 'feed', { guild: guildId, id, url, added_by: by, added_at: at, failures: 0, next_at: at });
  const row = onlyRow(await tx.all<FeedRow>('SELECT * FROM feed WHERE guild = ? AND id = ?', [guildId, id]));
  return { outcome: 'added', feed: feedOf(row) };
}

async function noteCheck(tx: Tx, context: GuildContext, id: string, check: FeedCheck): Promise<void> {
  const { guildId } = context;
  const at = stampOf(context);
  const next = check.nextAt.toISOString();
  if (!check.ok) {
    await tx.all(
      `UPDATE feed SET checked_at = ?, failures = failures + 1, problem = ?, next_at = ? WHERE guild = ? AND id = ?`,
      [at, keptNotice(check.problem), next, guildId, id],
    );
    return;
  }
  const { title = null, etag = null, lastModified = null } = check;
  await tx.all(
    `UPDATE feed SET checked_at = ?, succeeded_at = ?, failures = 0, problem = NULL, next_at = ?,
     title = coalesce(?, title), etag = ?, last_modified = ? WHERE guild = ? AND id = ?`,
    [at, at, next, title, etag, lastModified, guildId, id],
  );
}

async function keepItem(
  tx: Tx,
  context: GuildContext,
  feedId: string,
  { item, state, articleId, fingerprint, problem }: Omit<FeedItem, 'tries'>,
): Promise<void> {
  await tx.all(
    `INSERT INTO feed_item (guild, feed, item, state, article, fingerprint, problem, tries, seen_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (guild, feed, item) DO UPDATE SET state = excluded.state, article = excluded.article,
       fingerprint = excluded.fingerprint, problem = excluded.problem, seen_at = excluded.seen_at,
       tries = CASE WHEN excluded.tries = 0 THEN 0 ELSE feed_item.tries + 1 END`,
    [
      context.guildId,
      feedId,
      item,
      state,
      articleId ?? null,
      fingerprint ?? null,
      problem === undefined ? null : keptNotice(problem),
      state === 'quarantined' ? 1 : 0,
      stampOf(context),
    ],
  );
}

/** Makes an id from the URL's host, with a number from 2 if other feeds of the guild have it. */
async function freeId(tx: Tx, guildId: string, url: string): Promise<string> {
  const host = new URL(url).hostname
    .replace(/^www\./u, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 60);
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? host : `${host}-${n}`;
    if ((await tx.all('SELECT id FROM feed WHERE guild = ? AND id = ?', [guildId, id])).length === 0)
      return id;
  }
}
