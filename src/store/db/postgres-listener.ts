import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const CHANNEL = 'pullquote';
/** Milliseconds between tries to reach a server that is gone; with a connection's own time it is back within 5 s (F18). */
const RETRY_MS = 1000;
/** A dead network is noticed when this goes by without an answer: until then notifications are missed unknowingly. */
const HEARTBEAT_MS = 5000;
/** Sends a notification; its payload is {@link notificationOf}. */
export const NOTIFY = `SELECT pg_notify('${CHANNEL}', ?)`;

/** A message with its sender, who delivers it to itself without waiting and must not hear it twice. */
export const notificationOf = (sender: string, message: string): string => `${sender} ${message}`;

/**
 * Hears the other processes' notifications on a connection of its own, made again whenever it is lost.
 * `heard(undefined)` follows each connection, since something may have been missed before it. Returns how to stop.
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
    // Looked at below, but it may fail before that.
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

  async function forEver(): Promise<void> {
    while (!stopping.signal.aborted) {
      await once().catch((error: unknown) => {
        if (!stopping.signal.aborted) lost(error);
      });
      await sleep(RETRY_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  const running = forEver();
  return () => {
    stopping.abort();
    return running;
  };
}
