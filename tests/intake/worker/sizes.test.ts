import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleFields } from '../../../src/article/fields.ts';
import { pollFeed } from '../../../src/intake/feed/poll-feed.ts';
import { fetchUrl } from '../../../src/intake/net/fetch-url.ts';
import { intakePool } from '../../../src/intake/worker/pool.ts';
import { sourceReader } from '../../../src/newsroom/read-source.ts';
import { docx, pdf } from '../documents.ts';
import { startServers, type Servers } from '../net/servers.ts';

/** Sizes around 4 kB and 32 kB, below which Node and its HTTP client share memory between buffers. */
const SIZES = [1, 500, 4000, 20_000, 33_000, 1_000_000];

/** A text of exactly this many bytes in few characters, since a text has at most 500,000. */
const textOf = (bytes: number): string => 'x'.repeat(bytes % 3) + '新'.repeat(Math.floor(bytes / 3));
const pageOf = (bytes: number): string => `<!doctype html><title>News</title><p>${textOf(bytes)}`;

const pool = intakePool();
let servers: Servers;
/** `/text/500` is a text of 500 bytes, `/page/500` a page around it, `/feed/500` a feed with one item of this page. */
beforeAll(async () => {
  servers = await startServers((request, response) => {
    const [, asked = '', bytes = ''] = (request.url ?? '').split('/');
    // One character is not an article as a page, but it is as a text.
    const kind = asked === 'page' && bytes === '1' ? 'text' : asked;
    const text = textOf(Number(bytes));
    if (kind === 'text') response.setHeader('content-type', 'text/plain; charset=utf-8').end(text);
    else if (kind === 'page') response.setHeader('content-type', 'text/html').end(pageOf(Number(bytes)));
    else
      response.end(
        `<rss version="2.0"><channel><title>${text.slice(0, 100_000)}</title><item><link>/page/${bytes}</link></item></channel></rss>`,
      );
  });
});
afterAll(() => Promise.all([servers.close(), pool.close()]));

const fetch: typeof fetchUrl = (url, options) => fetchUrl(url, { ...options, network: servers.guarded });
const read = sourceReader(pool, { page: fetch, file: fetch });
const url = (kind: string, bytes: number): string => `http://news.example/${kind}/${bytes}`;
const isWhole = ({ text }: ArticleFields, bytes: number): boolean => text.trim() === textOf(bytes);

describe.each(SIZES)('%i bytes are read in a thread', (bytes) => {
  test('of a fetched page', async () => {
    const { extracted } = await read({ from: 'page', url: url('page', bytes) });
    expect(isWhole(extracted, bytes)).toBe(true);
  });

  test('of an attached file', async () => {
    const source = { from: 'file', url: url('text', bytes), name: 'news.txt', type: 'text/plain' } as const;
    expect(isWhole((await read(source)).extracted, bytes)).toBe(true);
  });

  test('of a pasted text', async () => {
    expect(isWhole((await read({ from: 'text', text: textOf(bytes) })).extracted, bytes)).toBe(true);
  });

  test('of a feed and of the page of its item', async () => {
    const poll = await pollFeed(
      { url: url('feed', bytes), failures: 0 },
      { now: () => new Date(0), fetch, pool, known: () => Promise.resolve(new Map()) },
    );
    expect(poll.putAside).toEqual([]);
    expect(poll.arrivals.map(({ extracted }) => isWhole(extracted, bytes))).toEqual([true]);
  });
});

const PROSE = 'The council voted on Tuesday, and the mayor went home on foot, as she always does.';

/** The same bytes in shared memory. */
const KEPT: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'a Buffer from the shared pool': (bytes) => Buffer.concat([bytes]),
  'a view into a larger Buffer': (bytes) => {
    const block = Buffer.alloc(bytes.length + 20_000, 'y');
    block.set(bytes, 10_000);
    return block.subarray(10_000, 10_000 + bytes.length);
  },
  'a view into a larger array': (bytes) => {
    const block = new Uint8Array(bytes.length + 2);
    block.set(bytes, 1);
    return block.subarray(1, 1 + bytes.length);
  },
  'shared memory': (bytes) => {
    const block = new Uint8Array(new SharedArrayBuffer(bytes.length));
    block.set(bytes);
    return block;
  },
};

describe.each(Object.entries(KEPT))('%s is read in a thread and stays with the caller', (_name, keep) => {
  test.each([
    ['a text', Buffer.from(`Pool reopens\n\n${PROSE}`)],
    ['a page', Buffer.from(`<!doctype html><title>Pool reopens</title><h1>Pool reopens</h1><p>${PROSE}`)],
    ['a Word document', docx([{ style: 'Title', text: 'Pool reopens' }, PROSE])],
    [
      'a PDF',
      pdf([
        [
          { text: 'Pool reopens', y: 700, size: 20 },
          { text: PROSE, y: 600 },
        ],
      ]),
    ],
  ])('as %s', async (_kind, bytes) => {
    const kept = keep(bytes);
    const { headline, text } = await pool.extract(kept);
    expect([headline, text.endsWith(PROSE)]).toEqual(['Pool reopens', true]);
    expect(Buffer.from(kept).equals(bytes)).toBe(true);
  });
});
