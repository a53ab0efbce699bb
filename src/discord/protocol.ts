import { z } from 'zod';
import { heartbeat } from './heartbeat.ts';

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

/** How a connection ended. */
export type End = Readonly<{
  /** For the log. */
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

export type ProtocolOptions = Readonly<{
  token: string;
  /** Sum of the gateway intents asked for. */
  intents: number;
  /** The session to resume; a new one begins when undefined. */
  session: Session | undefined;
  pace: SocketPace;
  /** Milliseconds; never goes back. */
  now(): number;
  /** Called when a new session begins. */
  onIdentify(): void;
  /** Must not throw. */
  onEvent(name: string, data: unknown): void;
  /** Sends a packet, unless the connection has ended. */
  send(packet: object): void;
  /** Ends the connection. */
  end(why: string, how?: Partial<End>): void;
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
const packetSchema = z.object({
  op: z.int(),
  d: z.unknown(),
  s: z.int().nullish(),
  t: z.string().nullish(),
});
const helloSchema = z.object({ heartbeat_interval: z.number().positive() });
const readySchema = z.object({ session_id: z.string(), resume_gateway_url: z.url() });

/**
 * Speaks the gateway's protocol over one connection: HELLO within its time, then a session that is begun or resumed, its
 * heartbeats and its events.
 */
export function gatewayProtocol(options: ProtocolOptions) {
  const { token, intents, pace, now, onIdentify, onEvent, end } = options;
  let { session } = options;
  let readyAt: number | undefined;
  let deadline: NodeJS.Timeout | undefined;
  const send = (op: number, d: unknown): void => options.send({ op, d });
  const heart = heartbeat({
    ack: pace.ack,
    beat: () => send(OP.heartbeat, session?.sequence ?? null),
    onSilence: () => end('a heartbeat was not answered'),
  });

  function within(milliseconds: number, otherwise: string, how: Partial<End> = {}): void {
    clearTimeout(deadline);
    deadline = setTimeout(() => end(otherwise, how), milliseconds);
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
    [OP.heartbeat]: () => heart.beat(),
    [OP.acknowledged]: () => heart.acknowledged(),
    [OP.reconnect]: () => end('Discord asked to reconnect'),
    [OP.invalidSession](resumable) {
      if (resumable !== true) session = undefined;
      end('Discord ended the session');
    },
    [OP.hello](d) {
      const interval = helloSchema.safeParse(d).data?.heartbeat_interval;
      if (interval === undefined) return;
      heart.every(interval);
      begin();
    },
  };

  within(pace.hello, 'the gateway did not say HELLO');
  return {
    /** Takes a packet; what does not have the form of one is left alone. */
    received(data: unknown): void {
      const packet = packetSchema.safeParse(data).data;
      if (!packet) return;
      const { op, d, s, t } = packet;
      if (op !== OP.dispatch) byOpcode[op]?.(d);
      else if (typeof t === 'string' && typeof s === 'number') dispatched(t, d, s);
    },
    /** The session that can be resumed, and when it was ready. */
    reached: (): Pick<End, 'session' | 'readyAt'> => ({ session, readyAt }),
    stop(): void {
      clearTimeout(deadline);
      heart.stop();
    },
  };
}
