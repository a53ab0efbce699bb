import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRehearsal, type RehearsalOptions } from '../../src/rehearsal/server.ts';

const silent = () => undefined;
/** A page of which only access is tested. */
const options = {
  port: 0,
  commands: [],
  actions: [],
  now: () => new Date(),
  log: { debug: silent, info: silent, warn: silent, error: silent },
} as unknown as RehearsalOptions;

type Page = Awaited<ReturnType<typeof startRehearsal>>;
const portOf = ({ url }: Page): number => Number(new URL(url).port);

const statusOf = (page: Page, headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: portOf(page), path: '/', method, headers },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject).end();
  });

const isReached = (page: Page, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(portOf(page), host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

describe('the rehearsal page', () => {
  let near: Page;
  let far: Page;
  beforeAll(async () => {
    near = await startRehearsal(options);
    far = await startRehearsal({ ...options, host: '0.0.0.0' });
  });
  afterAll(() => Promise.all([near.close(), far.close()]));

  test('listens only on this machine’s address by default', async () => {
    // On Linux all of 127.0.0.0/8 is this machine, so 127.0.0.2 stands for its other addresses.
    expect([await isReached(near, '127.0.0.1'), await isReached(near, '127.0.0.2')]).toEqual([true, false]);
    expect([await isReached(far, '127.0.0.1'), await isReached(far, '127.0.0.2')]).toEqual([true, true]);
    expect(far.url).toBe(`http://127.0.0.1:${portOf(far)}`);
  });

  test.each([
    ['localhost at a published port', { host: 'localhost:8080' }, 200],
    ['an address of the network', { host: '192.168.1.20:3000' }, 200],
    ['an IPv6 address', { host: '[fd00::1]:3000' }, 200],
    ['a name, which another site could point here', { host: 'news.example:3000' }, 403],
    ['another site’s page', { host: 'localhost:8080', origin: 'http://evil.example' }, 403],
    ['a page at another port', { host: 'localhost:8080', origin: 'http://localhost:9999' }, 403],
  ])('is refused to other machines as %s', async (_name, headers, status) => {
    expect(await statusOf(far, headers)).toBe(status);
  });

  test('refuses requests that a browser marks as cross-site', async () => {
    const headers = { host: 'localhost:8080', 'sec-fetch-site': 'cross-site' };
    expect(await statusOf(far, headers, 'POST')).toBe(403);
  });
});
