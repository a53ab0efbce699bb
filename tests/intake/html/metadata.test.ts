import { describe, expect, test } from 'vitest';
import { articlePage, PARAGRAPHS, paragraphs, readPage } from './article-page.ts';

type Parts = Readonly<{ title?: string; head?: string; body?: string }>;
/** A page with a given head and body; its text is always the same. */
const page = ({ title = 'Council passes the budget', head = '', body = '' }: Parts): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}<div class="text">${paragraphs(PARAGRAPHS)}</div></body></html>`;
const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('headline', () => {
  test.each<[string, Parts, string]>([
    [
      'a first heading that names the section',
      { title: 'Bridge to close - News - The Courier', body: '<h1>News</h1><h2>Bridge to close</h2>' },
      'Bridge to close',
    ],
    [
      'the same with an opinion',
      {
        title: 'Why the bridge must close | Opinion | The Courier',
        body: '<h1>Opinion</h1><h2>Why the bridge must close</h2>',
      },
      'Why the bridge must close',
    ],
    [
      'a first heading that is the logo',
      {
        title: 'Council passes the budget | The Courier',
        body: '<h1>The Courier</h1><h2>Council passes the budget</h2>',
      },
      'Council passes the budget',
    ],
    [
      'the site’s name first',
      { title: 'The Courier | Council passes the budget' },
      'Council passes the budget',
    ],
    [
      'the site’s name last, after a hyphen',
      { title: 'Council passes the budget - The Courier' },
      'Council passes the budget',
    ],
    [
      'a dash of the headline itself',
      { title: 'The budget – four hours that shook Harwick | The Courier' },
      'The budget – four hours that shook Harwick',
    ],
    [
      'references that were escaped twice',
      {
        head: '<meta property="og:title" content="Parks &amp;#038; roads: the city&amp;rsquo;s plan">',
        title: '',
      },
      'Parks & roads: the city’s plan',
    ],
    [
      'another wording in the title than on the page',
      {
        title: 'Harwick council budget passed: what it means',
        body: '<h1>Council passes the budget after four hours</h1>',
      },
      'Council passes the budget after four hours',
    ],
    [
      'a heading that is marked as the headline',
      {
        title: 'Council passes the budget : The Courier',
        body: '<div itemprop="headline">Council passes the budget</div>',
      },
      'Council passes the budget',
    ],
  ])('%s', async (_name, parts, headline) => {
    expect((await readPage(page(parts))).headline).toBe(headline);
  });
});

describe('byline', () => {
  const h1 = '<h1>Council passes the budget</h1>';
  const article = (name: unknown): Parts => ({
    head: ld({ '@type': 'NewsArticle', headline: 'Council passes the budget', author: name }),
    body: h1,
  });
  test.each<[string, Parts, string | undefined]>([
    ['a lead in JSON-LD', article({ name: 'By Ann Lee' }), 'Ann Lee'],
    ['a comma too many', article('Ann Lee,'), 'Ann Lee'],
    ['a name that was escaped', article('Redacci&oacute;n'), 'Redacción'],
    ['several authors', article([{ name: 'Ann Lee' }, { name: 'Bo Ek' }]), 'Ann Lee, Bo Ek'],
    ['an account', article({ name: 'admin' }), undefined],
    ['another account', article({ name: 'publisher' }), undefined],
    ['no author', article({ name: 'No Author' }), undefined],
    ['an author without a name', article({ name: 'Unbenannt' }), undefined],
    ['an e-mail address', article({ name: 'ann.lee@courier.example' }), undefined],
    [
      'an account, and a name below the headline',
      { ...article({ name: 'admin' }), body: `${h1}<p>By Ann Lee</p>` },
      'Ann Lee',
    ],
    [
      'two links',
      {
        body: `<article>${h1}<a rel="author" href="/a">Ann Lee</a> and <a rel="author" href="/b">Bo Ek</a></article>`,
      },
      'Ann Lee, Bo Ek',
    ],
    [
      'two meta tags',
      { head: '<meta name="author" content="Ann Lee"><meta name="author" content="Bo Ek">', body: h1 },
      'Ann Lee, Bo Ek',
    ],
    [
      'two marked names',
      { body: `${h1}<span itemprop="author">Ann Lee</span>, <span itemprop="author">Bo Ek</span>` },
      'Ann Lee, Bo Ek',
    ],
    ['Dublin Core with a colon', { head: '<meta name="dc:creator" content="Ann Lee">', body: h1 }, 'Ann Lee'],
    ['citation_author', { head: '<meta name="citation_author" content="Ann Lee">', body: h1 }, 'Ann Lee'],
    [
      'all posts of an author',
      { body: `${h1}<a rel="author" href="/a">View all posts by Ann Lee</a>` },
      'Ann Lee',
    ],
    ['a line below the headline', { body: `${h1}<p>By Ann Lee</p>` }, 'Ann Lee'],
    ['a German line', { body: `${h1}<p>Von Anna Berg, Berlin</p>` }, 'Anna Berg'],
    ['a line with a date', { body: `${h1}<p>By Ann Lee | 4 March 2026</p>` }, 'Ann Lee'],
    ['a class of its own', { body: `${h1}<div class="article-author">Ann Lee</div>` }, 'Ann Lee'],
    [
      'a class with a date beside it',
      { body: `${h1}<div class="byline">By <b>Ann Lee</b> | 4 March 2026, 10:15</div>` },
      'Ann Lee',
    ],
    [
      'a sentence that begins with "By"',
      { body: `${h1}<p>By Monday Evening the water had reached the bridge of the town</p>` },
      undefined,
    ],
  ])('%s', async (_name, parts, byline) => {
    expect((await readPage(page(parts))).byline).toBe(byline);
  });

  test('a byline outside the article belongs to another article', async () => {
    const other = '<div><p class="byline">By Bo Ek</p><p>Library stays shut</p></div>';
    expect((await readPage(articlePage('').replace('</body>', `${other}</body>`))).byline).toBeUndefined();
  });
});

describe('date', () => {
  const h1 = '<h1>Council passes the budget</h1>';
  test.each<[string, Parts]>([
    [
      'a WebPage in a graph',
      {
        head: ld({
          '@graph': [
            { '@type': 'WebSite', name: 'The Courier' },
            { '@type': 'WebPage', datePublished: '2026-03-04' },
          ],
        }),
        body: h1,
      },
    ],
    ['a time without attribute', { body: `<article>${h1}<time>March 4, 2026</time></article>` }],
    ['a German date', { body: `${h1}<span class="date">4. März 2026</span>` }],
    ['numbers with a time', { body: `${h1}<span class="date">04.03.2026, 10:15 Uhr</span>` }],
    ['a Spanish date', { body: `${h1}<span class="fecha">4 de marzo de 2026</span>` }],
    ['a French date in a line', { body: `${h1}<p>Publié le 4 mars 2026</p>` }],
    ['publish-date', { head: '<meta name="publish-date" content="2026-03-04">', body: h1 }],
    ['article:published', { head: '<meta property="article:published" content="2026-03-04">', body: h1 }],
    ['DC.date.created', { head: '<meta name="DC.date.created" content="2026-03-04">', body: h1 }],
    ['og:release_date', { head: '<meta property="og:release_date" content="2026-03-04">', body: h1 }],
    ['a microformat', { body: `${h1}<abbr class="published" title="2026-03-04">Wednesday</abbr>` }],
    ['slashes, the year first', { body: `${h1}<div class="date">2026/03/04</div>` }],
    ['a month and a time of day', { body: `${h1}<div class="post-date">Mar 4, 2026 10:15 AM</div>` }],
    ['a line above the text', { body: `${h1}<p>By Ann Lee | March 4, 2026</p>` }],
    [
      'an update before it',
      {
        body: `<article>${h1}<time class="updated" datetime="2026-03-09">9 March</time><time class="published" datetime="2026-03-04">4 March</time></article>`,
      },
    ],
    [
      'an address',
      { head: '<link rel="canonical" href="https://courier.example/2026/03/04/budget">', body: h1 },
    ],
  ])('%s', async (_name, parts) => {
    expect((await readPage(page(parts))).publishedAt).toBe('2026-03-04');
  });

  test('the date of a comment is ignored', async () => {
    const comment =
      '<div id="comments"><ol><li class="comment"><b>Derek</b> <time datetime="2026-03-09T10:00:00Z">9 March 2026</time><p>About time.</p></li></ol></div>';
    expect(
      (await readPage(articlePage('').replace('</body>', `${comment}</body>`))).publishedAt,
    ).toBeUndefined();
    expect((await readPage(articlePage(comment))).publishedAt).toBeUndefined();
  });
});

describe('metadata lines of content systems', () => {
  const h1 = '<h1>Council passes the budget</h1>';
  test.each([
    '<div class="entry-meta">Posted on <a href="/x" rel="bookmark"><time class="entry-date published" datetime="2019-05-06">May 6, 2019</time></a> by <span class="author vcard"><a class="url fn n" href="/author/ann/">Ann Lee</a></span></div>',
    '<p>von Ann Lee am 6. Mai 2019</p>',
    '<div class="entry-info">Veröffentlicht am 6. Mai 2019 von Ann Lee in Allgemein</div>',
    '<p>Ann Lee | May 6, 2019</p>',
    '<p>May 6, 2019 by Ann Lee</p>',
    '<div class="byline vcard">by <span class="fn">Ann Lee</span> on <abbr class="published" title="2019-05-06">Monday</abbr></div>',
    '<p class="byline">By Ann Lee, Staff Writer</p><p class="when">May 6, 2019</p>',
    '<div class="entry-utility">This entry was posted in News on May 6, 2019 by Ann Lee.</div>',
  ])('%s', async (line) => {
    const { byline, publishedAt, text } = await readPage(page({ body: h1 + line }));
    expect([byline, publishedAt]).toEqual(['Ann Lee', '2019-05-06']);
    expect(text).toBe(PARAGRAPHS.join('\n\n'));
  });
});

test('the name of a section beside a date is not a byline', async () => {
  const line = '<h1>Council passes the budget</h1><p>Local News | May 6, 2019</p>';
  expect((await readPage(page({ body: line }))).byline).toBeUndefined();
});
