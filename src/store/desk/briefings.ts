import type { GuildContext } from '../guild-context.ts';

/** When a channel gets a digest: an hour of the server's time zone, each day or on one day of the week. */
export type BriefingPlan = Readonly<{
  every: 'day' | 'week';
  /** 1 for Monday to 7 for Sunday; ignored for a daily digest. */
  day: number;
  /** 0 to 23. */
  hour: number;
}>;

/** A channel's digest. */
export type Briefing = BriefingPlan &
  Readonly<{
    channel: string;
    /** The channel itself, and for a thread also its parent. */
    here: readonly string[];
    /** Whether to list unanswered questions. */
    gaps: boolean;
    createdBy: string;
    /** The end of the period that the last digest covered. ISO 8601, UTC. */
    toldUntil: string;
  }>;

/** The digests of one server's channels, at most one each. */
export type BriefingStore = Readonly<{
  /** Creates or changes a channel's digest. The last covered period is kept. */
  set(briefing: Briefing): Promise<void>;
  list(): Promise<readonly Briefing[]>;
  /** Returns whether there was one. */
  remove(channel: string): Promise<boolean>;
  /** Stores the end of the period that the last digest covered. */
  told(channel: string, until: string): Promise<void>;
}>;

type Row = Readonly<{
  channel: string;
  here: string;
  every: string;
  day: number;
  hour: number;
  gaps: number;
  created_by: string;
  told_until: string;
}>;

export function briefingStore({ db, guildId }: GuildContext): BriefingStore {
  return {
    set: ({ channel, here, every, day, hour, gaps, createdBy, toldUntil }) =>
      db.transaction(async (tx) => {
        await tx.all(
          `INSERT INTO briefing (guild, channel, here, every, day, hour, gaps, created_by, told_until)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (guild, channel) DO UPDATE SET here = excluded.here, every = excluded.every, day = excluded.day,
             hour = excluded.hour, gaps = excluded.gaps, created_by = excluded.created_by`,
          [guildId, channel, JSON.stringify(here), every, day, hour, gaps ? 1 : 0, createdBy, toldUntil],
        );
      }),
    async list() {
      const rows = await db.all<Row>(
        `SELECT channel, here, every, day, hour, gaps, created_by, told_until FROM briefing
         WHERE guild = ? ORDER BY channel`,
        [guildId],
      );
      return rows.map((row) => ({
        channel: row.channel,
        here: JSON.parse(row.here) as string[],
        every: row.every === 'week' ? 'week' : 'day',
        day: row.day,
        hour: row.hour,
        gaps: row.gaps === 1,
        createdBy: row.created_by,
        toldUntil: row.told_until,
      }));
    },
    remove: (channel) =>
      db.transaction(async (tx) => {
        const sql = 'DELETE FROM briefing WHERE guild = ? AND channel = ? RETURNING channel';
        return (await tx.all(sql, [guildId, channel])).length > 0;
      }),
    told: (channel, until) =>
      db.transaction(async (tx) => {
        const sql = 'UPDATE briefing SET told_until = ? WHERE guild = ? AND channel = ? AND told_until < ?';
        await tx.all(sql, [until, guildId, channel, until]);
      }),
  };
}
