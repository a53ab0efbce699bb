import { randomUUID } from 'node:crypto';
import type { Sql } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';

/** Where news is posted: in a channel, or to a person as a direct message. */
export type FollowPlace = Readonly<
  | {
      channel: string;
      /** The channel itself, and for a thread also its parent. */
      here: readonly string[];
    }
  | { person: string }
>;

/** The kind of thing that is followed. */
export type FollowKind = 'topic' | 'company' | 'article';

/** A subscription: something that a channel or person follows. */
export type Follow = Readonly<{
  id: string;
  place: FollowPlace;
  kind: FollowKind;
  /** The words of a topic, the name of a company, or the id of an article. */
  subject: string;
  createdBy: string;
  /** ISO 8601, UTC. */
  createdAt: string;
}>;

export type FollowStore = Readonly<{
  /** Stores a subscription, unless it exists already or the channel, person or server has too many. */
  add(
    follow: Pick<Follow, 'place' | 'kind' | 'subject' | 'createdBy'>,
  ): Promise<Readonly<{ outcome: 'added' | 'exists'; follow: Follow }> | Readonly<{ outcome: 'full' }>>;
  /** The subscriptions of a channel or person, or of the whole server, oldest first. */
  list(place?: FollowPlace): Promise<readonly Follow[]>;
  /** Deletes a subscription, and the waiting news that only it matched. Returns whether it existed. */
  remove(id: string): Promise<boolean>;
}>;

/** Maximum number of subscriptions of a channel or person, and of a server; each new article is compared with all of them. */
const MOST_IN_PLACE = 25;
const MOST_ON_SERVER = 500;

/** The value of the column `place`. */
export const placeKey = (place: FollowPlace): string =>
  'person' in place ? `u${place.person}` : `c${place.channel}`;

type Row = Readonly<{
  id: string;
  place: string;
  here: string;
  kind: string;
  subject: string;
  created_by: string;
  created_at: string;
}>;

/** The subscriptions of a server. */
export function followStore(context: GuildContext): FollowStore {
  const { db, guildId } = context;
  return {
    add: ({ place, kind, subject, createdBy }) =>
      db.transaction(async (tx) => {
        const key = placeKey(place);
        // Locks the server's row, so that concurrent additions cannot exceed the limits.
        await tx.all('UPDATE guild SET change = change WHERE id = ?', [guildId]);
        const all = await followsOf(tx, guildId);
        const here = all.filter((each) => placeKey(each.place) === key);
        const twin = here.find((each) => each.kind === kind && each.subject === subject);
        if (twin) return { outcome: 'exists', follow: twin };
        if (here.length >= MOST_IN_PLACE || all.length >= MOST_ON_SERVER) return { outcome: 'full' };
        const follow: Follow = {
          id: randomUUID().slice(0, 8),
          place,
          kind,
          subject,
          createdBy,
          createdAt: stampOf(context),
        };
        const channels = 'person' in place ? [] : place.here;
        await tx.all(
          `INSERT INTO follow (guild, id, place, here, kind, subject, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          [guildId, follow.id, key, JSON.stringify(channels), kind, subject, createdBy, follow.createdAt],
        );
        return { outcome: 'added', follow };
      }),

    async list(place) {
      const all = await followsOf(db, guildId);
      return place === undefined ? all : all.filter((each) => placeKey(each.place) === placeKey(place));
    },

    remove: (id) =>
      db.transaction(async (tx) => {
        const gone = await tx.all('DELETE FROM follow WHERE guild = ? AND id = ? RETURNING id', [
          guildId,
          id,
        ]);
        const left = new Set((await followsOf(tx, guildId)).map((follow) => follow.id));
        const waiting = await tx.all<{ place: string; article: string; state: string; follows: string }>(
          'SELECT place, article, state, follows FROM follow_news WHERE guild = ? AND message IS NULL',
          [guildId],
        );
        for (const { place, article, state, follows } of waiting) {
          if ((JSON.parse(follows) as string[]).some((each) => left.has(each))) continue;
          const sql = `DELETE FROM follow_news WHERE guild = ? AND place = ? AND article = ? AND state = ? AND message IS NULL`;
          await tx.all(sql, [guildId, place, article, state]);
        }
        return gone.length > 0;
      }),
  };
}

async function followsOf(sql: Sql, guildId: string): Promise<Follow[]> {
  const rows = await sql.all<Row>(
    `SELECT id, place, here, kind, subject, created_by, created_at FROM follow WHERE guild = ? ORDER BY created_at, id`,
    [guildId],
  );
  return rows.map((row) => ({
    id: row.id,
    place: placeOf(row.place, row.here),
    kind: row.kind as FollowKind,
    subject: row.subject,
    createdBy: row.created_by,
    createdAt: row.created_at,
  }));
}

/** Reads a place from its column; `here` is JSON. */
const placeOf = (key: string, here: string): FollowPlace =>
  key.startsWith('u')
    ? { person: key.slice(1) }
    : { channel: key.slice(1), here: JSON.parse(here) as string[] };
