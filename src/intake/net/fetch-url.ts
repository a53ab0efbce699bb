import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { Agent, buildConnector, fetch, type Response } from 'undici';
import { itemAt } from '../../article/item-at.ts';
import { MAX_BYTES } from '../extracted.ts';
import { displayName, IntakeError, megabytes } from '../intake-error.ts';
import { checkedUrl, isPublicAddress, privateAddress } from './address.ts';
import { networkError } from './network-error.ts';
import { type CatalogueMessage, message } from '../../words/message.ts';

/** T8. */
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Identifies the program honestly, although some sites refuse unknown programs. */
const USER_AGENT = 'Pullquote/0.1 (newsroom archive; reads pages that an editor names)';

/** The network, which tests replace. */
export type FetchNetwork = Readonly<{
  /** All A and AAAA records of a name. */
  resolve: (hostname: string) => Promise<readonly string[]>;
  /** Whether a connection to this address is allowed. */
  isAllowed: (address: string) => boolean;
  /** Maps a URL's port (80 or 443) to the port to connect to. */
  connectPort: (port: number) => number;
  /** Timeouts in milliseconds; `total` covers all redirects and the whole body. */
  times: Readonly<{ connect: number; headers: number; total: number }>;
}>;

const INTERNET: FetchNetwork = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  connectPort: (port) => port,
  // T10.
  times: { connect: 5000, headers: 10_000, total: 30_000 },
};

export type FetchOptions = Readonly<{
  /** Makes the request conditional; an unchanged page is then returned as `unchanged`. */
  etag?: string;
  lastModified?: string;
  /** Allowed hosts, also for redirects. Default: any. */
  hosts?: ReadonlySet<string>;
  network?: FetchNetwork;
}>;

/** A response of status 200, or of status 304 to a conditional request, which has no bytes. */
export type Fetched = Readonly<{
  unchanged: boolean;
  /** Decoded, at most 10 MB. */
  bytes: Uint8Array;
  /** After redirects. */
  url: string;
  contentType: string;
  etag?: string;
  lastModified?: string;
}>;

/**
 * Fetches a page, feed or file from the public internet. Checks each hop: the URL, with any IP literal, before sending, and
 * every A and AAAA record in the look-up of the connection itself, so that a name cannot resolve differently the second
 * time. Throws {@link IntakeError} `address`, `network`,
 * `http-status` or `too-large`.
 */
export async function fetchUrl(given: string, options: FetchOptions = {}): Promise<Fetched> {
  const network = options.network ?? INTERNET;
  const agent = agentOn(network);
  const signal = AbortSignal.timeout(network.times.total);
  let url = checkedUrl(given, network.isAllowed);
  try {
    for (let hop = 0; ; hop += 1) {
      checkHost(url, options.hosts);
      const response = await fetch(url, {
        dispatcher: agent,
        signal,
        redirect: 'manual',
        headers: headersOf(options),
      });
      const target = response.headers.get('location');
      if (!REDIRECTS.has(response.status) || target === null) return await readResponse(response, url);
      await response.body?.cancel();
      if (hop === MAX_REDIRECTS) {
        const host = displayName(url.hostname);
        throw new IntakeError('network', message('fetch.redirects', { host, times: MAX_REDIRECTS }));
      }
      url = checkedUrl(target, network.isAllowed, url.href);
    }
  } catch (error) {
    throw networkError(error, url.hostname);
  } finally {
    await agent.destroy();
  }
}

/** An agent that connects only to addresses checked in its own look-up; all addresses of a name must be allowed. */
function agentOn({ resolve, isAllowed, connectPort, times }: FetchNetwork): Agent {
  const check = callbackify(async (hostname: string) => {
    const addresses = await resolve(hostname);
    if (addresses.length === 0 || !addresses.every(isAllowed)) throw privateAddress(hostname);
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  });
  const pinned: LookupFunction = (hostname, { all }, done) => {
    check(hostname, (error, found) => {
      if (error !== null) done(error, '');
      else if (all === true) done(null, found);
      else {
        const { address, family } = itemAt(found, 0);
        done(null, address, family);
      }
    });
  };
  const connect = buildConnector({ lookup: pinned, timeout: times.connect });
  return new Agent({
    connect: (target, done) => {
      const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
      connect({ ...target, port: String(connectPort(port)) }, done);
    },
    headersTimeout: times.headers,
    bodyTimeout: times.headers,
  });
}

function checkHost({ hostname, protocol }: URL, hosts: ReadonlySet<string> | undefined): void {
  if (hosts === undefined || (hosts.has(hostname) && protocol === 'https:')) return;
  throw new IntakeError('address', message('fetch.not-discord', { host: displayName(hostname) }));
}

function headersOf({ etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    'user-agent': USER_AGENT,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

async function readResponse(response: Response, url: URL): Promise<Fetched> {
  const { status, headers } = response;
  if (status !== 200 && status !== 304) {
    await response.body?.cancel();
    throw new IntakeError('http-status', statusSentence(url.hostname, status), {
      status,
      retryAfter: headers.get('retry-after'),
    });
  }
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return {
    unchanged: status === 304,
    bytes: await readBody(response, url.hostname),
    url: url.href,
    contentType: headers.get('content-type') ?? '',
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { lastModified }),
  };
}

/** Counts decoded bytes while reading, so that a compression bomb stops at the limit. */
async function readBody({ body }: Response, host: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > MAX_BYTES) {
      const told = message('fetch.too-large', { host: displayName(host), most: megabytes(MAX_BYTES) });
      throw new IntakeError('too-large', told);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const STATUS_REASONS: Readonly<Record<number, CatalogueMessage>> = {
  401: message('status-of.401'),
  402: message('status-of.402'),
  403: message('status-of.403'),
  404: message('status-of.404'),
  410: message('status-of.410'),
  429: message('status-of.429'),
};

function statusSentence(host: string, status: number): CatalogueMessage {
  const reason = STATUS_REASONS[status] ?? message(status >= 500 ? 'status-of.500' : 'status-of.other');
  return message('fetch.status', { host: displayName(host), status: String(status), reason });
}
