import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const CHANNEL = 'pullquote';
/** Milliseconds between attempts to reconnect; with the connection's own timeout it is back within 5 s (F18). */
const RETRY_MS = 1000;
/** Milliseconds between queries that detect a dead connection, on which notifications would be lost unnoticed. */
const HEARTBEAT_MS = 5000;
/** Statement that sends a notification; its value is {@link notificationOf}. */
export const NOTIFY = `SELECT pg_notify('${CHANNEL}', ?)`;

/** A message prefixed with its sender. The sender has delivered it to itself already, and ignores it when it comes back. */
export const notificationOf = (sender: string, message: string): string => `${sender} ${message}`;

/**
 * Receives other processes' notifications on its own connection, and reconnects whenever it is lost. Calls
 * `heard(undefined)` after each connect, since messages may have been lost before. Returns the function that stops it.
 */
export function listenTo(
  config: pg.ClientConfig,
  sender: string,
  heard: (message: string | undefined) => void,
  lost: (error: unknown) => void,
): () => Promise<void> {
  const stopping = new AbortController();

  async function once(): Promise<void> {
    const client = new pg.Client(config);
    const ended = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('end', () => reject(new Error('The listening connection has ended.')));
    });
    // Awaited below; this avoids an unhandled rejection if it fails before that.
    ended.catch(() => undefined);
    client.on('notification', ({ payload = '' }) => {
      if (!payload.startsWith(notificationOf(sender, ''))) heard(payload.slice(payload.indexOf(' ') + 1));
    });
    try {
      await Promise.race([client.connect(), ended]);
      await Promise.race([client.query(`LISTEN ${CHANNEL}`), ended]);
      heard(undefined);
      for (;;) {
        await Promise.race([sleep(HEARTBEAT_MS, undefined, { signal: stopping.signal, ref: false }), ended]);
        await Promise.race([client.query('SELECT 1'), ended]);
      }
    } finally {
      client.end().catch(() => undefined);
    }
  }

  async function reconnectForever(): Promise<void> {
    while (!stopping.signal.aborted) {
      await once().catch((error: unknown) => {
        if (!stopping.signal.aborted) lost(error);
      });
      await sleep(RETRY_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  const running = reconnectForever();
  return () => {
    stopping.abort();
    return running;
  };
}
