import { WebSocket } from 'ws';
import { gatewayProtocol, type End, type ProtocolOptions } from './protocol.ts';

export type SocketOptions = Omit<ProtocolOptions, 'send' | 'end'> &
  Readonly<{
    /** The gateway's URL without query. */
    url: string;
    /** Closes the connection for good. */
    signal: AbortSignal;
  }>;

/** Close codes that end a session. */
const SESSION_OVER: ReadonlySet<number> = new Set([4007, 4009]);
/** Closing with 1000 ends the session at Discord; any other code keeps it. */
const LEAVE = 1000;
const KEEP_SESSION = 4200;

/**
 * Holds one gateway connection from start to end. When it resolves, the socket is closed or closing, and sends nothing more. Never
 * rejects.
 */
export function holdConnection(options: SocketOptions): Promise<End> {
  const { url, pace, signal } = options;
  return new Promise((resolve) => {
    const socket = new WebSocket(`${url}?v=10&encoding=json`, { handshakeTimeout: pace.hello });
    let over = false;
    const protocol = gatewayProtocol({ ...options, send, end });

    function end(why: string, how: Partial<End> = {}, closing: number = KEEP_SESSION): void {
      if (over) return;
      over = true;
      protocol.stop();
      signal.removeEventListener('abort', leave);
      if (socket.readyState === WebSocket.OPEN) socket.close(closing);
      else socket.terminate();
      const cut = setTimeout(() => socket.terminate(), pace.leave);
      socket.once('close', () => clearTimeout(cut));
      resolve({ why, ...protocol.reached(), ...how });
    }

    function send(packet: object): void {
      if (!over && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(packet));
    }

    const leave = (): void => end('stopped', { session: undefined }, LEAVE);
    socket.on('message', (raw: Buffer) => {
      if (!over) protocol.received(jsonOf(raw));
    });
    socket.on('unexpected-response', (_request, { statusCode: status, headers }) => {
      const seconds = Number(headers['retry-after']);
      const asked = seconds > 0 ? { retryAfter: seconds * 1000 } : {};
      end('the handshake was refused', { ...(status !== undefined && { status }), ...asked });
    });
    socket.on('error', (error) => end(error.message));
    socket.on('close', (code) =>
      end('the connection was closed', { code, ...(SESSION_OVER.has(code) && { session: undefined }) }),
    );
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
