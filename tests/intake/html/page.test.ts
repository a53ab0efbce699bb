import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/intake/extract.ts';
import { refusalOf, utf8 } from '../refusals.ts';

const PROSE =
  'The council of Harwick voted on Tuesday to reopen the old swimming pool, after a debate of four hours.';
const page = (body: string, head = ''): Uint8Array =>
  utf8(
    `<!doctype html><html><head><title>Pool reopens</title>${head}</head><body><h1>Pool reopens</h1>${body}</body></html>`,
  );
const read = (body: string, head?: string) => extract(page(body, head), { name: 'page.html' });

describe('the text of a page', () => {
  test('soft breaks are removed, no-break spaces stay, entities are decoded', async () => {
    const { text } = await read(
      `<p>${PROSE}</p><p>Im Bundes&shy;kanz&#8203;leramt kostet es 12&nbsp;&euro; &amp; mehr, sagt man.</p>`,
    );
    expect(text).toBe(`${PROSE}\n\nIm Bundeskanzleramt kostet es 12\u00a0€ & mehr, sagt man.`);
  });

  test('white space collapses to one space, even around inline elements', async () => {
    const { text } = await read(
      `<p>The  council\n\t of <b> Harwick </b>voted<i>,</i> and went home at midnight, as always.</p>`,
    );
    expect(text).toBe('The council of Harwick voted, and went home at midnight, as always.');
  });

  test('T4 lone surrogates and NUL do not reach the text', async () => {
    const { text } = await read(`<p>${PROSE} &#xD800;&#0;End\u0001ing.</p>`);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toContain('Ending.');
  });

  test('a page without html, head and body elements is read too', async () => {
    const { text, headline } = await extract(
      utf8(`<title>Pool reopens</title><p>${PROSE}<p>It will open in June.`),
      { contentType: 'text/html' },
    );
    expect([headline, text]).toEqual(['Pool reopens', `${PROSE}\n\nIt will open in June.`]);
  });

  test('a page that only scripts can build is read from its JSON-LD', async () => {
    const ld = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Pool reopens',
      articleBody: `${PROSE}\n${PROSE.repeat(3)}`,
    });
    const { text } = await read('<div id="root"></div>', `<script type="application/ld+json">${ld}</script>`);
    expect(text).toBe(`${PROSE}\n\n${PROSE.repeat(3)}`);
  });

  test('teasers of other articles are left out', async () => {
    const { text } = await extract(
      utf8(
        `<title>Pool reopens</title><article><h1>Pool reopens</h1><p>${PROSE}</p></article><article><h2><a href="/toads">Toads</a></h2><p>Four thousand toads were counted by the council last spring, the mayor said.</p></article>`,
      ),
      { contentType: 'text/html' },
    );
    expect(text).toBe(PROSE);
  });

  test.each(['node node--promoted', 'widget Blog', 'category-legal', 'hidden md:block'])(
    'an element called “%s” is kept',
    async (name) => {
      expect((await read(`<div class="${name}"><p>${PROSE}</p></div>`)).text).toBe(PROSE);
    },
  );

  test.each([
    'Story continues below advertisement',
    'PUBLICIDAD',
    'La suite après cette publicité',
    'Lesen Sie auch: Freibad bleibt zu',
    'Suscríbete aquí a nuestro boletín.',
    'Get the Harwick morning in your inbox',
    'Media contact: Jules Arden, press@calder.example',
    'Temps de lecture : 2 min.',
    '5 min read Jun 14, 2023',
    '###',
    '💧',
  ])('“%s” between paragraphs is left out', async (line) => {
    const { text } = await read(`<p>${PROSE}</p><p>${line}</p><p>It will open in June, he said.</p>`);
    expect(text).toBe(`${PROSE}\n\nIt will open in June, he said.`);
  });

  test('a page with only a cookie dialog is refused', async () => {
    const wall =
      '<p>We and our 812 partners store and access information on your device. You can accept or manage your choices.</p>';
    expect(await refusalOf(read(wall))).toMatch(/^no-text: /u);
  });

  test('the only time on a page is its publication time', async () => {
    const time = '<time datetime="2024-01-17T14:05:00+01:00">17 Jan</time>';
    expect((await read(`<div>${time}</div><p>${PROSE}</p>`)).publishedAt).toBe('2024-01-17T14:05:00+01:00');
    expect((await read(`<p>${PROSE}</p><ol><li>${time} Nice!</li></ol>`)).publishedAt).toBeUndefined();
    const other = '<time datetime="2020-01-17T14:05:00+01:00">2020</time>';
    expect((await read(`<div>${time}${other}</div><p>${PROSE}</p>`)).publishedAt).toBeUndefined();
  });

  test('a page without an article is refused with a remedy', async () => {
    expect(await refusalOf(read('<nav><a href="/a">A</a></nav>'))).toBe(
      'no-text: No article text was found in page.html: if the page needs a login or builds itself by scripts, paste the text instead.',
    );
  });
});

describe('the metadata of a page', () => {
  test('T21 a page may name only its own site as its canonical address', async () => {
    const bytes = page(
      `<p>${PROSE}</p>`,
      '<link rel="canonical" href="https://www.famous-paper.example/scoop">',
    );
    const fetched = 'https://evil.example/page?x=1';
    expect((await extract(bytes, { url: fetched, contentType: 'text/html' })).url).toBe(fetched);
    expect(
      (await extract(bytes, { url: 'https://famous-paper.example/amp', contentType: 'text/html' })).url,
    ).toBe('https://www.famous-paper.example/scoop');
    expect((await extract(bytes, { name: 'saved.html' })).url).toBe('https://www.famous-paper.example/scoop');
  });

  test('addresses other than http and https are ignored', async () => {
    const { url } = await read(
      `<p>${PROSE}</p>`,
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="file:///etc/passwd">',
    );
    expect(url).toBeUndefined();
  });

  test('a headline shortened for search engines is taken from the h1', async () => {
    const ld = JSON.stringify({ '@type': 'Article', headline: 'Pool reop…' });
    const { headline } = await read(`<p>${PROSE}</p>`, `<script type="application/ld+json">${ld}</script>`);
    expect(headline).toBe('Pool reopens');
  });

  test('T23 keys such as __proto__ in JSON-LD are data', async () => {
    const ld =
      '{"__proto__":{"polluted":1},"@type":"Article","headline":"Pool reopens","author":{"__proto__":{"name":"x"},"name":"Ann Lee"}}';
    const { byline } = await read(`<p>${PROSE}</p>`, `<script type="application/ld+json">${ld}</script>`);
    expect(byline).toBe('Ann Lee');
    expect('polluted' in {}).toBe(false);
  });

  test('an extremely long field is left out', async () => {
    const { byline } = await read(`<p>${PROSE}</p>`, `<meta name="author" content="${'x'.repeat(5000)}">`);
    expect(byline).toBeUndefined();
  });
});

describe('T13 huge and deep pages', () => {
  test.each([
    ['div', '<div>'.repeat(251) + PROSE],
    ['nested without end tags', '<ul><li>'.repeat(130) + PROSE],
    ['paragraphs in list items, which no end tag closes', '<li><p>'.repeat(200) + PROSE],
    ['100,000 levels', '<div>'.repeat(100_000)],
    ['unknown elements', '<x-y>'.repeat(300)],
  ])('%s deeper than 250 levels is refused', async (_name, body) => {
    expect(await refusalOf(read(body))).toBe(
      'too-complex: page.html nests its elements deeper than 250 levels: paste the text of the article instead.',
    );
  });

  test('250 levels are read', async () => {
    const depth = 240;
    const { text } = await read(`${'<div>'.repeat(depth)}<p>${PROSE}</p>${'</div>'.repeat(depth)}`);
    expect(text).toBe(PROSE);
  });

  test('markup inside scripts, comments and attributes is not counted', async () => {
    const markup = '<div>'.repeat(300);
    const { text } = await read(
      `<script>var t = "${markup}";</script><!-- ${markup} --><p data-html="${markup}">${PROSE}</p>`,
    );
    expect(text).toBe(PROSE);
  });

  test('more than 50,000 elements are refused', async () => {
    expect(await refusalOf(read('<i></i>'.repeat(50_001)))).toContain('more than 50,000 elements');
  });
});
