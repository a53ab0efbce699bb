import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { causeOf } from '../desk/cause.ts';
import type { Log } from '../desk/ports.ts';
import type { PublicPages, WebAnswer } from '../desk/published.ts';
import { listen, type OpenPort } from '../listen.ts';

export type PublicServerOptions = Readonly<{
  host: string;
  /** 0 takes any free port. */
  port: number;
  pages: PublicPages;
  log: Log;
}>;

/** Timeout for receiving a request. Milliseconds. */
const ARRIVAL_MAX = 5000;
/** Maximum number of concurrent requests; others get 503. Drawing a picture takes a tenth of a second, and people on Discord come first. */
const AT_ONCE = 16;

/** Opens the read-only port. Rejects if the port is unavailable. */
export async function servePublic({ host, port, pages, log }: PublicServerOptions): Promise<OpenPort> {
  let underWay = 0;

  async function answered({ url = '/', method, headers }: IncomingMessage): Promise<WebAnswer> {
    if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET is answered.');
    if (underWay >= AT_ONCE) return plain(503, 'Too much is asked at once: try again.');
    underWay += 1;
    try {
      const { pathname, searchParams } = new URL(url, 'http://public');
      return (
        (await pages(pathname, searchParams, headers['accept-language'])) ??
        plain(404, 'There is nothing here.')
      );
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ reference, cause: causeOf(error) }, 'a public page could not be made');
      return plain(500, `That did not work; reference ${reference} is in the log.`);
    } finally {
      underWay -= 1;
    }
  }

  return listen({
    host,
    port,
    arrivalMax: ARRIVAL_MAX,
    answer: (request, response) => void answered(request).then((found) => sendAnswer(response, found)),
  });
}

const plain = (status: number, sentence: string): WebAnswer => ({
  status,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 503 && { 'retry-after': '2' }),
  },
  body: `${sentence}\n`,
});

function sendAnswer(response: ServerResponse, { status, headers, body }: WebAnswer): void {
  response.writeHead(status, headers);
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
