import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Log } from '../desk/ports.ts';
import type { PublicPages } from '../desk/published.ts';
import { listen } from '../listen.ts';
import { openAssets } from './assets.ts';
import { checkRemoteSender, checkSender, HEADERS, LOOPBACK, readBody, readBytes, Refusal } from './guard.ts';
import type { Emit } from './carry-out.ts';
import { tellChanges } from './events.ts';
import { openInteractions, type PageHandlers } from './interactions.ts';
import { requests, uploadHeaders } from './requests.ts';
import { outletOf, type PageOutlet } from './outlet.ts';
import { openMessageLog, type MessageLog } from './message-log.ts';

/** Thrown when the page cannot be opened; the message gives the reason and the remedy in one sentence. */
export class RehearsalError extends Error {
  override name = 'RehearsalError';
}

/** `port` 0 takes any free port; `host` is the IP address to listen on, by default one that only this machine can reach. */
export type RehearsalOptions = PageHandlers &
  Readonly<{
    port: number;
    host?: string;
    /** The public pages of quotes. Default: none. */
    publicPages?: PublicPages;
    now(): Date;
    log: Log;
  }>;

/** Body limit. Bytes; the longest thing a person can send is a form of five fields of 4,000 characters. */
const BODY_MAX = 100_000;
/** The largest file that a command takes. Bytes; Discord's own limit. */
const FILE_MAX = 10 * 1024 * 1024;
/** Timeout for receiving a request. Milliseconds. */
const ARRIVAL_MAX = 10_000;

/**
 * Opens the page. Throws {@link RehearsalError} if the port is taken or not permitted. `close` ends open connections and frees the port.
 */
export async function startRehearsal(
  options: RehearsalOptions,
): Promise<Readonly<{ url: string; outlet: PageOutlet; close(): Promise<void> }>> {
  const { log, now, host = LOOPBACK } = options;
  const messages = openMessageLog(now);
  const answer = answerer(options, messages);
  const { port, close } = await listen({
    host,
    port: options.port,
    arrivalMax: ARRIVAL_MAX,
    answer: (request, response, here) =>
      void answer(request, response, here).catch((error: unknown) => refuse(response, error, log)),
  }).catch((error: NodeJS.ErrnoException): never => {
    throw listenError(error, options.port);
  });
  return {
    url: `http://${LISTENS_EVERYWHERE.has(host) ? LOOPBACK : hostInUrl(host)}:${port}`,
    outlet: outletOf(messages, options.format),
    close,
  };
}

/** Addresses that mean all addresses of the machine. */
const LISTENS_EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

const hostInUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address);

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function answerer(options: RehearsalOptions, messages: MessageLog) {
  const { host = LOOPBACK } = options;
  const asset = openAssets();
  const interactions = openInteractions(options, messages);
  /** A route that responds with one value. */
  const value =
    <Schema extends z.ZodType>(schema: Schema, run: (sent: z.output<Schema>) => Promise<unknown>): Route =>
    async (request, response) => {
      const found = await run(await readBody(request, schema, BODY_MAX));
      send(response, 200, 'application/json', JSON.stringify(found));
    };
  /** A route that responds with a stream of changes, one line of JSON each, so that long work can show its progress. */
  const changes =
    <Schema extends z.ZodType>(
      schema: Schema,
      run: (sent: z.output<Schema>, emit: Emit) => Promise<void>,
    ): Route =>
    async (request, response) => {
      await run(await readBody(request, schema, BODY_MAX), (change) => {
        if (!response.headersSent)
          response.writeHead(200, { ...HEADERS, 'content-type': 'application/x-ndjson' });
        response.write(`${JSON.stringify(change)}\n`);
      });
      if (response.headersSent) response.end();
      else send(response, 200, 'application/x-ndjson', '');
    };
  /** Stores an uploaded file for a command. */
  const upload: Route = async (request, response) => {
    const about = uploadHeaders.safeParse(request.headers);
    if (!about.success) throw new Refusal(400, 'The file must have a name.');
    const bytes = await readBytes(request, 'application/octet-stream', FILE_MAX);
    const { 'x-file-name': name, 'x-file-type': type } = about.data;
    send(response, 200, 'application/json', JSON.stringify({ id: options.uploads.keep(name, type, bytes) }));
  };
  const posts: Readonly<Record<string, Route>> = {
    '/api/upload': upload,
    '/api/channel': value(requests.channel, interactions.channel),
    '/api/suggest': value(requests.suggest, interactions.suggest),
    '/api/command': changes(requests.command, interactions.command),
    '/api/click': changes(requests.click, interactions.click),
    '/api/submit': changes(requests.submit, interactions.submit),
    '/api/say': changes(requests.say, interactions.say),
    '/api/use': changes(requests.use, interactions.use),
    '/api/dismiss': changes(requests.dismiss, interactions.dismiss),
  };

  return async (request: IncomingMessage, response: ServerResponse, port: number): Promise<void> => {
    if (host === LOOPBACK) checkSender(request, port);
    else checkRemoteSender(request);
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (request.method === 'POST') {
      const run = Object.hasOwn(posts, path) ? posts[path] : undefined;
      if (!run) throw new Refusal(404, 'There is nothing at this address.');
      return run(request, response);
    }
    if (request.method !== 'GET') throw new Refusal(405, 'Only GET and POST are answered.');
    if (path === '/api/events') return tellChanges(request, response, messages);
    const { searchParams } = new URL(request.url ?? '/', 'http://page');
    const open = await options.publicPages?.(path, searchParams, request.headers['accept-language']);
    if (open) {
      response.writeHead(open.status, open.headers);
      response.end(open.body);
      return undefined;
    }
    const found = asset(path);
    if (found) return send(response, 200, found.type, found.body);
    sendFile(response, path, messages);
  };
}

/** Sends pictures for display, and everything else as a download, so that it is never executed. */
function sendFile(response: ServerResponse, path: string, messages: MessageLog): void {
  const match = /^\/files\/(\d+)\/(\d)$/u.exec(path);
  const file = match?.[1] ? messages.file(match[1], Number(match[2])) : undefined;
  if (!file) throw new Refusal(404, 'There is nothing at this address.');
  const picture = file.name.endsWith('.png');
  response.setHeader(
    'content-disposition',
    `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed())}`,
  );
  send(response, 200, picture ? 'image/png' : 'application/octet-stream', Buffer.from(file.data));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...HEADERS, 'content-type': type });
  response.end(body);
}

function refuse(response: ServerResponse, error: unknown, log: Log): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known = error instanceof Refusal;
  const reference = randomUUID().slice(0, 8);
  if (!known) log.error({ reference, cause: String(error) }, 'the rehearsal page could not answer');
  const sentence = known
    ? error.message
    : `That did not work, and it is not your fault; reference ${reference} is in the log.`;
  response.setHeader('connection', 'close');
  send(response, known ? error.status : 500, 'application/json', JSON.stringify({ error: sentence }));
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new RehearsalError(
      `Port ${port} is taken by another program; end it, or choose another port: PORT=${port + 1} npm start.`,
    );
  }
  if (error.code === 'EACCES') {
    return new RehearsalError(`Port ${port} may not be used; choose one above 1023: PORT=3000 npm start.`);
  }
  return error;
}
