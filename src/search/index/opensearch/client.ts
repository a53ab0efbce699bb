import { Client, errors } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { EngineError } from './engine-error.ts';

/** Timeouts by kind of request. Milliseconds. */
const DEADLINES = {
  /** For questions: Discord waits 3 seconds, of which others' questions may have taken some. */
  ask: 1600,
  write: 60_000,
  /** Refreshes, deletions by query, and counts over everything. */
  long: 300_000,
} as const;

/** One request to the engine. */
export type EngineRequest = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  path: string;
  query?: Readonly<Record<string, string | number | boolean>>;
  body?: object;
  /** Lines of JSON, for `_bulk` and `_msearch`. */
  lines?: readonly object[];
  /** Default: `ask`. */
  patience?: keyof typeof DEADLINES;
  /** Statuses besides 2xx that are not errors. Default: none. */
  also?: readonly number[];
}>;

/** A connection to an OpenSearch cluster. Every method throws {@link EngineError}. */
export type EngineClient = Readonly<{
  /** Sends a request and validates the response. */
  send<Schema extends z.ZodType>(request: EngineRequest, schema: Schema): Promise<z.output<Schema>>;
  /** Its URL without user and password. */
  place: string;
  close(): Promise<void>;
}>;

/** Connects to a cluster by one or more comma-separated URLs. Sends nothing yet. */
export function connectEngine(urls: string): EngineClient {
  const nodes = urls.split(',').map((url) => new URL(url.trim()));
  // The client takes user and password from the first URL.
  const client = new Client({ nodes: nodes.map(({ href }) => href), maxRetries: nodes.length - 1 });

  return {
    place: nodes.map(({ host }) => host).join(', '),
    async send(request, schema) {
      const { method, path, query = {}, body, lines, patience = 'ask', also = [] } = request;
      try {
        const answer = await client.transport.request(
          {
            method,
            path,
            querystring: query,
            ...(body && { body: JSON.stringify(body) }),
            ...(lines && { bulkBody: lines.map((line) => `${JSON.stringify(line)}\n`).join('') }),
          },
          { requestTimeout: DEADLINES[patience], ignore: [...also] },
        );
        return schema.parse(method === 'HEAD' ? answer.statusCode : answer.body);
      } catch (error) {
        throw engineErrorOf(error);
      }
    },
    close: () => client.close(),
  };
}

/** Converts an error of the client. */
export function engineErrorOf(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  if (error instanceof errors.TimeoutError) return new EngineError('slow', error);
  if (error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError)
    return new EngineError('down', error);
  if (!(error instanceof errors.ResponseError)) return new EngineError('failed', error);
  return new EngineError(faultOf(error.statusCode, error.message), error);
}

/** Classifies a status and reason; also for one line of a `_bulk` response. */
export function faultOf(status: number | undefined, reason: string): EngineError['fault'] {
  if (status === 401 || status === 403) return reason.includes('block') ? 'readonly' : 'refused';
  if (status === 404) return 'building';
  if (status === 408 || status === 429 || status === 504) return 'slow';
  return status === 502 || status === 503 ? 'down' : 'failed';
}

/** For responses of which only the status matters. */
export const anything = z.unknown();
