import { EventEmitter } from 'node:events';
import type { APIUser } from 'discord.js';
import { createFaults } from './fake-faults.ts';
import { guild, INVITED, snowflake, user, type FakeGuild, type StoredMessage } from './fake-objects.ts';
import { checkQuotes, checkSilent } from './invariants.ts';
import type { Json } from './json.ts';

/** A request to the fake. */
export type RecordedRequest = { method: string; path: string; body: Json; files: string[]; at: number };

/** An interaction that was sent to the bot, with its response. */
export type InteractionRecord = {
  id: string;
  token: string;
  payload: Json;
  /** `performance.now()` when it was sent. */
  sentAt: number;
  /** The first response, after it was accepted. */
  response?: { type: number; data: Json; after: number };
  /** Id of the message that the response created, or that a deferral will become. */
  originalId?: string;
  followUpIds: string[];
};

export type Options = {
  /** Deadline of a first response, in ms; Discord: 3,000. */
  responseWindow?: number;
  /** Heartbeat interval, in ms; Discord: 41,250. */
  heartbeatInterval?: number;
  /** Required wait between two sessions, in ms; Discord: 5,000. Default 0, so that tests do not wait. */
  identifyEvery?: number;
  /** Texts that quotes may come from; if given, I2 is checked on every message. */
  sources?: readonly string[];
};

/** The state of the fake Discord, shared by REST, gateway and driver. */
export function createWorld(options: Options) {
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const applicationId = snowflake();
  const bot: APIUser = { ...user('Pullquote', applicationId), bot: true };
  const guilds: FakeGuild[] = [guild('Newsroom'), guild('Other newsroom')];
  return {
    /** The port of REST and gateway, once they listen. */
    port: 0,
    /** Sends a gateway event to the bot; set by the gateway. */
    announce: (_event: string, _data: unknown): void => {},
    responseWindow: options.responseWindow ?? 3000,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    sources: options.sources,
    /** Looks like a bot token; the first part is the application's id in base64, as in a real one. */
    token: `${Buffer.from(applicationId).toString('base64url')}.Gh1jKl.${'z'.repeat(38)}`,
    applicationId,
    bot,
    guilds,
    people: { ada: user('Ada'), grace: user('Grace') },
    messages: new Map<string, StoredMessage>(),
    /** The bot's permissions in channels where they are restricted. */
    botMay: new Map<string, bigint>(),
    /** Channels of direct messages, with the person's id. */
    directs: new Map<string, string>(),
    /** People who accept no direct messages. */
    closed: new Set<string>(),
    interactions: new Map<string, InteractionRecord>(),
    /** Registered commands by guild id, or `global`. */
    commands: new Map<string, Json[]>(),
    /** New fields that Discord returns with each command and option. */
    newFields: {} as Json,
    files: new Map<string, { type: string; data: Uint8Array }>(),
    requests: [] as RecordedRequest[],
    /** What a test must not cause: refused bodies and violated invariants. */
    problems: [] as string[],
    faults: createFaults(),
    /** A second session that begins sooner than this, in ms, is ended; Discord: 5,000. */
    identifyEvery: options.identifyEvery ?? 0,
    sessionStarts: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
    changed: () => void events.emit('changed'),
    onChange: (listener: () => void) => {
      events.on('changed', listener);
      return () => void events.off('changed', listener);
    },
  };
}

export type World = ReturnType<typeof createWorld>;

/** Whether the bot has a permission in a channel. */
export const botMay = (world: World, channelId: string, permission: bigint): boolean =>
  ((world.botMay.get(channelId) ?? INVITED) & permission) !== 0n;

/** Checks I1 and I2 on a body that creates or edits a message. */
export function checkInvariants(world: World, what: string, body: Json): void {
  for (const problem of [...checkSilent(body), ...(world.sources ? checkQuotes(body, world.sources) : [])])
    world.problems.push(`${what}: ${problem}`);
}

/** Waits until `find` returns a value. Rejects after `timeout` ms with a description of what was expected. */
export function waitFor<T>(
  world: World,
  find: () => T | undefined,
  timeout: number,
  what: string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`no ${what} within ${timeout} ms`));
    }, timeout);
    const look = () => {
      const found = find();
      if (found === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(found);
    };
    const stop = world.onChange(look);
    look();
  });
}
