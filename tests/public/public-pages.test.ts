import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../src/article/document.ts';
import { parseArticle } from '../../src/article/parse.ts';
import { receiptLinks } from '../../src/newsroom/published.ts';
import { publicPages } from '../../src/public/public-pages.ts';
import type { Published } from '../../src/desk/published.ts';
import { MARKUP } from '../discord/markup-samples.ts';
import { EDITOR } from '../store/stores.ts';
import { GUILD, OTHER_GUILD } from '../support/newsroom.ts';
import { ARTICLE, BASE, fakePng, openedPages, pathOf, squeezed } from './opened-pages.ts';

describe('the page of a quote', () => {
  test('marks it in its paragraph, with its source, and shows no other paragraph', async () => {
    const { get } = await openedPages();
    const { status, document, body } = await get(pathOf('tunnel.r1.s2'));
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
    const { get } = await openedPages();
    const both = await get(pathOf('tunnel.r1.s1-2'));
    expect(both.document.querySelector('mark')?.textContent).toBe(
      'The tunnel opened on Friday. It cost 340 million euros, the port said.',
    );
    for (const receipt of ['tunnel.r1.s1-4', 'tunnel.r1.s2-3', 'tunnel.r1.s2-1', 'tunnel.r1.s0-1'])
      expect((await get(pathOf(receipt))).status).toBe(404);
    const headline = await get(pathOf('tunnel.r1.s0'));
    expect(headline.document.querySelector('mark')?.textContent).toBe('Tunnel opens');
    expect(headline.body).not.toContain('Friday');
  });

  test('shows the sentence in each revision and as it now reads', async () => {
    const { get, correct } = await openedPages();
    await correct(ARTICLE.replace('340', '430'));
    await correct(ARTICLE.replace('340', '430').replace('Nobody', 'No one'));
    await correct(ARTICLE.replace('It cost 340 million euros, the port said.', 'Ferries were late.'));
    const { document } = await get(pathOf('tunnel.r1.s2'));
    expect(squeezed(document.querySelector('.notice')?.textContent)).toContain('no longer in it');
    const history = [...document.querySelectorAll('li')].map(({ textContent }) => squeezed(textContent));
    expect(history).toEqual([
      'Revision 1, 2026-03-05 · quoted here It cost 340 million euros, the port said.',
      'Revisions 2 to 3, 2026-03-05 It cost 430 million euros, the port said.',
      'Revision 4, 2026-03-05 not in the article',
    ]);
    const same = await get(pathOf('tunnel.r1.s1'));
    expect(squeezed(same.document.querySelector('.notice')?.textContent)).toContain(
      'these words are unchanged',
    );
    const middle = await get(pathOf('tunnel.r2.s2'));
    expect(middle.document.querySelector('mark')?.textContent).toBe(
      'It cost 430 million euros, the port said.',
    );
  });

  test('is told in the language of the browser, and quotes in that of the article', async () => {
    const { get, add, archive } = await openedPages();
    await add('havn', { text: 'Tunnelen åbnede fredag.', language: 'da' });
    const { document, headers } = await get(pathOf('havn.r1.s1'), 'de-CH, en;q=0.5');
    expect(document.documentElement.getAttribute('lang')).toBe('de');
    expect(document.querySelector('blockquote')?.getAttribute('lang')).toBe('da');
    expect(squeezed(document.querySelector('.receipt')?.textContent)).toContain('Satz 1 · havn.r1.s1');
    expect(headers['vary']).toBe('accept-language');
    expect(headers['x-robots-tag']).toBe('noindex');
    expect((await get(pathOf('never.r1.s1'), 'ja')).body).toContain('このアドレスに引用はありません');
    await archive.retract('havn', 'Forkert.', EDITOR.by);
    expect((await get(pathOf('havn.r1.s1'), 'fr')).body).toContain('Plus rien n’en est cité.');
  });

  test('T27 of a retracted article is its tombstone, in every format and revision', async () => {
    const { get, archive, correct } = await openedPages();
    await correct(ARTICLE.replace('340', '430'));
    await archive.retract('tunnel', 'The sum is wrong.', EDITOR.by);
    for (const receipt of ['tunnel.r1.s2', 'tunnel.r2.s2', 'tunnel.r1.s2.png', 'tunnel.r1.s2.json']) {
      const { status, body, headers } = await get(pathOf(receipt));
      expect(status).toBe(410);
      expect(body).toContain('The sum is wrong.');
      expect(body).not.toMatch(/million|Friday|A\. Writer/u);
      expect(headers['cache-control']).toBe('no-store');
    }
    expect((await get(`/oembed?url=${encodeURIComponent(BASE + pathOf('tunnel.r1.s2'))}`)).status).toBe(404);
  });

  test('T16 exists only for articles that everybody may read; anything else looks unknown', async () => {
    const { get, add, archive } = await openedPages();
    await add('desk', { text: 'For the desk alone.' }, { channels: ['31'] });
    await add('later', { text: 'Not yet.' }, { embargoUntil: '2026-03-06T10:00:00Z' });
    await add('gone', { text: 'Gone.' }, { channels: ['31'] });
    await archive.retract('gone', 'A secret reason.', EDITOR.by);
    const nothing = await get(pathOf('never.r1.s1'));
    expect(nothing.status).toBe(404);
    const others = [
      pathOf('desk.r1.s1'),
      pathOf('later.r1.s1'),
      pathOf('gone.r1.s1'),
      pathOf('desk.r1.s1.png'),
      pathOf('tunnel.r1.s1', OTHER_GUILD),
      pathOf('tunnel.r1.s1', '999999999999999999'),
      pathOf('tunnel.r9.s1'),
      pathOf('tunnel.r1.s99'),
      pathOf('tunnel'),
      '/r/tunnel.r1.s1',
      '/r/%E0%A4%A',
      '/r/',
      `/r/${GUILD}/`,
    ];
    for (const path of others) expect([path, (await get(path)).body]).toEqual([path, nothing.body]);
  });

  test('T16 of a server that the bot has left is gone', async () => {
    const { get, options } = await openedPages();
    await options.store.memberships.present('app', [GUILD]);
    expect((await get(pathOf('tunnel.r1.s1'))).status).toBe(200);
    await options.store.memberships.left('app', GUILD);
    expect((await get(pathOf('tunnel.r1.s1'))).status).toBe(404);
  });

  test('of a house article needs no server, and other receipts default to the configured one', async () => {
    const { get } = await openedPages(GUILD);
    const house = await get('/r/sensetime-alibaba-round.r1.s4');
    expect(house.document.querySelector('mark')?.textContent).toContain('more than 3 billions');
    expect(house.document.querySelector('section')).toBe(null);
    expect((await get('/r/tunnel.r1.s1')).status).toBe(200);
  });
});

describe('programs', () => {
  test('read a W3C annotation whose words around the quote are of its paragraph', async () => {
    const { get } = await openedPages();
    const { headers, body } = await get(pathOf('tunnel.r1.s2.json'));
    expect(headers['content-type']).toBe('application/ld+json');
    const annotation = JSON.parse(body) as Record<string, unknown>;
    expect(annotation).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${BASE}${pathOf('tunnel.r1.s2')}`,
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
    const { document } = await get(pathOf('tunnel.r1.s2'));
    const inside = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    expect(JSON.parse(inside)).toEqual(annotation);
  });

  test('get the quote card by Open Graph and oEmbed', async () => {
    const { get } = await openedPages();
    const { document } = await get(pathOf('tunnel.r1.s2'));
    const meta = (name: string) =>
      document.querySelector(`meta[property="${name}"]`)?.getAttribute('content');
    expect(meta('og:title')).toBe('Tunnel opens');
    expect(meta('og:description')).toBe('“It cost 340 million euros, the port said.”');
    expect(meta('og:url')).toBe(`${BASE}${pathOf('tunnel.r1.s2')}`);
    expect(meta('og:image')).toBe(`${BASE}${pathOf('tunnel.r1.s2.png')}`);
    const picture = await get(pathOf('tunnel.r1.s2.png'));
    expect(picture.headers['content-type']).toBe('image/png');
    expect(picture.body).toContain('340');
    const link = document.querySelector('link[type="application/json+oembed"]')?.getAttribute('href') ?? '';
    const embedded = JSON.parse((await get(link)).body) as object;
    expect(embedded).toMatchObject({
      version: '1.0',
      type: 'photo',
      title: 'Tunnel opens',
      author_name: 'A. Writer',
      url: `${BASE}${pathOf('tunnel.r1.s2.png')}`,
    });
    expect((await get('/oembed?url=https://evil.example/r/tunnel.r1.s1')).status).toBe(404);
    expect(
      (await get(`${new URL(link).pathname}${new URL(link).search.replace('json', 'xml')}`)).status,
    ).toBe(501);
  });
});

test('T10 article text never becomes markup, and no script may run', async () => {
  const { get, add } = await openedPages();
  const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)> & "quotes" of \'all\' kinds.';
  await add('evil', { headline: `Evil ${evil}`, byline: evil, text: `Before it. ${evil} After it.` });
  const { document, body, headers } = await get(pathOf('evil.r1.s2'));
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
      const pages = publicPages({ published, png: fakePng, base: () => BASE });
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

test('the link to a page needs an article that everybody may read, and a configured URL', async () => {
  const { options, add } = await openedPages();
  await add('desk', { text: 'For the desk alone.' }, { channels: ['31'] });
  const link = receiptLinks(options, BASE);
  const of = (articleId: string) => ({ articleId, receipt: `${articleId}.r1.s1` });
  expect(await link(GUILD)(of('tunnel'))).toBe(`${BASE}${pathOf('tunnel.r1.s1')}`);
  expect(await link(GUILD)(of('desk'))).toBe(undefined);
  expect(await link(OTHER_GUILD)(of('tunnel'))).toBe(undefined);
  expect(await link(GUILD)(of('sensetime-alibaba-round'))).toBe(`${BASE}/r/sensetime-alibaba-round.r1.s1`);
  expect(await receiptLinks(options, undefined)(GUILD)(of('tunnel'))).toBe(undefined);
});
