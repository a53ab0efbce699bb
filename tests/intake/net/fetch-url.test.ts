import { pipeline, Readable } from 'node:stream';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchAttachment } from '../../../src/intake/net/fetch-attachment.ts';
import { fetchUrl } from '../../../src/intake/net/fetch-url.ts';
import { refusalOf } from '../refusals.ts';
import { startServers, type Servers } from './servers.ts';

const BOMB = Buffer.alloc(60_000_000);
const ANSWERS: Readonly<Record<string, Parameters<typeof startServers>[0]>> = {
  '/page': (request, response) => {
    const seen =
      request.headers['if-none-match'] === '"v1"' ||
      request.headers['if-modified-since'] === 'Tue, 12 Mar 2024 18:42:10 GMT';
    response.writeHead(seen ? 304 : 200, {
      etag: '"v1"',
      'last-modified': 'Tue, 12 Mar 2024 18:42:10 GMT',
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(seen ? undefined : '<p>Page');
  },
  '/moved': (_request, response) => response.writeHead(301, { location: '/page#part' }).end('moved'),
  '/gzip': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('<p>Page')),
  '/gzip-bomb': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(BOMB)),
  '/double-bomb': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip, br' }).end(brotliCompressSync(gzipSync(BOMB))),
  '/broken-gzip': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
  '/endless': (_request, response) => {
    const endless = function* (): Generator<Buffer> {
      for (;;) yield Buffer.alloc(1_000_000, 'x');
    };
    pipeline(Readable.from(endless()), response, () => undefined);
  },
  '/silent': () => undefined,
  '/slow': (_request, response) => {
    const timer = setInterval(() => response.write('x'), 100);
    response.on('close', () => clearInterval(timer));
  },
  '/stops': (_request, response) => response.writeHead(200, { 'content-length': '100' }).write('x'),
  '/breaks': (_request, response) =>
    response.writeHead(200, { 'content-length': '100' }).write('x', () => response.destroy()),
  '/busy': (_request, response) => response.writeHead(503, { 'retry-after': '120' }).end('busy'),
};

let servers: Servers;
beforeAll(async () => {
  servers = await startServers((request, response) => {
    const answer = ANSWERS[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(Number(request.url?.slice(1)) || 404).end();
  });
});
afterAll(() => servers.close());

const get = (path: string, options: Parameters<typeof fetchUrl>[1] = {}) =>
  fetchUrl(`http://news.example${path}`, { ...options, network: servers.guarded });

describe('an available page', () => {
  test('has its final URL, type and validators', async () => {
    const { bytes, ...rest } = await get('/moved');
    expect(Buffer.from(bytes).toString()).toBe('<p>Page');
    expect(rest).toEqual({
      unchanged: false,
      url: 'http://news.example/page#part',
      contentType: 'text/html; charset=utf-8',
      etag: '"v1"',
      lastModified: 'Tue, 12 Mar 2024 18:42:10 GMT',
    });
  });

  test.each([{ etag: '"v1"' }, { lastModified: 'Tue, 12 Mar 2024 18:42:10 GMT' }])(
    'is reported as unchanged for %o',
    async (options) => {
      expect(await get('/page', options)).toMatchObject({
        unchanged: true,
        bytes: Buffer.alloc(0),
        etag: '"v1"',
      });
    },
  );

  test('is unpacked', async () => {
    expect(Buffer.from((await get('/gzip')).bytes).toString()).toBe('<p>Page');
  });
});

describe('T10 slow, endless and compressed bodies', () => {
  test.each([
    ['/gzip-bomb', 'too-large: The page of news.example has more than 10 MB: paste the text instead.'],
    ['/double-bomb', 'too-large: The page of news.example has more than 10 MB: paste the text instead.'],
    ['/endless', 'too-large: The page of news.example has more than 10 MB: paste the text instead.'],
    ['/silent', 'network: news.example could not be reached, it did not answer in time: try again later.'],
    ['/stops', 'network: news.example could not be reached, it stopped in the middle: try again later.'],
    ['/breaks', 'network: news.example could not be reached, it broke off: try again later.'],
    [
      '/broken-gzip',
      'network: news.example could not be reached, it cannot be read: try again later or paste the text.',
    ],
  ])('%s ends in a refusal', async (path, refusal) => {
    expect(await refusalOf(get(path))).toBe(refusal);
  });
});

test('T10 a body that does not end in time is refused', async () => {
  const network = { ...servers.guarded, times: { ...servers.guarded.times, total: 500 } };
  expect(await refusalOf(fetchUrl('http://news.example/slow', { network }))).toBe(
    'network: news.example could not be reached, it took longer than 30 seconds: try again later.',
  );
});

describe('an unavailable page', () => {
  test.each([
    [404, 'http-status: news.example answered 404, it does not have this page: check the address.'],
    [
      403,
      'http-status: news.example answered 403, it does not let programs read it: paste the text instead.',
    ],
    [500, 'http-status: news.example answered 500, it has a fault of its own: try again later.'],
    [204, 'http-status: news.example answered 204, it gave no page: check the address.'],
  ])('is reported with status %i', async (status, refusal) => {
    expect(await refusalOf(get(`/${status}`))).toBe(refusal);
  });

  test('keeps the time to retry', async () => {
    await expect(get('/busy')).rejects.toMatchObject({ code: 'http-status', status: 503, retryAfter: '120' });
  });

  test('with an unknown host is refused', async () => {
    const network = {
      ...servers.guarded,
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    };
    expect(await refusalOf(fetchUrl('http://nowhere.example/', { network }))).toBe(
      'network: nowhere.example could not be reached, nothing is known under this name: check the address.',
    );
  });
});

describe('T14 attachments', () => {
  test.each([
    'http://cdn.discordapp.com/a.pdf',
    'https://cdn.discordapp.com.evil.example/a.pdf',
    'https://evil.example/?cdn.discordapp.com',
    'https://news.example/page',
  ])('%s is not a source of attachments', async (url) => {
    const before = servers.begun();
    expect(await refusalOf(fetchAttachment(url, { network: servers.guarded }))).toContain(
      'is not where Discord keeps its attachments',
    );
    expect(servers.begun()).toBe(before);
  });

  test.each([
    'https://cdn.discordapp.com/attachments/1/2/a.pdf',
    'https://media.discordapp.net/attachments/1/2/a.pdf',
  ])('%s is a source of attachments', async (url) => {
    const before = servers.begun();
    servers.names.set(new URL(url).hostname, () => ['127.0.0.2']);
    // The stand-in has no TLS, so only the start of the connection is visible here.
    expect(await refusalOf(fetchAttachment(url, { network: servers.guarded }))).toMatch(/^network: /u);
    expect(servers.begun()).toBe(before + 1);
  });
});
