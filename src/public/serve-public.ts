import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { causeOf } from '../desk/cause.ts';
import type { Log } from '../desk/ports.ts';
import type { PublicPages, WebAnswer } from '../desk/published.ts';

export type PublicServerOptions = Readonly<{
  host: string;
  /** 0 takes any free one. */
  port: number;
  pages: PublicPages;
  log: Log;
}>;

/** A request that takes longer to arrive is not waited for. Milliseconds. */
const ARRIVAL_MAX = 5000;
/** More are told to come again: drawing a picture takes a tenth of a second, and Discord's people come first. */
const AT_ONCE = 16;

/** Opens the read-only port. Rejects when it cannot be had. */
export async function servePublic({
  host,
  port,
  pages,
  log,
}: PublicServerOptions): Promise<Readonly<{ port: number; close(): Promise<void> }>> {
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

  const server = createServer(
    { requestTimeout: ARRIVAL_MAX, headersTimeout: ARRIVAL_MAX },
    (request, response) => void answered(request).then((found) => sendAnswer(response, found)),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
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
