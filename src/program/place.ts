import type { GuildHints } from '../terminal/which-guild.ts';
import { GUILDS } from '../rehearsal/guilds.ts';
import type { Settings } from '../settings.ts';
import { readerMemory } from '../reader/memory.ts';
import { indexMemory, memoryLimits } from './memory.ts';

/** The servers of the rehearsal page. */
export const REHEARSAL_GUILDS: readonly string[] = GUILDS.map(({ guildId }) => guildId);

/**
 * Memory of the index per UTF-16 unit of text: 4 at 100,000 sentences of 188 units each (`npm run load -- --sentences 100000` prints the
 * bytes per sentence), one more if typographic characters double the size of the text, and about 2 for the vectors. Bytes.
 */
export const BYTES_PER_UNIT = 8;

/** UTF-16 units of text whose index fits into the configured memory. */
export const unitsOf = ({ INDEX_MEMORY_MB, READER }: Settings): number =>
  indexMemory(INDEX_MEMORY_MB, memoryLimits(), readerMemory(READER)) / BYTES_PER_UNIT;

/** The options of the store, from the settings. */
export const storeOptionsOf = (
  settings: Settings,
): Readonly<{ dataDir: string; mostText: number; searchEngine: boolean; databaseUrl?: string }> => ({
  dataDir: settings.DATA_DIR,
  // The index of a search engine does not use this process's memory.
  mostText: settings.SEARCH_URL === undefined ? unitsOf(settings) : Number.POSITIVE_INFINITY,
  searchEngine: settings.SEARCH_URL !== undefined,
  ...(settings.DATABASE_URL !== undefined && { databaseUrl: settings.DATABASE_URL }),
});

/** The hints from which the terminal chooses a server; `given` is `--guild`. */
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
