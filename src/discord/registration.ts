import type { Command, Log } from '../desk/ports.ts';
import { CODE, isRefusal, loggable } from './faults.ts';
import { registerCommands, removeTrials } from './register.ts';
import type { Rest } from './rest.ts';
import type { Patience } from './tries.ts';

export type RegistrationOptions = Readonly<{
  rest: Rest;
  commands: readonly Command[];
  /** The server where the commands are registered; everywhere when absent. */
  guildId?: string | undefined;
  patience: Patience;
  log: Log;
}>;

/** The bot's application, and the servers that it is in; read anew at each try. */
type Self = Readonly<{ applicationId: string; guildIds: readonly string[] }>;

/** Wait before a failed registration of commands is tried again. Milliseconds. */
const REGISTER_AGAIN = 60_000;

/**
 * Makes a function that registers the commands, unless that is done or under way; after a failure it is tried again. Never
 * rejects.
 */
export function commandRegistration(options: RegistrationOptions) {
  const { commands, guildId, log } = options;
  const where = guildId === undefined ? 'everywhere' : `in server ${guildId}`;
  let state: 'needed' | 'under way' | 'done' = 'needed';
  return async function register(self: Self): Promise<void> {
    if (state !== 'needed') return;
    state = 'under way';
    try {
      const outcome = await registerCommands({ ...options, applicationId: self.applicationId });
      state = 'done';
      log.info({ outcome, commands: commands.length }, `commands are registered ${where}`);
    } catch (error) {
      state = 'needed';
      const notThere = guildId !== undefined && isRefusal(error, CODE.missingAccess);
      const hint = notThere ? ': invite the bot there, or correct DISCORD_GUILD_ID' : '';
      log.error({ cause: loggable(error) }, `commands could not be registered ${where}${hint}`);
      setTimeout(() => void register(self), REGISTER_AGAIN).unref();
      return;
    }
    if (guildId === undefined) await endTrials(self, options);
  };
}

async function endTrials(
  { applicationId, guildIds }: Self,
  { rest, patience, log }: RegistrationOptions,
): Promise<void> {
  try {
    const cleared = await removeTrials({ rest, applicationId, patience }, guildIds);
    if (cleared > 0)
      log.info({ servers: cleared }, 'commands registered in one server for trying out were removed');
  } catch (error) {
    log.warn({ cause: loggable(error) }, 'commands registered for trying out could not be looked for');
  }
}
