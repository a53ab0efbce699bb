import type { GuildHints } from '../cli/which-guild.ts';
import { PLACES } from '../rehearsal/places.ts';
import type { Settings } from '../settings.ts';

/** The servers of the rehearsal page. */
export const REHEARSAL_GUILDS: readonly string[] = PLACES.map(({ guildId }) => guildId);

/** Where the settings say that the store is. */
export const placeOf = ({
  DATA_DIR,
  DATABASE_URL,
}: Settings): Readonly<{ dataDir: string; databaseUrl?: string }> => ({
  dataDir: DATA_DIR,
  ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }),
});

/** What tells which server's archive is meant in the terminal; `given` is `--guild`. */
export const guildHints = (
  { DISCORD_GUILD_ID: set, DISCORD_TOKEN }: Settings,
  given: string | undefined,
  known: GuildHints['known'],
): GuildHints => ({
  given,
  set,
  known,
  rehearsal: REHEARSAL_GUILDS,
  connects: DISCORD_TOKEN !== undefined,
});
