import { hashedAsker, type GuildContext } from '../guild-context.ts';

/** Which server a person chose to read outside of any server. The person is stored only as a hash. */
export type ChosenGuilds = Readonly<{
  /** The chosen one of these guilds; undefined if none was chosen. */
  get(userId: string, among: readonly string[]): Promise<string | undefined>;
  /** Chooses one of these guilds instead of any other. */
  set(userId: string, guildId: string, among: readonly string[]): Promise<void>;
}>;

/** Prefix of the hash in the name of a guild's setting, which is deleted with the guild. */
export const CHOSEN_BY = 'chosen-by:';

/** The choices in a store. */
export function chosenGuilds({ db }: Pick<GuildContext, 'db'>): ChosenGuilds {
  return {
    get: (userId, among) =>
      db.transaction(async (tx) => {
        for (const guild of among) {
          const name = CHOSEN_BY + (await hashedAsker(tx, guild, userId));
          const sql = 'SELECT guild FROM guild_setting WHERE guild = ? AND name = ?';
          if ((await tx.all(sql, [guild, name])).length > 0) return guild;
        }
        return undefined;
      }),
    set: (userId, guildId, among) =>
      db.transaction(async (tx) => {
        for (const guild of new Set([...among, guildId])) {
          const name = CHOSEN_BY + (await hashedAsker(tx, guild, userId));
          await tx.all('DELETE FROM guild_setting WHERE guild = ? AND name = ?', [guild, name]);
          if (guild === guildId)
            await tx.all('INSERT INTO guild_setting (guild, name, value) VALUES (?, ?, ?)', [
              guild,
              name,
              'true',
            ]);
        }
      }),
  };
}
