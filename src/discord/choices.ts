import { suggestChoices } from '../desk/dispatch.ts';
import type { Asker, Choice } from '../desk/ports.ts';
import { askerOf } from './asker.ts';
import { loggable } from './faults.ts';
import { floodGate, type Allowance } from './flood.ts';
import type { CommandFinder, Handlers } from './handlers.ts';
import { BusyError } from './busy.ts';
import type { RunInTurn } from './queue.ts';
import { optionsOf, type AskedCommand } from './received.ts';
import { RESPOND, type Rest } from './rest.ts';
import type { Servers } from './servers.ts';

export type ChoicesOptions = Readonly<{
  handlers: Handlers;
  rest: Pick<Rest, 'respond'>;
  servers: Pick<Servers, 'placed'>;
  inTurn: RunInTurn;
  clock(): number;
  commandOf: CommandFinder;
}>;

/** Autocomplete asks at every pause while somebody types, so it has a larger allowance of its own. */
const TYPING: Allowance = { burst: 40, perSecond: 10 };

/** Makes a function that answers autocomplete with the choices for what is typed. */
export function choiceResponder(options: ChoicesOptions) {
  const { handlers, rest, servers, inTurn, clock } = options;
  const types = floodGate(TYPING, clock);
  return async (interaction: AskedCommand): Promise<void> => {
    const asker = await servers.placed(askerOf(interaction));
    const server = asker.guildId ?? asker.userId;
    const choices =
      types(asker.userId) > 0
        ? []
        : await inTurn(server, () => choicesFor(interaction, asker, options)).catch(noChoices);
    // Typing on asks again, so late choices are not worth a warning.
    await rest
      .respond(interaction, RESPOND.choices, { choices })
      .catch((error: unknown) => handlers.log.debug({ cause: loggable(error) }, 'choices came too late'));
  };
}

async function choicesFor(
  interaction: AskedCommand,
  asker: Asker,
  { handlers, commandOf }: Pick<ChoicesOptions, 'handlers' | 'commandOf'>,
): Promise<readonly Choice[]> {
  const command = commandOf(interaction.data);
  const typed = optionsOf(interaction.data).values.find(({ focused }) => focused);
  if (!command || !typed) return [];
  try {
    const desk = await handlers.deskFor(asker);
    return await suggestChoices(command, typed.name, String(typed.value), desk, asker);
  } catch (error) {
    const what = `autocomplete of /${command.data.name}`;
    handlers.log.warn({ what, cause: loggable(error) }, 'no choices');
    return [];
  }
}

/** Turns a {@link BusyError} into an empty list of choices. Rethrows any other error. */
function noChoices(error: unknown): readonly Choice[] {
  if (error instanceof BusyError) return [];
  throw error;
}
