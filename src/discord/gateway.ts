import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Handlers } from './handlers.ts';
import { PACE, stayConnected, type Pace } from './connection.ts';
import { CODE, isRefusal, loggable } from './faults.ts';
import type { Allowance } from './flood.ts';
import { interactionHandler } from './interactions.ts';
import { mentionHandler } from './mentions.ts';
import { firstTimeOnly } from './once.ts';
import { outletOver } from './outlet.ts';
import type { OnPosted } from '../desk/posted.ts';
import { causeOf } from '../desk/cause.ts';
import { createAnswerQueue, QUEUE_LIMITS, type QueueLimits } from './queue.ts';
import { glanceSchema, guildSchema, interactionSchema, readySchema, writtenSchema } from './received.ts';
import { registerCommands, removeTrials } from './register.ts';
import { openRest, type RestOptions } from './rest.ts';
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

export type GuildListener = Readonly<{
  present(guildIds: readonly string[], applicationId: string): void;
  joined(guildId: string): void;
  left(guildId: string): void;
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
/** Wait before a failed registration of commands is tried again. Milliseconds. */
const REGISTER_AGAIN = 60_000;

/** The bot on Discord. */
export type Gateway = ReturnType<typeof startGateway>;

/** Connects to Discord, registers the commands, and answers until it is stopped. */
export function startGateway(options: GatewayOptions) {
  const { api, token, guildId, log, onPosted, onGuilds, commands } = options;
  const patience = { ...PATIENT, ...options.patience };
  const time = options.time ?? REAL_TIME;
  const rest = openRest({
    api,
    token,
    ...options.rest,
    onStrain: (lasts) =>
      log.error(
        { minutes: Math.ceil(lasts / 60_000) },
        'Discord refuses too much: only commands are answered',
      ),
  });
  const servers = serverList(rest, () => time.now(), options.chosen);
  const shared = {
    servers,
    handlers: options,
    rest,
    inTurn: createAnswerQueue({ ...QUEUE_LIMITS, ...options.queue }, time),
    asking: options.asking ?? ASKING,
    clock: time.now,
    patience,
    onPosted,
  };
  const handleInteraction = interactionHandler(shared);
  const handleMention = mentionHandler(shared);
  const isFirst = firstTimeOnly();
  const inFlight = new Set<Promise<unknown>>();
  const self = { botId: '', applicationId: '', guildIds: [] as readonly string[] };
  let registration: 'needed' | 'under way' | 'done' = 'needed';
  let dropped = 0;

  function track(event: string, work: Promise<unknown>): void {
    const seen = work.catch((error: unknown) =>
      log.error({ event, cause: causeOf(error) }, 'an event failed'),
    );
    inFlight.add(seen);
    void seen.finally(() => inFlight.delete(seen));
  }

  /** Parses an event. Events that do not match Discord's documentation are dropped and counted (F9). */
  function received<T>(schema: z.ZodType<T>, event: string, data: unknown): T | undefined {
    const read = schema.safeParse(data);
    if (read.success) return read.data;
    dropped += 1;
    log.warn({ event, dropped, problem: z.prettifyError(read.error).slice(0, 300) }, 'an event was dropped');
    return undefined;
  }

  async function register(): Promise<void> {
    if (registration !== 'needed') return;
    registration = 'under way';
    const where = guildId === undefined ? 'everywhere' : `in server ${guildId}`;
    try {
      const { applicationId } = self;
      const outcome = await registerCommands({ rest, commands, applicationId, guildId, patience });
      registration = 'done';
      log.info({ outcome, commands: commands.length }, `commands are registered ${where}`);
    } catch (error) {
      registration = 'needed';
      const notThere = guildId !== undefined && isRefusal(error, CODE.missingAccess);
      const hint = notThere ? ': invite the bot there, or correct DISCORD_GUILD_ID' : '';
      log.error({ cause: loggable(error) }, `commands could not be registered ${where}${hint}`);
      setTimeout(() => void register(), REGISTER_AGAIN).unref();
      return;
    }
    if (guildId === undefined) await endTrials();
  }

  async function endTrials(): Promise<void> {
    const { applicationId, guildIds } = self;
    try {
      const cleared = await removeTrials({ rest, applicationId, patience }, guildIds);
      if (cleared > 0)
        log.info({ servers: cleared }, 'commands registered in one server for trying out were removed');
    } catch (error) {
      log.warn({ cause: loggable(error) }, 'commands registered for trying out could not be looked for');
    }
  }

  /** Whether a message may be for the bot: it mentions the bot or its role, or is a direct message. */
  function isForUs(data: unknown): boolean {
    const { guild_id: inGuild, mentions, mention_roles } = (data ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof inGuild !== 'string') return true;
    const role = servers.roleIn(inGuild);
    return (
      idsIn(mentions).includes(self.botId) ||
      (role !== undefined && Array.isArray(mention_roles) && mention_roles.includes(role))
    );
  }

  const events: Readonly<Record<string, (data: unknown) => void>> = {
    READY(data) {
      const ready = received(readySchema, 'READY', data);
      if (!ready) return;
      self.botId = ready.user.id;
      self.applicationId = ready.application.id;
      log.info({ servers: ready.guilds.length }, 'connected to Discord');
      self.guildIds = ready.guilds.map(({ id }) => id);
      onGuilds.present(self.guildIds, self.applicationId);
      track('READY', register());
    },
    RESUMED: () => log.info({}, 'the gateway session was resumed'),
    GUILD_CREATE(data) {
      const guild = received(guildSchema, 'GUILD_CREATE', data);
      if (!guild) return;
      servers.joined(guild, self.botId);
      onGuilds.joined(guild.id);
      // So that someone who sets DISCORD_GUILD_ID before inviting the bot need not restart it.
      if (guild.id === guildId && self.applicationId !== '') track('GUILD_CREATE', register());
    },
    GUILD_DELETE(data) {
      const guild = received(guildSchema, 'GUILD_DELETE', data);
      if (!guild || guild.unavailable) return;
      servers.left(guild.id);
      onGuilds.left(guild.id);
    },
    INTERACTION_CREATE(data) {
      const glance = received(glanceSchema, 'INTERACTION_CREATE', data);
      if (!glance || !isFirst(glance.id)) return;
      const read = () => received(interactionSchema, 'INTERACTION_CREATE', data);
      track('INTERACTION_CREATE', handleInteraction(glance, read, self.botId));
    },
    MESSAGE_CREATE(data) {
      // Every message of every channel arrives here, so most are dismissed before they are parsed.
      if (!isForUs(data)) return;
      const written = received(writtenSchema, 'MESSAGE_CREATE', data);
      if (written && isFirst(written.id)) track('MESSAGE_CREATE', handleMention(written, self.botId));
    },
  };

  const connection = stayConnected({
    token,
    log,
    intents: INTENTS,
    time,
    pace: { ...PACE, ...options.pace },
    gatewayInfo: rest.gatewayInfo,
    onEvent: (name, data) => events[name]?.(data),
  });

  return {
    /** Rejects with a GatewayError when Discord does not accept this bot. */
    ended: connection.ended,
    /** Number of events that could not be parsed since the start. */
    dropped: () => dropped,
    outlet: { ...outletOver(rest, patience, log), localeOf: servers.localeOf },
    /** Disconnects and waits for work in flight, for seven seconds at most (F15). */
    async stop(): Promise<void> {
      await Promise.all([
        connection.stop(),
        Promise.race([allDone(inFlight), sleep(GRACE, undefined, { ref: false })]),
      ]);
    },
  };
}

async function allDone(inFlight: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (inFlight.size > 0) await Promise.allSettled(inFlight);
}

/** The ids in a list of users; empty for anything else. */
const idsIn = (people: unknown): unknown[] =>
  Array.isArray(people) ? people.map((each) => (each as { id?: unknown } | null)?.id) : [];
