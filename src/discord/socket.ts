import { WebSocket } from 'ws';
import { z } from 'zod';

/** Timeouts of the steps of a connection. Milliseconds. */
export type SocketPace = Readonly<{
  /** From connecting to HELLO. */
  hello: number;
  /** From IDENTIFY to READY. */
  ready: number;
  /** From RESUME to its answer, and between two replayed events. */
  resume: number;
  /** From a heartbeat to its acknowledgement. */
  ack: number;
  /** For closing; then the connection is cut. */
  leave: number;
}>;

/** A session that can be resumed on another connection. */
export type Session = Readonly<{ id: string; url: string; sequence: number }>;

export type SocketOptions = Readonly<{
  /** The gateway's URL without query. */
  url: string;
  token: string;
  /** Sum of the gateway intents asked for. */
  intents: number;
  /** The session to resume; a new one begins when undefined. */
  session: Session | undefined;
  pace: SocketPace;
  /** Closes the connection for good. */
  signal: AbortSignal;
  /** Milliseconds; never goes back. */
  now(): number;
  /** Called when a new session begins. */
  onIdentify(): void;
  /** Must not throw. */
  onEvent(name: string, data: unknown): void;
}>;

/** How a connection ended. */
export type End = Readonly<{
  /** The reason, for the log. */
  why: string;
  /** Discord's close code. */
  code?: number;
  /** The HTTP status of a refused handshake, and the milliseconds Discord asked us to wait. */
  status?: number;
  retryAfter?: number;
  /** The session, if it can be resumed. */
  session: Session | undefined;
  /** When READY or RESUMED arrived, on the clock of `now`; undefined if neither did. */
  readyAt: number | undefined;
}>;

/** Gateway opcodes, from Discord's documentation (*Opcodes and status codes*). */
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  acknowledged: 11,
} as const;
/** Close codes that end a session. */
const SESSION_OVER: ReadonlySet<number> = new Set([4007, 4009]);
/** Closing with 1000 ends the session at Discord; any other code keeps it. */
const LEAVE = 1000;
const KEEP_SESSION = 4200;

const packetSchema = z.object({
  op: z.int(),
  d: z.unknown(),
  s: z.int().nullish(),
  t: z.string().nullish(),
});
const helloSchema = z.object({ heartbeat_interval: z.number().positive() });
const readySchema = z.object({ session_id: z.string(), resume_gateway_url: z.url() });

/**
 * Holds one gateway connection from start to end. When it resolves, the socket is closed or closing, and sends nothing more. Never
 * rejects.
 */
export function holdConnection(options: SocketOptions): Promise<End> {
  const { url, token, intents, pace, signal, now, onIdentify, onEvent } = options;
  return new Promise((resolve) => {
    const socket = new WebSocket(`${url}?v=10&encoding=json`, { handshakeTimeout: pace.hello });
    let { session } = options;
    let readyAt: number | undefined;
    let deadline: NodeJS.Timeout | undefined;
    let acknowledgement: NodeJS.Timeout | undefined;
    let nextBeat: NodeJS.Timeout | undefined;
    let over = false;

    function end(why: string, how: Partial<End> = {}, closing: number = KEEP_SESSION): void {
      if (over) return;
      over = true;
      for (const timer of [deadline, acknowledgement, nextBeat]) clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      if (socket.readyState === WebSocket.OPEN) socket.close(closing);
      else socket.terminate();
      const cut = setTimeout(() => socket.terminate(), pace.leave);
      socket.once('close', () => clearTimeout(cut));
      resolve({ why, session, readyAt, ...how });
    }

    const leave = (): void => end('stopped', { session: undefined }, LEAVE);
    const send = (op: number, d: unknown): void => {
      if (!over && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d }));
    };
    function within(milliseconds: number, otherwise: string, how: Partial<End> = {}): void {
      clearTimeout(deadline);
      deadline = setTimeout(() => end(otherwise, how), milliseconds);
    }

    function beat(): void {
      send(OP.heartbeat, session?.sequence ?? null);
      acknowledgement ??= setTimeout(() => end('a heartbeat was not answered'), pace.ack);
    }
    /** The first heartbeat comes at a random moment, so that bots that reconnect together do not send theirs together. */
    function beatEvery(interval: number, first: number): void {
      clearTimeout(nextBeat);
      nextBeat = setTimeout(() => {
        beat();
        beatEvery(interval, interval);
      }, first);
    }

    function begin(): void {
      if (session) {
        within(pace.resume, 'RESUME was not answered', { session: undefined });
        return send(OP.resume, { token, session_id: session.id, seq: session.sequence });
      }
      within(pace.ready, 'IDENTIFY was not answered');
      onIdentify();
      const properties = { os: process.platform, browser: 'pullquote', device: 'pullquote' };
      send(OP.identify, { token, intents, properties, compress: false, shard: [0, 1] });
    }

    function dispatched(name: string, data: unknown, sequence: number): void {
      const ready = name === 'READY' ? readySchema.safeParse(data).data : undefined;
      if (ready) session = { id: ready.session_id, url: ready.resume_gateway_url, sequence };
      else if (session) session = { ...session, sequence: Math.max(session.sequence, sequence) };
      if (ready || name === 'RESUMED') {
        clearTimeout(deadline);
        readyAt = now();
      } else if (readyAt === undefined) deadline?.refresh();
      onEvent(name, data);
    }

    const byOpcode: Readonly<Record<number, (d: unknown) => void>> = {
      [OP.heartbeat]: beat,
      [OP.acknowledged]() {
        clearTimeout(acknowledgement);
        acknowledgement = undefined;
      },
      [OP.reconnect]: () => end('Discord asked to reconnect'),
      [OP.invalidSession](resumable) {
        if (resumable !== true) session = undefined;
        end('Discord ended the session');
      },
      [OP.hello](d) {
        const interval = helloSchema.safeParse(d).data?.heartbeat_interval;
        if (interval === undefined) return;
        beatEvery(interval, interval * Math.random());
        begin();
      },
    };

    socket.on('message', (raw: Buffer) => {
      const packet = over ? undefined : packetSchema.safeParse(jsonOf(raw)).data;
      if (!packet) return;
      const { op, d, s, t } = packet;
      if (op !== OP.dispatch) byOpcode[op]?.(d);
      else if (typeof t === 'string' && typeof s === 'number') dispatched(t, d, s);
    });
    socket.on('unexpected-response', (_request, { statusCode: status, headers }) => {
      const seconds = Number(headers['retry-after']);
      const asked = seconds > 0 ? { retryAfter: seconds * 1000 } : {};
      end('the handshake was refused', { ...(status !== undefined && { status }), ...asked });
    });
    socket.on('error', (error) => end(error.message));
    socket.on('close', (code) => {
      if (SESSION_OVER.has(code)) session = undefined;
      end('the connection was closed', { code });
    });
    within(pace.hello, 'the gateway did not say HELLO');
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
  });
}

function jsonOf(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}
