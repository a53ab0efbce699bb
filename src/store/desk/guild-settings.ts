import { z } from 'zod';
import { tellChange } from '../changes.ts';
import type { GuildContext } from '../guild-context.ts';
import { CHOSEN_BY } from './chosen-guilds.ts';

/** Whether this is the name of a time zone that the system knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const snowflake = z.string().regex(/^\d{1,20}$/u);

const settingsSchema = z.object({
  /** Roles whose members are editors, besides Manage Server. */
  editorRoles: z.array(snowflake).max(20).default([]),
  /** Channels where the bot answers. Empty: everywhere. */
  answerChannels: z.array(snowflake).max(100).default([]),
  /** Channel for digests of corrections and retractions. Null: none. */
  deskChannel: snowflake.nullable().default(null),
  /** Channels where newly added articles may be quoted by default. Empty: everywhere. */
  newArticleChannels: z.array(snowflake).max(100).default([]),
  /** The time zone of hours in the settings, by its IANA name. */
  timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Berlin').default('UTC'),
});

/** Settings that a server's editors may change. */
export type GuildSettings = Readonly<z.output<typeof settingsSchema>>;

export type SettingsStore = Readonly<{
  get(): Promise<GuildSettings>;
  /** Changes the given settings and keeps the rest. Throws a ZodError for invalid values. */
  set(changes: Partial<GuildSettings>): Promise<GuildSettings>;
}>;

/** One guild's settings. */
export function settingsStore({ db, guildId }: GuildContext): SettingsStore {
  async function get(): Promise<GuildSettings> {
    const rows = await db.all<{ name: string; value: string }>(
      `SELECT name, value FROM guild_setting WHERE guild = ? AND name NOT LIKE '${CHOSEN_BY}%'`,
      [guildId],
    );
    return settingsSchema.parse(Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])));
  }
  return {
    get,
    async set(changes) {
      const checked = settingsSchema.partial().parse(changes);
      await db.transaction(async (tx) => {
        for (const name of Object.keys(changes) as (keyof GuildSettings)[]) {
          await tx.all(
            `INSERT INTO guild_setting (guild, name, value) VALUES (?, ?, ?)
             ON CONFLICT (guild, name) DO UPDATE SET value = excluded.value`,
            [guildId, name, JSON.stringify(checked[name])],
          );
        }
        await tellChange(tx, 'settings', guildId, []);
      });
      return get();
    },
  };
}
