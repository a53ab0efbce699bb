import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../src/intake/net/address.ts';
import { fetchUrl } from '../../../src/intake/net/fetch-url.ts';
import { refusalOf } from '../refusals.ts';
import { ANSWERS, LITERALS, OTHERS } from './forms.ts';
import { PUBLIC, startServers, type Servers } from './servers.ts';

/** The public host redirects to the URL in its query; servers cannot send control characters in a header. */
let servers: Servers;
beforeAll(async () => {
  servers = await startServers((request, response) => {
    const target = new URL(request.url ?? '/', 'http://news.example').searchParams.get('to');
    if (target === null) response.end('public');
    else
      response
        .writeHead(302, { location: Buffer.from(target.replace(/\p{Cc}/gu, '')).toString('latin1') })
        .end();
  });
});
afterAll(() => servers.close());

const byRedirect = (target: string): string => `http://news.example/?to=${encodeURIComponent(target)}`;
const text = async (url: string, network = servers.unguarded): Promise<string> =>
  Buffer.from((await fetchUrl(url, { network })).bytes).toString();

describe('T8 without the guard the canary is reached, so that the table below can fail', () => {
  test.each([
    ['a literal', () => 'http://127.0.0.1/'],
    ['another writing', () => 'http://0x7f.1/'],
    ['a redirect', () => byRedirect('http://2130706433/')],
    ['a name', () => 'http://inside.example/'],
  ])('by %s', async (_name, url) => {
    servers.names.set('inside.example', () => ['127.0.0.1']);
    const before = servers.arrived();
    expect(await text(url())).toBe('canary');
    expect(servers.arrived()).toBe(before + 1);
  });

  test('with the guard the public host is reached', async () => {
    expect(await text('http://news.example/', servers.guarded)).toBe('public');
    expect(await text(byRedirect('/'), servers.guarded)).toBe('public');
  });
});

describe('T8, T9 only public addresses are reached', () => {
  test('the table has at least 200 addresses', () => {
    expect(new Set([...LITERALS, ...OTHERS]).size).toBeGreaterThanOrEqual(200);
  });

  test('a private address is refused before any connection or look-up', async () => {
    const [arrived, begun] = [servers.arrived(), servers.begun()];
    for (const form of [...LITERALS, ...OTHERS]) {
      const refusal = await refusalOf(fetchUrl(form, { network: servers.guarded }));
      expect({ form, refusal }).toEqual({
        form,
        refusal: expect.stringMatching(/^(?:address|network): .+\.$/u),
      });
    }
    expect([servers.arrived() - arrived, servers.begun() - begun]).toEqual([0, 0]);
  });

  test('a redirect to a private address is not followed', async () => {
    const arrived = servers.arrived();
    for (const form of [...LITERALS, ...OTHERS].filter((url) => !leadsBack(url))) {
      const refusal = await refusalOf(fetchUrl(byRedirect(form), { network: servers.guarded }));
      expect({ form, refusal }).toEqual({ form, refusal: expect.stringMatching(/^(?:address|network): /u) });
    }
    expect(servers.arrived() - arrived).toBe(0);
  });

  test('all addresses of a name must be public', async () => {
    const arrived = servers.arrived();
    for (const [index, answer] of ANSWERS.entries()) {
      const host = `h${index}.example`;
      servers.names.set(host, () => answer);
      const refusal = 'is not on the public internet and is not fetched: send the page as a file instead.';
      const direct = await refusalOf(fetchUrl(`http://${host}/`, { network: servers.guarded }));
      expect({ answer, direct }).toEqual({ answer, direct: `address: ${host} ${refusal}` });
      expect(
        await refusalOf(fetchUrl(byRedirect(`http://${host}/`), { network: servers.guarded })),
      ).toContain(refusal);
    }
    expect(servers.arrived() - arrived).toBe(0);
  });

  test('the checked address is the one that is used, despite rebinding', async () => {
    const arrived = servers.arrived();
    const answers = [[PUBLIC], ['127.0.0.1']];
    let asked = 0;
    servers.names.set('rebind.example', () => answers[asked++ % 2] ?? []);
    const outcomes: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      outcomes.push(
        await text('http://rebind.example/', servers.guarded).catch((error: Error) => error.name),
      );
    }
    expect(outcomes).toEqual(
      Array.from({ length: 20 }, (_, round) => (round % 2 === 0 ? 'public' : 'IntakeError')),
    );
    expect([servers.arrived() - arrived, asked]).toEqual([0, 20]);
  });

  test('more than five redirects are refused', async () => {
    const chain = (hops: number): string =>
      hops === 0 ? '/' : `/?to=${encodeURIComponent(chain(hops - 1))}`;
    expect(await text(`http://news.example${chain(5)}`, servers.guarded)).toBe('public');
    expect(
      await refusalOf(fetchUrl(`http://news.example${chain(6)}`, { network: servers.guarded })),
    ).toContain('redirects more than 5 times');
  });
});

describe('public addresses', () => {
  test.each([
    '93.184.216.34',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.255.255',
    '2606:2800:220:1::1',
    '2a00:1450::1',
    '2001:4860:4860::8888',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
});

/** Whether a URL, as a redirect, is relative to the public host or names it. */
const leadsBack = (form: string): boolean => {
  const url = URL.parse(form, 'http://news.example/');
  return url !== null && url.host === 'news.example' && url.protocol === 'http:' && url.username === '';
};
