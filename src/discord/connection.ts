import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options, Status } from 'discord.js';
import type { Log } from '../desk/desk.ts';
import { loggable } from './faults.ts';
import { identifyThrottle, IDENTIFY_PACE, type IdentifyPace, type IdentifyThrottle } from './identify.ts';

/** How patiently the gateway is watched. Milliseconds. */
export type Pace = Readonly<{
  /** Between two looks at the connection. */
  look: number;
  /** How long a RESUME may stay unanswered. */
  resume: number;
  /** How long a connection may say nothing: Discord answers a heartbeat every 41 seconds. */
  silence: number;
  /** How long leaving may take. */
  leave: number;
  /** Before a second attempt to connect; it doubles with each, up to the longest. */
  retry: number;
  longestRetry: number;
  identify: IdentifyPace;
}>;

export const PACE: Pace = {
  look: 1000,
  resume: 20_000,
  silence: 120_000,
  leave: 2000,
  retry: 1000,
  longestRetry: 60_000,
  identify: IDENTIFY_PACE,
};

/** Something that no further attempt can mend; the message says what to do, `exitCode` ends the program (EX_CONFIG). */
export class GatewayError extends Error {
  override name = 'GatewayError';
  readonly exitCode = 78;
}

/** Close codes after which Discord must not be asked again. */
const FINAL: Readonly<Record<number, string>> = {
  4004: 'Discord does not accept DISCORD_TOKEN: reset the token in the developer portal (Bot, Reset Token) and put the new one into .env.',
  4010: 'Discord refuses this connection (4010, invalid shard): Pullquote runs as one process for each token.',
  4011: 'The bot is in more servers than one connection may serve (4011): Pullquote is made for fewer than 2,500.',
  4012: 'Discord no longer speaks this version of its gateway (4012): update Pullquote.',
  4013: 'Discord does not know the intents that were asked for (4013): update Pullquote.',
  4014: 'Discord does not allow the intents that were asked for (4014): update Pullquote, which needs no privileged ones.',
};

export type ConnectionOptions = Readonly<{
  api: string;
  token: string;
  pace: Pace;
  log: Log;
  /** Every event, before discord.js looks at it. Must not throw. */
  onEvent(name: string, data: unknown): void;
}>;

/** A gateway connection that is kept up. */
export type Connection = Readonly<{
  /** Resolves once it was stopped, and rejects with a {@link GatewayError} when Discord will not have this bot. */
  ended: Promise<void>;
  stop(): Promise<void>;
}>;

/** Connects, and stays connected through whatever passes: retries, resumes, begins again when a connection went dead. */
export function stayConnected(options: ConnectionOptions): Connection {
  const { pace, log } = options;
  const stopping = new AbortController();
  const throttle = identifyThrottle(pace.identify, log);

  async function run(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted;) {
      const began = performance.now();
      const outcome = await connectOnce(options, throttle, stopping.signal);
      if (outcome instanceof GatewayError) throw outcome;
      if (outcome === 'stopped') return;
      failures = performance.now() - began > pace.identify.lasting ? 0 : failures + 1;
      const wait = Math.min(pace.longestRetry, pace.retry * 2 ** (failures - 1)) * (1 + Math.random() / 4);
      log.warn({ cause: outcome, seconds: Math.ceil(wait / 1000) }, 'no connection to Discord: trying again');
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const ended = run();
  return {
    ended,
    async stop() {
      stopping.abort();
      await ended.catch(() => undefined);
    },
  };
}

/** One client's life: until it is stopped, may not come back, or is beyond use, which is told as fields for the log. */
function connectOnce(
  { api, token, pace, log, onEvent }: ConnectionOptions,
  throttle: IdentifyThrottle,
  stopping: AbortSignal,
): Promise<'stopped' | GatewayError | Readonly<Record<string, unknown>>> {
  const client = new Client({
    // Messages without the privileged intent: only those that mention the bot have a text.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    makeCache: Options.cacheWithLimits(KEEP_NOTHING),
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api, timeout: 5000, retries: 0 },
    ws: {
      buildIdentifyThrottler: (manager) => ({
        waitForIdentify: (_shard, signal) =>
          throttle.wait(
            async () => (await manager.fetchGatewayInformation(true)).session_start_limit,
            signal,
          ),
      }),
    },
  });
  return new Promise((resolve) => {
    let over = false;
    let sign = performance.now();
    let resumingSince: number | undefined;
    let ping = -1;

    function end(outcome: Awaited<ReturnType<typeof connectOnce>>): void {
      if (over) return;
      over = true;
      clearInterval(watch);
      stopping.removeEventListener('abort', stop);
      // Leaving may race a reconnection and never end.
      void Promise.race([client.destroy().catch(() => undefined), sleep(pace.leave)]).then(() =>
        resolve(outcome),
      );
    }

    /** `isReady` stays true whatever happens: only what is heard counts. */
    function look(): void {
      const shard = client.ws.shards.first();
      const now = performance.now();
      if (shard && shard.lastPingTimestamp !== ping) {
        ping = shard.lastPingTimestamp;
        if (shard.status === Status.Ready) sign = now;
      }
      if (shard?.status === Status.Resuming) {
        resumingSince ??= now;
        if (now - Math.max(resumingSince, sign) > pace.resume) end({ message: 'RESUME was not answered' });
      } else resumingSince = undefined;
      if (shard?.status === Status.Ready && now - sign > pace.silence)
        end({ message: 'the gateway fell silent' });
    }

    const watch = setInterval(look, pace.look);
    const stop = (): void => end('stopped');
    stopping.addEventListener('abort', stop);
    if (stopping.aborted) return stop();

    for (const name of Object.values(GatewayDispatchEvents)) {
      client.ws.on(name, (data: unknown) => {
        if (over) return;
        sign = performance.now();
        onEvent(name, data);
      });
    }
    client.on(Events.ShardDisconnect, ({ code }) => {
      const final = FINAL[code];
      if (final !== undefined) end(new GatewayError(final));
    });
    client.on(Events.ShardReconnecting, () => log.info({}, 'the gateway connection was lost: reconnecting'));
    client.on(Events.Error, (error) => log.warn({ cause: loggable(error) }, 'discord.js has trouble'));
    client.on(Events.ShardError, (error) => log.warn({ cause: loggable(error) }, 'the gateway has trouble'));
    client.on(Events.Debug, (message) => log.debug({ message }, 'discord.js'));
    client.login(token).catch((error: unknown) => {
      const { code } = error as { code?: unknown };
      end(code === 'TokenInvalid' ? new GatewayError(FINAL[4004] ?? '') : loggable(error));
    });
  });
}

/** The bot works on the events themselves: what discord.js would keep grows by half a kilobyte with each author seen. */
const KEEP_NOTHING = Object.fromEntries(
  [
    'ApplicationCommandManager',
    'ApplicationEmojiManager',
    'AutoModerationRuleManager',
    'BaseGuildEmojiManager',
    'DMMessageManager',
    'EntitlementManager',
    'GuildBanManager',
    'GuildEmojiManager',
    'GuildForumThreadManager',
    'GuildInviteManager',
    'GuildMemberManager',
    'GuildMessageManager',
    'GuildScheduledEventManager',
    'GuildStickerManager',
    'GuildTextThreadManager',
    'MessageManager',
    'PresenceManager',
    'ReactionManager',
    'ReactionUserManager',
    'StageInstanceManager',
    'ThreadManager',
    'ThreadMemberManager',
    'UserManager',
    'VoiceStateManager',
  ].map((manager) => [manager, 0]),
);
