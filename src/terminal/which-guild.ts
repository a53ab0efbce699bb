import type { KnownGuild } from '../store/safety/housekeeping.ts';
import { AskerError } from '../reply/error-reply.ts';

/** Hints that decide which server's archive the terminal uses. */
export type GuildHints = Readonly<{
  /** `--guild`. */
  given?: string | undefined;
  /** `DISCORD_GUILD_ID`. */
  set?: string | undefined;
  /** Servers that have an archive. */
  known: readonly KnownGuild[];
  /** The servers of the rehearsal page. */
  rehearsal: readonly string[];
  /** Whether there is a Discord token. The bot then serves real servers, and those of the rehearsal page are ignored. */
  connects: boolean;
}>;

/**
 * Chooses a server: the given one, else the one in the settings, else the only one with an archive, else, without a Discord token,
 * the first of the rehearsal page. Returns `undefined` if none of these applies.
 */
export function guildMeant({ given, set, known, rehearsal, connects }: GuildHints): string | undefined {
  if (given !== undefined) return checkedGuild(given);
  if (set !== undefined) return set;
  const served = servedOf(known, rehearsal, connects);
  if (served.length === 0 && !connects) return rehearsal[0];
  return served.length === 1 ? served[0] : undefined;
}

/**
 * Chooses a server for a question; `undefined` means only the house articles. Throws {@link AskerError} if several servers have
 * articles, since an answer from only the house articles would look like one from all articles.
 */
export function guildToAsk(hints: GuildHints): string | undefined {
  const meant = guildMeant(hints);
  const served = servedOf(hints.known, hints.rehearsal, hints.connects);
  if (meant !== undefined || served.length === 0) return meant;
  throw new AskerError(
    `Several servers have articles (${served.join(', ')}): say which one is asked with --guild ID or DISCORD_GUILD_ID.`,
  );
}

/** Chooses a server to add to. Throws {@link AskerError}, which lists the servers, if none can be chosen. */
export function guildToAddTo(hints: GuildHints): string {
  const meant = guildMeant(hints);
  if (meant !== undefined) return meant;
  const served = servedOf(hints.known, hints.rehearsal, hints.connects);
  const names = served.length > 0 ? ` (those with an archive: ${served.join(', ')})` : '';
  throw new AskerError(
    `Say which server the articles are for with --guild ID or DISCORD_GUILD_ID${names}; Discord shows the ID with “Copy Server ID”.`,
  );
}

function servedOf(known: readonly KnownGuild[], rehearsal: readonly string[], connects: boolean): string[] {
  return known
    .filter(({ guildId, leftAt }) => leftAt === undefined && !(connects && rehearsal.includes(guildId)))
    .map(({ guildId }) => guildId);
}

function checkedGuild(given: string): string {
  if (/^\d{17,20}$/u.test(given)) return given;
  throw new AskerError('--guild takes the 17 to 20 digits that Discord shows with “Copy Server ID”.');
}
