import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { guildCreate, snowflake } from './fake-objects.ts';
import { waitFor, type World } from './fake-world.ts';
import {
  checkIdentify,
  checkResume,
  FROM_BOTS,
  OP,
  packetOf,
  PRIVILEGED,
  refusedUpgrade,
  type Packet,
} from './fake-handshake.ts';
import type { Json } from './json.ts';

/** Discord's limits for a bot's payloads: bytes each, and number per minute. */
const LONGEST = 4096;
const MOST_A_MINUTE = 120;

/** Events that need an intent: 1 << 12 for direct messages. */
const DIRECT_MESSAGES = 1 << 12;
type Session = {
  intents: number;
  id: string;
  sequence: number;
  sent: Packet[];
  socket: WebSocket | undefined;
};

/** A connection without heartbeats for this many intervals is closed, as by Discord. */
const BEATS_MISSED = 1.5;

/**
 * The gateway: one session at a time, resumable, with every dispatch kept for replay. Discord would allow a second session beside a
 * connected one and deliver every event twice; here that is a problem.
 */
export function createGateway(world: World, server: Server) {
  const sockets = new WebSocketServer({ noServer: true });
  let session: Session | undefined;
  let lastIdentify = Number.NEGATIVE_INFINITY;
  const counts = {
    /** Attempted handshakes, including refused ones. */
    handshakes: 0,
    connections: 0,
    identifies: 0,
    resumes: 0,
    resumed: 0,
    heartbeats: 0,
  };
  /** What the gateway omits: responses to RESUME, heartbeat ACKs, or all packets. */
  const silence = { resume: false, acks: false, hello: false };
  /** A close code for each IDENTIFY, such as 4014; or an invalid session. */
  const refuseIdentify: { with: number | 'invalidSession' | undefined } = { with: undefined };

  /** How handshakes end before there is a WebSocket: with an HTTP status, or never. Undefined: normally. */
  const refuseHandshake: { with: number | 'hang' | undefined } = { with: undefined };
  const hanging = new Set<Duplex>();
  const lastBeat = new WeakMap<WebSocket, NodeJS.Timeout>();

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    counts.handshakes += 1;
    world.changed();
    const how = refuseHandshake.with ?? refusedUpgrade(request);
    if (typeof how === 'number' && refuseHandshake.with === undefined)
      world.problems.push(`gateway: a handshake for ${request.url} is refused (${how})`);
    if (how === undefined) return sockets.handleUpgrade(request, stream, head, open(request));
    stream.on('error', () => undefined);
    if (how === 'hang') hanging.add(stream);
    else stream.end(`HTTP/1.1 ${how} ${STATUS_CODES[how] ?? 'Refused'}\r\nContent-Length: 0\r\n\r\n`);
  });

  const open = (request: IncomingMessage) => (socket: WebSocket) => {
    counts.connections += 1;
    const { searchParams } = new URL(request.url ?? '', 'ws://discord.test');
    if (searchParams.has('compress')) world.problems.push('gateway: the fake does not compress');
    if (searchParams.get('v') !== '10') return refuse(socket, 4012, `${request.url} is not version 10`);
    if (searchParams.get('encoding') !== 'json') return refuse(socket, 4002, `${request.url} is not JSON`);
    if (!silence.hello) send(socket, { op: OP.hello, d: { heartbeat_interval: world.heartbeatInterval } });
    expectBeat(socket);
    const sent: number[] = [];
    socket.on('message', (data: Buffer) => {
      const now = performance.now();
      sent.push(now);
      if (sent.filter((at) => now - at < 60_000).length > MOST_A_MINUTE)
        return refuse(socket, 4008, `more than ${MOST_A_MINUTE} packets in a minute`);
      const packet = data.length > LONGEST ? undefined : packetOf(data);
      if (!packet) return refuse(socket, 4002, `“${data.toString('utf8').slice(0, 80)}” cannot be read`);
      receive(socket, packet);
    });
    socket.on('close', () => {
      clearTimeout(lastBeat.get(socket));
      if (session?.socket === socket) session.socket = undefined;
      world.changed();
    });
  };

  /** Closes a connection after a forbidden action of the bot. */
  function refuse(socket: WebSocket, code: number, why: string): void {
    world.problems.push(`gateway: ${why} (${code})`);
    socket.close(code, why.slice(0, 100));
  }

  function expectBeat(socket: WebSocket): void {
    clearTimeout(lastBeat.get(socket));
    const late = setTimeout(
      () => socket.close(4009, 'Session timed out.'),
      world.heartbeatInterval * BEATS_MISSED,
    );
    lastBeat.set(socket, late.unref());
  }

  function receive(socket: WebSocket, { op, d }: Packet): void {
    if (op === OP.heartbeat) {
      counts.heartbeats += 1;
      if (d !== null && !Number.isInteger(d))
        return refuse(socket, 4002, 'a heartbeat without sequence or null');
      expectBeat(socket);
      if (!silence.acks) send(socket, { op: OP.ack, d: null });
    } else if (op === OP.identify) identify(socket, d as Json);
    else if (op === OP.resume) resume(socket, d as Json);
    else if (session?.socket !== socket) refuse(socket, 4003, `opcode ${op} before IDENTIFY`);
    else if (!FROM_BOTS.has(op)) refuse(socket, 4001, `opcode ${op} is unknown or not a bot's`);
    world.changed();
  }

  function identify(socket: WebSocket, d: Json): void {
    counts.identifies += 1;
    const refusal = checkIdentify(d);
    if (refusal) return refuse(socket, refusal.code, refusal.why);
    if (session?.socket === socket) return refuse(socket, 4005, 'IDENTIFY twice on a connection');
    // Discord resets the token of a bot that used up its daily sessions.
    if (world.sessionStarts.remaining <= 0) return refuse(socket, 4004, 'no session is left today');
    world.sessionStarts.remaining -= 1;
    const now = performance.now();
    const hasty = now - lastIdentify < world.identifyEvery;
    lastIdentify = now;
    if (hasty || refuseIdentify.with === 'invalidSession')
      return send(socket, { op: OP.invalidSession, d: false });
    if (refuseIdentify.with) return socket.close(refuseIdentify.with);
    if (d['token'] !== world.token) return socket.close(4004, 'Authentication failed.');
    if (Number(d['intents']) & PRIVILEGED) return socket.close(4014, 'Disallowed intent(s).');
    if (session?.socket)
      world.problems.push('gateway: a second session was begun beside one that is connected');
    session = { intents: Number(d['intents']), id: snowflake(), sequence: 0, sent: [], socket };
    const joined = world.guilds.filter((guild) => guild.joined);
    dispatch('READY', {
      v: 10,
      user: world.bot,
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: `ws://127.0.0.1:${world.port}`,
      application: { id: world.applicationId, flags: 0 },
      guilds: joined.map(({ id }) => ({ id, unavailable: true })),
      shard: d['shard'],
    });
    for (const guild of joined) dispatch('GUILD_CREATE', guildCreate(guild, world.bot));
  }

  function resume(socket: WebSocket, d: Json): void {
    counts.resumes += 1;
    const refusal = checkResume(d);
    if (refusal) return refuse(socket, refusal.code, refusal.why);
    if (session?.socket === socket)
      return refuse(socket, 4005, 'RESUME on a connection that is authenticated');
    if (silence.resume) return;
    if (d['token'] !== world.token) return socket.close(4004, 'Authentication failed.');
    if (!session || d['session_id'] !== session.id) return send(socket, { op: OP.invalidSession, d: false });
    if (Number(d['seq']) > session.sequence) return socket.close(4007, 'Invalid seq.');
    session.socket = socket;
    for (const packet of session.sent.filter(({ s }) => Number(s) > Number(d['seq']))) send(socket, packet);
    counts.resumed += 1;
    dispatch('RESUMED', {});
  }

  /** Sends an event to the bot, or keeps it for the next RESUME. */
  function dispatch(t: string, d: unknown): void {
    if (!session) return;
    const isDirect = t === 'MESSAGE_CREATE' && typeof (d as Json | null)?.['guild_id'] !== 'string';
    if (isDirect && (session.intents & DIRECT_MESSAGES) === 0) return;
    session.sequence += 1;
    const packet = { op: OP.dispatch, t, s: session.sequence, d };
    session.sent.push(packet);
    if (session.socket) send(session.socket, packet);
  }

  return {
    counts,
    silence,
    refuseIdentify,
    refuseHandshake,
    /** Number of open connections of any kind. */
    open: () => sockets.clients.size,
    dispatch,
    /** Whether a session is connected and authenticated. */
    connected: () => session?.socket !== undefined,
    /** Resolves when the bot is connected and the n-th READY or RESUMED has been sent. */
    ready: (timeout = 10_000) => waitFor(world, () => (session?.socket ? true : undefined), timeout, 'READY'),
    /** Closes the connection with this code; 1006 cuts it without a close frame. */
    close(code: number): void {
      const socket = session?.socket;
      if (session) session.socket = undefined;
      if (code === 1006) socket?.terminate();
      else socket?.close(code);
    },
    /** Op 7: asks the bot to reconnect and resume. */
    askToReconnect: () => session?.socket && send(session.socket, { op: OP.reconnect, d: null }),
    /** Op 9; a session that cannot be resumed is deleted. */
    invalidate(resumable: boolean): void {
      const socket = session?.socket;
      if (!resumable) session = undefined;
      if (socket) send(socket, { op: OP.invalidSession, d: resumable });
    },
    /** Deletes the session, as Discord does some minutes after losing a connection. */
    forgetSession: () => void (session = undefined),
    /** Sends an arbitrary packet. */
    raw: (data: string) => session?.socket?.send(data),
    stop(): void {
      for (const socket of sockets.clients) socket.terminate();
      for (const stream of hanging) stream.destroy();
      sockets.close();
    },
  };
}

function send(socket: WebSocket, packet: Partial<Packet>): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ t: null, s: null, ...packet }));
}
