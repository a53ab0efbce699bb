import { worded } from '../desk/worded.ts';
import { errorReply } from '../reply/error-reply.ts';
import { say } from '../reply/say.ts';
import { languageOf } from '../words/language.ts';
import type { Language } from '../words/spoken.ts';
import { agesOf } from './ages.ts';
import { askerOf } from './asker.ts';
import { choiceResponder } from './choices.ts';
import { decider } from './decide.ts';
import { loggable } from './faults.ts';
import { floodGate, type Allowance } from './flood.ts';
import { commandFinder, type Handlers } from './handlers.ts';
import { FLAG } from './limits.ts';
import { payloadOf } from './payload.ts';
import { BusyError, busyIn } from './busy.ts';
import type { RunInTurn } from './queue.ts';
import { INTERACTION, type Glance, type Interaction } from './received.ts';
import { responder, type ResponderOptions } from './respond.ts';
import { RESPOND, type Rest } from './rest.ts';
import type { Servers } from './servers.ts';

export type InteractionOptions = Readonly<{
  handlers: Handlers;
  rest: Rest;
  servers: Servers;
  inTurn: RunInTurn;
  asking: Allowance;
  clock(): number;
}> &
  Pick<ResponderOptions, 'patience' | 'onPosted'>;

/** Returns a function that answers any interaction. It never throws: the asker is told what failed, and the log gets the cause. */
export function interactionHandler({ asking, patience, onPosted, ...parts }: InteractionOptions) {
  const { handlers, rest, servers, inTurn, clock } = parts;
  const { log } = handlers;
  const respond = responder({ rest, log, patience, onPosted });
  const commandOf = commandFinder(handlers);
  const decide = decider({ ...parts, commandOf });
  const suggest = choiceResponder({ ...parts, commandOf });
  const asks = floodGate(asking, clock);
  const ages = agesOf(clock);

  async function answer(glance: Glance, read: Read, botId: string): Promise<void> {
    const wait = asks(glance.userId);
    if (wait > 0) {
      const interaction = read();
      const refusal = errorReply(say('busy.flood', { seconds: Math.ceil(wait / 1000) }));
      return (
        interaction && respond(worded(refusal, askerOf(interaction)), { ...interaction, readFrom: undefined })
      );
    }
    const found = await inTurn(
      glance.guild_id ?? glance.userId,
      async () => {
        const interaction = read();
        if (!interaction) return undefined;
        // Needed for buttons in direct messages.
        const asker = await servers.placed(askerOf(interaction));
        const response = worded(await decide(interaction, asker, botId), asker);
        // A server that was chosen just now is the one that was read.
        const { guildId: readFrom } = asker.outside ? await servers.placed(askerOf(interaction)) : asker;
        return { interaction: { ...interaction, readFrom }, response };
      },
      ages.of(glance.id),
    ).catch(whenBusy);
    if (found === 'busy') return refuse(glance);
    if (found) await respond(found.response, found.interaction);
  }

  /** Tells the asker that too much is asked. Sent to very many, so whether it arrives is not checked. */
  async function refuse(glance: Glance): Promise<void> {
    await rest
      .decline(glance, declined(languageOf(glance.locale)))
      .catch((error: unknown) => log.debug({ cause: loggable(error) }, 'the busy reply could not be sent'));
  }

  return async (glance: Glance, read: Read, botId: string): Promise<void> => {
    try {
      if (glance.type !== INTERACTION.autocomplete) return await answer(glance, read, botId);
      const interaction = read();
      if (interaction?.type === INTERACTION.autocomplete) await suggest(interaction);
    } catch (error) {
      log.warn({ interaction: glance.id, cause: loggable(error) }, 'an interaction was not answered');
    }
  };
}

/** Parses the whole interaction; undefined when it does not match Discord's documentation. */
type Read = () => Interaction | undefined;

/** Turns a {@link BusyError} into 'busy'. Rethrows any other error. */
function whenBusy(error: unknown): 'busy' {
  if (error instanceof BusyError) return 'busy';
  throw error;
}

/** The body of a private response that says that too much is asked. Built once per language, because very many get it. */
function declined(language: Language): string {
  const known = declinedIn.get(language);
  if (known !== undefined) return known;
  const { message } = payloadOf(busyIn(language));
  const made = JSON.stringify({
    type: RESPOND.message,
    data: { ...message, flags: message.flags | FLAG.ephemeral },
  });
  declinedIn.set(language, made);
  return made;
}

const declinedIn = new Map<Language, string>();
