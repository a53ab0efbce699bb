import { request } from 'node:http';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, test } from 'vitest';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { publishedIn, receiptLinks } from '../../src/newsroom/published.ts';
import { publicPages } from '../../src/public/public-pages.ts';
import { servePublic } from '../../src/public/serve-public.ts';
import type { Published } from '../../src/desk/published.ts';
import { MARKUP } from '../discord/markup-samples.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import { seedArticle } from '../support/desk.ts';
import { GUILD, OTHER_GUILD } from '../support/newsroom.ts';

const BASE = 'https://quotes.example.org';
const NOW = new Date('2026-03-05T10:00:00Z');
const TEXT =
  'The tunnel opened on Friday. It cost 340 million euros, the port said.\n\nNobody was hurt. A secret of the last paragraph.';
const png = async (svg: string): Promise<Uint8Array> => new TextEncoder().encode(svg);

const places: Place[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});

async function opened(home?: string) {
  const place = await sqlitePlace();
  places.push(place);
  const store = await place.open({ now: () => NOW });
  const seed = documentOf(await seedArticle());
  const options = { store, house: new Map([[seed.article.id, seed]]), now: () => NOW };
  const pages = publicPages({
    published: publishedIn(options),
    png,
    base: () => BASE,
    ...(home !== undefined && { home }),
  });
  const archive = store.guild(GUILD);
  const fields = { id: 'tunnel', headline: 'Tunnel opens', byline: 'A. Writer', publishedAt: '2026-03-01' };
  await archive.add([{ draft: draft({ ...fields, text: TEXT }) }], EDITOR);
  const get = async (path: string, accepted?: string) => {
    const { pathname, searchParams } = new URL(path, BASE);
    const answer = await pages(pathname, searchParams, accepted);
    const body =
      answer === undefined
        ? ''
        : typeof answer.body === 'string'
          ? answer.body
          : new TextDecoder().decode(answer.body);
    return {
      status: answer?.status,
      headers: answer?.headers ?? {},
      body,
      document: parseHTML(body).document,
    };
  };
  return {
    archive,
    options,
    get,
    pages,
    correct: (text: string) => archive.correct(draft({ ...fields, text }), EDITOR),
    add: (id: string, more: object, visibility = {}) =>
      archive.add([{ draft: draft({ id, ...more }), visibility }], EDITOR),
  };
}

const page = (receipt: string, guild = GUILD) => `/r/${guild}/${receipt}`;
const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s+/gu, ' ').trim();

describe('the page of a quote', () => {
  test('marks it in its paragraph, with its source, and shows no other paragraph', async () => {
    const { get } = await opened();
    const { status, document, body } = await get(page('tunnel.r1.s2'));
    expect(status).toBe(200);
    expect(document.querySelector('mark')?.textContent).toBe('It cost 340 million euros, the port said.');
    expect(document.querySelector('blockquote p')?.textContent).toBe(
      'The tunnel opened on Friday. It cost 340 million euros, the port said.',
    );
    expect(document.querySelector('h1')?.textContent).toBe('Tunnel opens');
    expect(squeezed(document.querySelector('.source')?.textContent)).toBe('A. Writer · 2026-03-01');
    expect(squeezed(document.querySelector('.receipt')?.textContent)).toBe('Sentence 2 · tunnel.r1.s2');
    expect(body).not.toMatch(/hurt|secret/u);
  });

  test('has neighbouring sentences of one paragraph, and never more', async () => {
    const { get } = await opened();
    const both = await get(page('tunnel.r1.s1-2'));
    expect(both.document.querySelector('mark')?.textContent).toBe(
      'The tunnel opened on Friday. It cost 340 million euros, the port said.',
    );
    for (const receipt of ['tunnel.r1.s1-4', 'tunnel.r1.s2-3', 'tunnel.r1.s2-1', 'tunnel.r1.s0-1'])
      expect((await get(page(receipt))).status).toBe(404);
    const headline = await get(page('tunnel.r1.s0'));
    expect(headline.document.querySelector('mark')?.textContent).toBe('Tunnel opens');
    expect(headline.body).not.toContain('Friday');
  });

  test('shows the sentence in each revision and as it now reads', async () => {
    const { get, correct } = await opened();
    await correct(TEXT.replace('340', '430'));
    await correct(TEXT.replace('340', '430').replace('Nobody', 'No one'));
    await correct(TEXT.replace('It cost 340 million euros, the port said.', 'Ferries were late.'));
    const { document } = await get(page('tunnel.r1.s2'));
    expect(squeezed(document.querySelector('.notice')?.textContent)).toContain('no longer in it');
    const history = [...document.querySelectorAll('li')].map(({ textContent }) => squeezed(textContent));
    expect(history).toEqual([
      'Revision 1, 2026-03-05 · quoted here It cost 340 million euros, the port said.',
      'Revisions 2 to 3, 2026-03-05 It cost 430 million euros, the port said.',
      'Revision 4, 2026-03-05 not in the article',
    ]);
    const same = await get(page('tunnel.r1.s1'));
    expect(squeezed(same.document.querySelector('.notice')?.textContent)).toContain(
      'these words are unchanged',
    );
    const middle = await get(page('tunnel.r2.s2'));
    expect(middle.document.querySelector('mark')?.textContent).toBe(
      'It cost 430 million euros, the port said.',
    );
  });

  test('is told in the language of the browser, and quotes in that of the article', async () => {
    const { get, add, archive } = await opened();
    await add('havn', { text: 'Tunnelen åbnede fredag.', language: 'da' });
    const { document, headers } = await get(page('havn.r1.s1'), 'de-CH, en;q=0.5');
    expect(document.documentElement.getAttribute('lang')).toBe('de');
    expect(document.querySelector('blockquote')?.getAttribute('lang')).toBe('da');
    expect(squeezed(document.querySelector('.receipt')?.textContent)).toContain('Satz 1 · havn.r1.s1');
    expect(headers['vary']).toBe('accept-language');
    expect(headers['x-robots-tag']).toBe('noindex');
    expect((await get(page('never.r1.s1'), 'ja')).body).toContain('このアドレスに引用はありません');
    await archive.retract('havn', 'Forkert.', EDITOR.by);
    expect((await get(page('havn.r1.s1'), 'fr')).body).toContain('Plus rien n’en est cité.');
  });

  test('T27 of a retracted article is its tombstone, in every format and revision', async () => {
    const { get, archive, correct } = await opened();
    await correct(TEXT.replace('340', '430'));
    await archive.retract('tunnel', 'The sum is wrong.', EDITOR.by);
    for (const receipt of ['tunnel.r1.s2', 'tunnel.r2.s2', 'tunnel.r1.s2.png', 'tunnel.r1.s2.json']) {
      const { status, body, headers } = await get(page(receipt));
      expect(status).toBe(410);
      expect(body).toContain('The sum is wrong.');
      expect(body).not.toMatch(/million|Friday|A\. Writer/u);
      expect(headers['cache-control']).toBe('no-store');
    }
    expect((await get(`/oembed?url=${encodeURIComponent(BASE + page('tunnel.r1.s2'))}`)).status).toBe(404);
  });

  test('T16 exists only for articles that everybody may read; anything else looks unknown', async () => {
    const { get, add, archive } = await opened();
    await add('desk', { text: 'For the desk alone.' }, { channels: ['31'] });
    await add('later', { text: 'Not yet.' }, { embargoUntil: '2026-03-06T10:00:00Z' });
    await add('gone', { text: 'Gone.' }, { channels: ['31'] });
    await archive.retract('gone', 'A secret reason.', EDITOR.by);
    const nothing = await get(page('never.r1.s1'));
    expect(nothing.status).toBe(404);
    const others = [
      page('desk.r1.s1'),
      page('later.r1.s1'),
      page('gone.r1.s1'),
      page('desk.r1.s1.png'),
      page('tunnel.r1.s1', OTHER_GUILD),
      page('tunnel.r1.s1', '999999999999999999'),
      page('tunnel.r9.s1'),
      page('tunnel.r1.s99'),
      page('tunnel'),
      '/r/tunnel.r1.s1',
      '/r/%E0%A4%A',
      '/r/',
      `/r/${GUILD}/`,
    ];
    for (const path of others) expect([path, (await get(path)).body]).toEqual([path, nothing.body]);
  });

  test('T16 of a server that the bot has left is gone', async () => {
    const { get, options } = await opened();
    await options.store.memberships.present('app', [GUILD]);
    expect((await get(page('tunnel.r1.s1'))).status).toBe(200);
    await options.store.memberships.left('app', GUILD);
    expect((await get(page('tunnel.r1.s1'))).status).toBe(404);
  });

  test('of a house article needs no server, and other receipts default to the configured one', async () => {
    const { get } = await opened(GUILD);
    const house = await get('/r/sensetime-alibaba-round.r1.s4');
    expect(house.document.querySelector('mark')?.textContent).toContain('more than 3 billions');
    expect(house.document.querySelector('section')).toBe(null);
    expect((await get('/r/tunnel.r1.s1')).status).toBe(200);
  });
});

describe('programs', () => {
  test('read a W3C annotation whose words around the quote are of its paragraph', async () => {
    const { get } = await opened();
    const { headers, body } = await get(page('tunnel.r1.s2.json'));
    expect(headers['content-type']).toBe('application/ld+json');
    const annotation = JSON.parse(body) as Record<string, unknown>;
    expect(annotation).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${BASE}${page('tunnel.r1.s2')}`,
      type: 'Annotation',
      target: {
        selector: {
          type: 'TextQuoteSelector',
          exact: 'It cost 340 million euros, the port said.',
          prefix: 'The tunnel opened on Friday. ',
          suffix: '',
        },
      },
    });
    const { document } = await get(page('tunnel.r1.s2'));
    const inside = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    expect(JSON.parse(inside)).toEqual(annotation);
  });

  test('get the quote card by Open Graph and oEmbed', async () => {
    const { get } = await opened();
    const { document } = await get(page('tunnel.r1.s2'));
    const meta = (name: string) =>
      document.querySelector(`meta[property="${name}"]`)?.getAttribute('content');
    expect(meta('og:title')).toBe('Tunnel opens');
    expect(meta('og:description')).toBe('“It cost 340 million euros, the port said.”');
    expect(meta('og:url')).toBe(`${BASE}${page('tunnel.r1.s2')}`);
    expect(meta('og:image')).toBe(`${BASE}${page('tunnel.r1.s2.png')}`);
    const picture = await get(page('tunnel.r1.s2.png'));
    expect(picture.headers['content-type']).toBe('image/png');
    expect(picture.body).toContain('340');
    const link = document.querySelector('link[type="application/json+oembed"]')?.getAttribute('href') ?? '';
    const embedded = JSON.parse((await get(link)).body) as object;
    expect(embedded).toMatchObject({
      version: '1.0',
      type: 'photo',
      title: 'Tunnel opens',
      author_name: 'A. Writer',
      url: `${BASE}${page('tunnel.r1.s2.png')}`,
    });
    expect((await get('/oembed?url=https://evil.example/r/tunnel.r1.s1')).status).toBe(404);
    expect(
      (await get(`${new URL(link).pathname}${new URL(link).search.replace('json', 'xml')}`)).status,
    ).toBe(501);
  });
});

test('T10 article text never becomes markup, and no script may run', async () => {
  const { get, add } = await opened();
  const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)> & "quotes" of \'all\' kinds.';
  await add('evil', { headline: `Evil ${evil}`, byline: evil, text: `Before it. ${evil} After it.` });
  const { document, body, headers } = await get(page('evil.r1.s2'));
  expect(document.querySelectorAll('script')).toHaveLength(1);
  expect(document.querySelector('img')).toBe(null);
  expect(body).not.toContain('<script>');
  expect(document.querySelector('h1')?.textContent).toContain('</script>');
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'self'; img-src 'self'/u,
  );
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-robots-tag']).toBe('noindex');
});

test('I2 every word of news on a page is a slice of the stored revision, whatever is in it', async () => {
  const sentence = fc
    .tuple(
      fc.constantFrom(...Object.values(MARKUP), 'He said “so” & left <b>', 'a\u200Bb \u202Ec'),
      fc.nat(99),
    )
    .map(([trap, n]) => `It ${trap} cost ${n} euros.`);
  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 4 }), async (sentences) => {
      const document = documentOf(parseArticle('a.txt', `A “headline” <i>\n\n${sentences.join(' ')}`));
      const published: Published = {
        cited: async () => ({ state: 'live', document, newest: 1 }),
        revisions: async () => [{ n: 1, at: '2026-03-01T00:00:00Z' }],
      };
      const pages = publicPages({ published, png, base: () => BASE });
      const { article } = document;
      for (const { n, start, end } of document.sentences) {
        const answer = await pages(`/r/${encodeURIComponent(`a.r1.s${n}`)}`, new URLSearchParams());
        const shown = parseHTML(String(answer?.body)).document;
        const quote = article.text.slice(start, end);
        expect(shown.querySelector('mark')?.textContent).toBe(quote.toWellFormed());
        expect(article.text.toWellFormed()).toContain(
          shown.querySelector('blockquote p')?.textContent ?? '?',
        );
        for (const each of shown.querySelectorAll('q')) expect(each.textContent).toBe(quote.toWellFormed());
      }
    }),
    { numRuns: 30 },
  );
});

describe('the read-only port', () => {
  const get = (port: number, method: string, path: string) =>
    new Promise<{ status: number; length: string | undefined; body: string }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, length: response.headers['content-type'], body }),
        );
      });
      sent.on('error', reject).end();
    });

  test('answers GET and HEAD, hides errors, and can be closed', async () => {
    const { pages } = await opened();
    const logged: unknown[] = [];
    const note = (fields: unknown): void => void logged.push(fields);
    const log = { debug: note, info: note, warn: note, error: note };
    const server = await servePublic({
      host: '127.0.0.1',
      port: 0,
      log,
      pages: async (path, query) => {
        if (path === '/r/broken') throw new Error('the database of 10.0.0.7 is away');
        return pages(path, query);
      },
    });
    expect(await get(server.port, 'GET', page('tunnel.r1.s1'))).toMatchObject({ status: 200 });
    expect(await get(server.port, 'HEAD', page('tunnel.r1.s1'))).toMatchObject({ status: 200, body: '' });
    expect(await get(server.port, 'POST', page('tunnel.r1.s1'))).toMatchObject({ status: 405 });
    expect(await get(server.port, 'GET', '/')).toMatchObject({ status: 404 });
    expect(await get(server.port, 'GET', '/api/channel')).toMatchObject({ status: 404 });
    const broken = await get(server.port, 'GET', '/r/broken');
    expect(broken.status).toBe(500);
    expect(broken.body).not.toContain('10.0.0.7');
    expect(logged).toHaveLength(1);
    await server.close();
  });
});

test('the link to a page needs an article that everybody may read, and a configured URL', async () => {
  const { options, add } = await opened();
  await add('desk', { text: 'For the desk alone.' }, { channels: ['31'] });
  const link = receiptLinks(options, BASE);
  const of = (articleId: string) => ({ articleId, receipt: `${articleId}.r1.s1` });
  expect(await link(GUILD)(of('tunnel'))).toBe(`${BASE}${page('tunnel.r1.s1')}`);
  expect(await link(GUILD)(of('desk'))).toBe(undefined);
  expect(await link(OTHER_GUILD)(of('tunnel'))).toBe(undefined);
  expect(await link(GUILD)(of('sensetime-alibaba-round'))).toBe(`${BASE}/r/sensetime-alibaba-round.r1.s1`);
  expect(await receiptLinks(options, undefined)(GUILD)(of('tunnel'))).toBe(undefined);
});
