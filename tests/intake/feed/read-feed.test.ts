import { describe, expect, test } from 'vitest';
import { MAX_ITEMS } from '../../../src/intake/feed/feed.ts';
import { readFeed } from '../../../src/intake/feed/read-feed.ts';
import { refusalOf, utf8 } from '../refusals.ts';
import { inEnglish } from '../../../src/words/message.ts';

const read = (source: string) => readFeed(utf8(source), { url: 'https://a.example/feed.xml' }, 'The feed');
const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier &amp; Post</title><language>en-gb</language>${items}</channel></rss>`;
const key = expect.stringMatching(/^[0-9a-f]{24}$/u) as string;

describe('feed formats are read:', () => {
  test('RSS, with the parts that newsrooms use', () => {
    const item = `<item><title>Pool &lt;b&gt;reopens&lt;/b&gt; &amp;amp; more</title><link>/pool</link><guid isPermaLink="false">1</guid><dc:creator>Ann Lee</dc:creator><pubDate>Tue, 12 Mar 2024 18:42:10 GMT</pubDate><content:encoded><![CDATA[<!DOCTYPE x><p>Text]]></content:encoded></item>`;
    expect(read(rss(item))).toEqual({
      title: 'Courier & Post',
      language: 'en-GB',
      items: [
        {
          key,
          url: 'https://a.example/pool',
          headline: 'Pool reopens & more',
          byline: 'Ann Lee',
          publishedAt: '2024-03-12T18:42:10Z',
          html: '<!DOCTYPE x><p>Text',
        },
      ],
      broken: [],
    });
  });

  test('Atom', () => {
    const entry = `<entry><id>tag:1</id><title type="html">&lt;i&gt;Pool&lt;/i&gt;</title><link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><author><name>Ann</name></author><author><name>Bo</name></author><updated>2024-01-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry>`;
    expect(
      read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>News</title>${entry}</feed>`),
    ).toEqual({
      title: 'News',
      language: 'fr',
      items: [
        {
          key,
          url: 'https://a.example/1',
          headline: 'Pool',
          byline: 'Ann, Bo',
          publishedAt: '2024-01-01T00:00:00Z',
          html: '<p>Text</p>',
        },
      ],
      broken: [],
    });
  });

  test('RSS 1.0', () => {
    const source = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>News</title></channel><item rdf:about="x"><title>Pool</title><link>https://a.example/1</link></item></rdf:RDF>`;
    expect(read(source)).toEqual({
      title: 'News',
      items: [{ key, url: 'https://a.example/1', headline: 'Pool' }],
      broken: [],
    });
  });

  test('JSON Feed, whose text may look like markup', () => {
    const items = [
      {
        id: 1,
        url: 'https://a.example/1',
        content_text: 'a < b\n<!DOCTYPE>',
        date_published: '2024-01-01T00:00:00+01:00',
      },
    ];
    expect(
      read(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items })),
    ).toEqual({
      title: 'News',
      items: [
        {
          key,
          url: 'https://a.example/1',
          publishedAt: '2024-01-01T00:00:00+01:00',
          html: '<p>a &lt; b</p>\n<p>&lt;!DOCTYPE></p>',
        },
      ],
      broken: [],
    });
  });
});

describe('F20 a broken entry does not affect the others:', () => {
  test('without URL and text, or with an invalid URL', () => {
    const { items, broken } = read(
      rss(
        '<item><title>Empty</title></item><item><title>Bad</title><link>javascript:alert(1)</link></item><item><link>https://a.example/1</link></item>',
      ),
    );
    expect(items.map(({ url }) => url)).toEqual(['https://a.example/1']);
    expect(broken.map(({ reason }) => inEnglish(reason))).toEqual([
      'Empty has neither an address nor a text.',
      'Bad has an address that is not a web address (javascript:alert(1)).',
    ]);
  });

  test('of XML that is not valid', () => {
    const { items, broken, title } = read(
      rss(
        '<item><title>Unclosed</item><item><title>Good</title><link>https://a.example/1</link></item><item></title></item>',
      ),
    );
    expect([title, items.map(({ headline }) => headline)]).toEqual(['Courier & Post', ['Good']]);
    expect(broken.map(({ reason }) => inEnglish(reason))).toEqual(['2 entries are not valid XML.']);
  });

  test('a duplicate entry is read once', () => {
    expect(read(rss('<item><link>https://a.example/1</link></item>'.repeat(2))).items).toHaveLength(1);
  });

  test('a very long feed is read as far as its newest entries', () => {
    const items = Array.from(
      { length: 1000 },
      (_, n) => `<item><link>https://a.example/${n}</link></item>`,
    ).join('');
    expect(
      read(rss(items))
        .items.map(({ url }) => url)
        .at(-1),
    ).toBe(`https://a.example/${MAX_ITEMS - 1}`);
  });
});

test('T4 characters that cannot be stored are removed', () => {
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Ne\0ws',
    items: [{ id: '1', title: 'Po\0ol\u0007 \ud800', content_html: '<p>Te\0xt \udc00</p>' }],
  });
  const { title, items } = read(json);
  expect([title, items[0]?.headline, items[0]?.html]).toEqual(['News', 'Pool \ufffd', '<p>Text \ufffd</p>']);
});

describe('T11 anything but a feed is refused', () => {
  test.each([
    [
      'a document type',
      '<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"></rss>',
      'too-complex: The feed has a DOCTYPE with entities of its own',
    ],
    [
      'an entity after a comment',
      '<!-- x --><?x y?>\n<!ENTITY a "b"><rss version="2.0"></rss>',
      'too-complex: The feed has a DOCTYPE with entities of its own',
    ],
    [
      'deep nesting',
      rss('<a>'.repeat(200)),
      'too-complex: The feed nests its elements deeper than 100 levels',
    ],
    [
      'a page',
      '<html><body></body></html>',
      "unsupported: The feed is not an RSS, Atom or JSON feed that can be read: give the feed's own address.",
    ],
    ['other JSON', '{"a":1}', 'unsupported: The feed is not'],
    ['text', 'hello', 'unsupported: The feed is not'],
  ])('%s', async (_name, source, refusal) => {
    expect(await refusalOf(Promise.resolve().then(() => read(source)))).toContain(refusal);
  });
});

describe('quirks of real feeds', () => {
  const atom = (inside: string, attributes = ''): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>News</title>${inside}</feed>`;
  const first = (source: string) => read(source).items[0];

  test('titles escaped twice are read', () => {
    const title = '<title type="html">Caf&amp;eacute; opens &amp;#8212; at last</title>';
    expect(first(atom(`<entry><id>1</id>${title}<link href="https://a.example/1"/></entry>`))?.headline).toBe(
      'Café opens — at last',
    );
  });

  test('entries without an author have the feed’s', () => {
    const entry = '<entry><id>1</id><title>T</title><link href="https://a.example/1"/></entry>';
    expect(first(atom(`<author><name>Ann Lee</name></author>${entry}`))?.byline).toBe('Ann Lee');
    const items = [
      { id: '1', url: 'https://a.example/1', content_text: 'x' },
      { id: '2', url: 'https://a.example/2', content_text: 'y', authors: [{ name: 'Bo Ek' }] },
    ];
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'N',
      authors: [{ name: 'Ann Lee' }],
      items,
    };
    expect(read(JSON.stringify(json)).items.map(({ byline }) => byline)).toEqual(['Ann Lee', 'Bo Ek']);
  });

  test('URLs are resolved against xml:base of feed and entry', () => {
    const entry = (base: string) => `<entry${base}><id>1</id><title>T</title><link href="post/1"/></entry>`;
    const base = ' xml:base="https://base.example/blog/"';
    expect(first(atom(entry(''), base))?.url).toBe('https://base.example/blog/post/1');
    expect(first(atom(entry(' xml:base="2026/"'), base))?.url).toBe('https://base.example/blog/2026/post/1');
  });

  test('an audio file is not a page, and a page is preferred to data', () => {
    const sound = '<link rel="enclosure" type="audio/mpeg" href="https://a.example/1.mp3"/>';
    const data = '<link rel="alternate" type="application/json" href="https://a.example/1.json"/>';
    const page = '<link rel="alternate" type="text/html" href="https://a.example/1"/>';
    const entry = (links: string) =>
      atom(`<entry><id>1</id><title>T</title>${links}<content>Text</content></entry>`);
    expect(first(entry(sound))?.url).toBeUndefined();
    expect(first(entry(data + page))?.url).toBe('https://a.example/1');
  });

  test.each([
    ['Wed, 04 Mar 26 10:00:00 GMT', '2026-03-04T10:00:00Z'],
    ['Wed, 04 Mar 2026 10:00:00 CET', '2026-03-04T10:00:00+01:00'],
    ['Wed, 04 Mar 2026 10:00:00 BST', '2026-03-04T10:00:00+01:00'],
    ['Wed, 04 Mar 2026 10:00:00 GMT+1', '2026-03-04T10:00:00+01:00'],
    ['Wed, 04 Mar 2026 23:30:00 -0500', '2026-03-04T23:30:00-05:00'],
    ['Wed, 04 Mar 2026 10:00', '2026-03-04'],
  ])('the date %s is read as %s', (written, date) => {
    const item = `<item><title>T</title><link>https://a.example/1</link><pubDate>${written}</pubDate></item>`;
    expect(first(rss(item))?.publishedAt).toBe(date);
  });

  test('the document type of RSS 0.91 is accepted', () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">';
    const item = '<item><title>T</title><link>https://a.example/1</link></item>';
    const source = `<?xml version="1.0"?>${doctype}<rss version="0.91"><channel><title>N</title>${item}</channel></rss>`;
    expect(first(source)?.url).toBe('https://a.example/1');
  });
});
