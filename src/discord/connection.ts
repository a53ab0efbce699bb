import type { Log } from '../desk/ports.ts';
import { isUnauthorized, loggable, waitAskedFor } from './faults.ts';
import { identifyThrottle, IDENTIFY_PACE, type IdentifyPace } from './identify.ts';
import type { GatewayInfo } from './rest.ts';
import type { End, Session, SocketPace } from './protocol.ts';
import { holdConnection } from './socket.ts';
import type { Time } from './time.ts';

/** Timeouts and retry intervals of the gateway connection. Milliseconds. */
export type Pace = SocketPace &
  Readonly<{
    /** Wait before the second attempt to connect; it doubles with each further attempt. */
    retry: number;
    /** Longest wait while Discord or the network fails. Short, so that the bot is back within seconds of an outage. */
    longestRetry: number;
    /** Longest wait while Discord refuses (4xx): it blocks an address after 10,000 refusals in ten minutes. */
    longestRefused: number;
    identify: IdentifyPace;
  }>;

export const PACE: Pace = {
  hello: 10_000,
  ready: 15_000,
  resume: 20_000,
  ack: 15_000,
  leave: 2000,
  retry: 500,
  longestRetry: 3000,
  longestRefused: 600_000,
  identify: IDENTIFY_PACE,
};

/** Connecting again would not help. The message says what to do; the program exits with `exitCode` (EX_CONFIG). */
export class GatewayError extends Error {
  override name = 'GatewayError';
  readonly exitCode = 78;
}

const BAD_TOKEN =
  'Discord does not accept DISCORD_TOKEN: reset the token in the developer portal (Bot, Reset Token) and put the new one into .env.';

/** Close codes after which the bot must not reconnect. */
const FINAL: Readonly<Record<number, string>> = {
  4004: BAD_TOKEN,
  4010: 'Discord refuses this connection (4010, invalid shard): Pullquote runs as one process for each token.',
  4011: 'The bot is in more servers than one connection may serve (4011): Pullquote is made for fewer than 2,500.',
  4012: 'Discord no longer speaks this version of its gateway (4012): update Pullquote.',
  4013: 'Discord does not know the intents that were asked for (4013): update Pullquote.',
  4014: 'Discord does not allow the intents that were asked for (4014): update Pullquote, which needs no privileged ones.',
};

/** After this many failures in a row, the session's resume URL is no longer used. */
const OTHER_ADDRESS_AFTER = 3;

export type ConnectionOptions = Readonly<{
  token: string;
  /** Sum of the gateway intents asked for. */
  intents: number;
  pace: Pace;
  time: Time;
  log: Log;
  /** Fetches the gateway's URL and the number of sessions left today. */
  gatewayInfo(): Promise<GatewayInfo>;
  /** Receives every event. Must not throw. */
  onEvent(name: string, data: unknown): void;
}>;

/** A gateway connection that reconnects by itself. */
export type Connection = Readonly<{
  /** Resolves after `stop`; rejects with a {@link GatewayError} when Discord does not accept this bot. */
  ended: Promise<void>;
  stop(): Promise<void>;
}>;

/**
 * Connects, and reconnects until it is stopped. There is one connection at a time: each ends before the next begins. A lost session is
 * resumed; a new one begins only when Discord says that the old one is over.
 */
export function stayConnected(options: ConnectionOptions): Connection {
  const { token, intents, pace, time, log, gatewayInfo, onEvent } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const throttle = identifyThrottle(pace.identify, time, log);

  /** One connection, from looking up the gateway to its end. Throws GatewayError. */
  async function connectOnce(session: Session | undefined, failures: number): Promise<End> {
    const common = {
      token,
      intents,
      pace,
      signal,
      onEvent,
      now: () => time.now(),
      onIdentify: () => throttle.identified(),
    };
    if (session && failures < OTHER_ADDRESS_AFTER)
      return holdConnection({ ...common, url: session.url, session });
    try {
      if (!session) await throttle.turn(signal);
      const { url, session_start_limit } = await gatewayInfo();
      if (!session) await throttle.budget(session_start_limit, signal);
      return await holdConnection({ ...common, url, session });
    } catch (error) {
      if (isUnauthorized(error)) throw new GatewayError(BAD_TOKEN, { cause: error });
      const wait = waitAskedFor(error);
      return {
        why: 'the gateway could not be found',
        ...loggable(error),
        ...(wait !== undefined && { retryAfter: wait }),
        session,
        readyAt: undefined,
      };
    }
  }

  async function run(): Promise<void> {
    let session: Session | undefined;
    for (let failures = 0; !signal.aborted;) {
      const before = session;
      const end = await connectOnce(before, failures);
      if (signal.aborted) return;
      const final = end.code === undefined ? undefined : FINAL[end.code];
      if (final !== undefined) throw new GatewayError(final);
      ({ session } = end);
      const lasted = end.readyAt !== undefined && time.now() - end.readyAt > pace.identify.lasting;
      // An ended session does not count as a failed connection; the throttle limits how often new sessions begin.
      const isOver = before !== undefined && session === undefined;
      failures = lasted || isOver ? 1 : failures + 1;
      const wait = pauseBefore(failures, end, pace);
      const { session: _session, readyAt, ...cause } = end;
      log[readyAt === undefined ? 'warn' : 'info'](
        { cause, seconds: Math.ceil(wait / 1000) },
        readyAt === undefined
          ? 'no connection to Discord: trying again'
          : 'the gateway connection was lost: reconnecting',
      );
      await time.sleep(wait, signal).catch(() => undefined);
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

/** Wait before the next attempt, in milliseconds. Grows with each failure; random, so that bots do not reconnect in step. */
function pauseBefore(failures: number, { status, retryAfter = 0 }: End, pace: Pace): number {
  const refused = status !== undefined && status >= 400 && status < 500;
  const longest = refused ? pace.longestRefused : pace.longestRetry;
  const grown = Math.min(longest, pace.retry * 2 ** (failures - 1));
  return Math.max(retryAfter, grown * (0.75 + Math.random() / 2));
}
