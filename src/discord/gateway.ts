import type { Handlers } from './handlers.ts';
import { PACE, stayConnected, type Pace } from './connection.ts';
import type { Allowance } from './flood.ts';
import { eventHandler, type GuildListener } from './gateway-events.ts';
import { workInFlight } from './in-flight.ts';
import { interactionHandler } from './interactions.ts';
import { mentionHandler } from './mentions.ts';
import { outletOver } from './outlet.ts';
import type { OnPosted } from '../desk/posted.ts';
import { createAnswerQueue, QUEUE_LIMITS, type QueueLimits } from './queue.ts';
import { commandRegistration } from './registration.ts';
import { openRest, type Rest, type RestOptions } from './rest.ts';
import { PATIENT, type Patience } from './tries.ts';
import { serverList, type ChosenServers } from './servers.ts';
import { REAL_TIME, type Time } from './time.ts';

export type GatewayOptions = Handlers &
  Readonly<{
    /** The API's URL without version. */
    api: string;
    token: string;
    /** The server where commands are registered; everywhere when absent. */
    guildId?: string | undefined;
    onPosted: OnPosted;
    /** Called for each question that is given up because more is asked than can be answered. */
    onOverload?: () => void;
    /** Notified of servers: all that the bot is in at start-up, and each that it joins or is removed from. */
    onGuilds: GuildListener;
    /** Remembers which server a person reads in direct messages. When absent, they are asked each time. */
    chosen?: ChosenServers;
    /** For tests. */
    time?: Time;
    pace?: Partial<Pace>;
    patience?: Partial<Patience>;
    rest?: Pick<RestOptions, 'firstTimeout' | 'timeout' | 'strainAt'>;
    asking?: Allowance;
    queue?: Partial<QueueLimits>;
  }>;

/**
 * Guilds (1 << 0), GuildMessages (1 << 9) and DirectMessages (1 << 12). None is privileged, so in servers only messages that mention the
 * bot have a text. From Discord's documentation (*Gateway intents*).
 */
const INTENTS = (1 << 0) | (1 << 9) | (1 << 12);
/** Questions per person. */
const ASKING: Allowance = { burst: 10, perSecond: 0.5 };
/** How long `stop` waits for work in flight. Milliseconds. */
const GRACE = 7000;
/** The bot on Discord. */
export type Gateway = ReturnType<typeof startGateway>;

/** Connects to Discord, registers the commands, and answers until it is stopped. */
export function startGateway(options: GatewayOptions) {
  const { token, log } = options;
  const patience = { ...PATIENT, ...options.patience };
  const time = options.time ?? REAL_TIME;
  const rest = restOf(options);
  const servers = serverList(rest, () => time.now(), options.chosen);
  const shared = {
    servers,
    handlers: options,
    rest,
    inTurn: createAnswerQueue({ ...QUEUE_LIMITS, ...options.queue }, time, options.onOverload),
    asking: options.asking ?? ASKING,
    clock: time.now,
    patience,
    onPosted: options.onPosted,
  };
  const work = workInFlight(log);
  const events = eventHandler({
    ...options,
    servers,
    track: (event, promise) => work.track(event, promise),
    handleInteraction: interactionHandler(shared),
    handleMention: mentionHandler(shared),
    register: commandRegistration({ ...options, rest, patience }),
  });
  const connection = stayConnected({
    token,
    log,
    intents: INTENTS,
    time,
    pace: { ...PACE, ...options.pace },
    gatewayInfo: rest.gatewayInfo,
    onEvent: events.handle,
  });

  return {
    /** Rejects with a GatewayError when Discord does not accept this bot. */
    ended: connection.ended,
    /** Number of events that could not be parsed since the start. */
    dropped: events.dropped,
    outlet: { ...outletOver(rest, patience, log), localeOf: servers.localeOf },
    /** Disconnects and waits for work in flight, for seven seconds at most (F15). */
    async stop(): Promise<void> {
      await Promise.all([connection.stop(), work.ended(GRACE)]);
    },
  };
}

const restOf = ({ api, token, rest, log }: GatewayOptions): Rest =>
  openRest({
    api,
    token,
    ...rest,
    onStrain: (lasts) =>
      log.error(
        { minutes: Math.ceil(lasts / 60_000) },
        'Discord refuses too much: only commands are answered',
      ),
  });
