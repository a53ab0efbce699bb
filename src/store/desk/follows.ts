import { randomUUID } from 'node:crypto';
import type { Sql } from '../db/db.ts';
import { stampOf, type GuildContext } from '../guild-context.ts';

/** Where something is told: a channel, or one person in private. */
export type FollowPlace = Readonly<
  | {
      /** The channels as which it counts: a thread's parent, too. */ channel: string;
      here: readonly string[];
    }
  | { person: string }
>;

/** What is followed. */
export type FollowKind = 'topic' | 'company' | 'article';

/** Something that a channel or a person wants to be told of. */
export type Follow = Readonly<{
  id: string;
  place: FollowPlace;
  kind: FollowKind;
  /** A topic's words, a company's name, an article's id. */
  subject: string;
  createdBy: string;
  /** ISO 8601, UTC. */
  createdAt: string;
}>;

export type FollowStore = Readonly<{
  /** Keeps it, unless it is kept already or the place has as much as it may. */
  add(
    follow: Pick<Follow, 'place' | 'kind' | 'subject' | 'createdBy'>,
  ): Promise<Readonly<{ outcome: 'added' | 'exists'; follow: Follow }> | Readonly<{ outcome: 'full' }>>;
  /** What is followed in a place, or on the whole server; what was added first comes first. */
  list(place?: FollowPlace): Promise<readonly Follow[]>;
  /** Lets go of it, and of what waits to be told because of it alone. Whether it was there. */
  remove(id: string): Promise<boolean>;
}>;

/** As many can be followed in one place, and on one server: each new article is looked through for all of them. */
const MOST_IN_PLACE = 25;
const MOST_ON_SERVER = 500;

/** A place as its column keeps it. */
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

/** What a server's channels and people follow. */
export function followStore(context: GuildContext): FollowStore {
  const { db, guildId } = context;
  return {
    add: ({ place, kind, subject, createdBy }) =>
      db.transaction(async (tx) => {
        const key = placeKey(place);
        // Whoever adds on one server waits for each other here, so that none is one too many.
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

/** A place from its column; `here` is JSON. */
const placeOf = (key: string, here: string): FollowPlace =>
  key.startsWith('u')
    ? { person: key.slice(1) }
    : { channel: key.slice(1), here: JSON.parse(here) as string[] };
