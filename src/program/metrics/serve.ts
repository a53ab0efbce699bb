import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from './metrics.ts';
import { listen, type OpenPort } from '../../listen.ts';
import { SettingsError } from '../../settings.ts';

export type MetricsServerOptions = Readonly<{
  host: string;
  /** 0 takes any free port. */
  port: number;
  metrics: Pick<Metrics, 'contentType' | 'text'>;
  /** Rejects if the program cannot work, for example without its database. */
  healthy(): Promise<unknown>;
}>;

/** Timeout for receiving a request. Milliseconds. */
const ARRIVAL_MAX = 5000;

/**
 * Serves `/metrics` for Prometheus and `/healthz` (200 or 503) for health checks, and nothing else. Throws SettingsError if the port is
 * unavailable.
 */
export async function serveMetrics({
  host,
  port,
  metrics,
  healthy,
}: MetricsServerOptions): Promise<OpenPort> {
  const paths: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/metrics': async (response) => send(response, 200, metrics.contentType, await metrics.text()),
    '/healthz': (response) =>
      healthy().then(
        () => send(response, 200, TEXT, 'ok\n'),
        // The reason is only in the log, since it may contain addresses and names of databases.
        (error: unknown) =>
          send(
            response,
            503,
            TEXT,
            `${isEngine(error) ? 'the search engine' : 'the database'} does not answer\n`,
          ),
      ),
  };
  function answer({ method, url = '/' }: IncomingMessage, response: ServerResponse): void {
    const [path = '/'] = url.split('?', 1);
    const reading = Object.hasOwn(paths, path) ? paths[path] : undefined;
    if (!reading) return send(response, 404, TEXT, 'there are /metrics and /healthz\n');
    if (method !== 'GET' && method !== 'HEAD') return send(response, 405, TEXT, 'only GET is answered\n');
    reading(response).catch(() => send(response, 500, TEXT, 'this reading failed\n'));
  }

  return listen({ host, port, arrivalMax: ARRIVAL_MAX, answer }).catch(
    ({ code }: NodeJS.ErrnoException): never => {
      throw new SettingsError(
        `METRICS_PORT: ${host}:${port} cannot be used (${code ?? 'unknown'}): set another.`,
      );
    },
  );
}

/** Compares names, so that the search engine's client is loaded only when it is needed. */
const isEngine = (error: unknown): boolean => error instanceof Error && error.name === 'EngineError';

const TEXT = 'text/plain; charset=utf-8';

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
