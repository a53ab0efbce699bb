import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { z } from 'zod';

/** A refused request; `status` is the HTTP status, the message one plain sentence. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Headers of every response. The page may load from and connect to only this server; scripts and styles must be files, and no script
 * may turn text into markup.
 */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** The address that only this machine can reach. */
export const LOOPBACK = '127.0.0.1';

/**
 * Refuses requests that another site could make a browser send: with a Host that is not this machine (DNS rebinding), with another
 * Origin, or marked by the browser as cross-site. `port` is the server's.
 */
export function checkSender({ headers, method }: IncomingMessage, port: number): void {
  const hosts = [LOOPBACK, 'localhost'].map((name) => `${name}:${port}`);
  if (!hosts.includes(headers.host ?? ''))
    throw new Refusal(403, `This page is only served at http://${hosts[0]}.`);
  refuseOthers(
    headers,
    method,
    hosts.map((host) => `http://${host}`),
  );
}

/**
 * Like {@link checkSender}, for a page that other machines may use. The Host must be an IP address or `localhost`, since another site
 * could point a name to this machine. It may have any port, since a container's port may be published as another.
 */
export function checkRemoteSender({ headers, method }: IncomingMessage): void {
  const { host = '' } = headers;
  const name = URL.parse(`http://${host}`)?.hostname ?? '';
  if (name !== 'localhost' && isIP(name.replace(/^\[|\]$/gu, '')) === 0)
    throw new Refusal(403, 'This page is only served at an IP address or localhost.');
  refuseOthers(headers, method, [`http://${host}`]);
}

function refuseOthers(
  headers: IncomingMessage['headers'],
  method: string | undefined,
  origins: readonly string[],
): void {
  if (headers.origin !== undefined && !origins.includes(headers.origin))
    throw new Refusal(403, 'Another site may not use this page.');
  const from = headers['sec-fetch-site'];
  if (method !== 'GET' && from !== undefined && from !== 'same-origin')
    throw new Refusal(403, 'Another site may not use this page.');
}

/**
 * Reads and validates the JSON body of a request. Throws {@link Refusal} for another content type, for more than `limit` bytes, and
 * for values that do not fit the schema.
 */
export async function readBody<Schema extends z.ZodType>(
  request: IncomingMessage,
  schema: Schema,
  limit: number,
): Promise<z.output<Schema>> {
  const bytes = await readBytes(request, 'application/json', limit);
  const body = schema.safeParse(parseJson(bytes.toString('utf8')));
  if (!body.success)
    throw new Refusal(400, `The body is not what this address takes. ${z.prettifyError(body.error)}`);
  return body.data;
}

/**
 * Reads the body of a request. Throws {@link Refusal} for more than `limit` bytes and for a content type other than `type`, which
 * must not be one that a form of another site could send.
 */
export async function readBytes(request: IncomingMessage, type: string, limit: number): Promise<Buffer> {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== type)
    throw new Refusal(415, `The body must be ${type}.`);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit)
      throw new Refusal(413, `More than ${limit.toLocaleString('en-US')} bytes cannot be sent at once.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
