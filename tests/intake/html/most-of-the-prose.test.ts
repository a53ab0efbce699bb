import { describe, expect, test } from 'vitest';
import { articlePage, MORE, PARAGRAPHS, paragraphs, readAfter, readPage } from './article-page.ts';

const SIX = [...PARAGRAPHS, ...MORE];
const frame = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>Council passes the budget</title></head><body>${body}</body></html>`;

describe('no class name removes the article:', () => {
  test.each([
    'class="share"',
    'class="steady-paywall-container"',
    'class="js-truncate-related-to-my-size"',
    'class="documentContent__sharingContainer"',
    'class="newsletter"',
    'class="bio"',
    'class="article-body subscription-content"',
    'id="share-zone"',
    'id="live-comments"',
    'class="ad-free-content"',
    'class="sidebar-layout"',
    'class="modal-body"',
    'class="promo-text"',
    'class="nav-content"',
  ])('<div %s> around all of it', async (name) => {
    const { text } = await readPage(
      frame(`<article><h1>Council passes the budget</h1><div ${name}>${paragraphs(SIX)}</div></article>`),
    );
    expect(text).toBe(SIX.join('\n\n'));
  });

  test.each([
    'js_readmore',
    'paywall',
    'premium-content',
    'share-body',
    'related-content',
    'subscription-content',
    'article-comments',
  ])('<div class="%s"> around its second half', async (name) => {
    const { text } = await readPage(articlePage(`<div class="${name}">${paragraphs(MORE)}</div>`));
    expect(text).toBe(SIX.join('\n\n'));
  });

  test('a comment section longer than the article is left out and counted', async () => {
    const comment = (n: number): string =>
      `<li class="comment"><div class="comment-author">Derek ${n}</div><p>${MORE.join(' ')} I have said so ${n} times.</p></li>`;
    const page = articlePage('').replace(
      '</body>',
      `<div id="comments"><h2>12 Comments</h2><ol>${Array.from({ length: 12 }, (_, n) => comment(n)).join('')}</ol></div></body>`,
    );
    expect((await readPage(page)).text).toBe(PARAGRAPHS.join('\n\n'));
  });
});

describe('several articles on a page', () => {
  test('the one with the headline is kept, even if the headline is outside', async () => {
    const { text } = await readPage(
      frame(
        `<h2>Council passes the budget</h2><article>${paragraphs(SIX)}</article><section><article><h1>Reindeer fight</h1><p>Two reindeer fought on the road to the airport for an hour, the police said.</p></article></section>`,
      ),
    );
    expect(text).toBe(SIX.join('\n\n'));
  });

  test('all entries of a live blog are kept', async () => {
    const entries = SIX.map((text, n) => `<article><h2>20:0${n}</h2><p>${text}</p></article>`).join('');
    const { text } = await readPage(
      frame(
        `<main><article><h1>Council passes the budget</h1><p>Follow us as the council votes.</p></article>${entries}</main>`,
      ),
    );
    for (const entry of SIX) expect(text).toContain(entry);
    expect(text).toContain('Follow us as the council votes.');
  });

  test('the next article of an endless page is left out', async () => {
    const { text } = await readPage(
      frame(
        `<main><article><h1>Council passes the budget</h1>${paragraphs(PARAGRAPHS)}</article><article><h1>Library stays shut</h1>${paragraphs(MORE)}</article></main>`,
      ),
    );
    expect(text).toBe(PARAGRAPHS.join('\n\n'));
  });
});

describe('sentences that look like furniture', () => {
  test.each([
    '<p>On <time datetime="2026-03-04">March 4</time> he died.</p>',
    '<p><a href="/x"><strong>On Friday, three men denied the charge of theft.</strong></a></p><p>The trial starts in May.</p>',
    '<h2>Comments</h2><p>The minister’s comments drew anger from the unions.</p>',
    '<p>Next week the court will rule on the appeal of the two men.</p>',
    '<p>By Monday the water had reached the bridge.</p>',
    '<p>Ann Lee, who leads the council, was not in the hall.</p>',
    '<p>On 4 March 2026 the mill burned down.</p>',
  ])('%s stays', async (html) => {
    const shown = html
      .replaceAll('</h2>', '\n\n')
      .replaceAll('</p><p>', '\n\n')
      .replace(/<[^>]+>/gu, '');
    expect(await readAfter(html)).toBe(shown);
  });
});

describe('class names decide unclear cases', () => {
  test.each(['sidebar', 'legal-notice', 'site-footer', 'about-menu'])(
    'a separate element called “%s” is not the article’s second half',
    async (name) => {
      const about =
        'We are the newspaper of the valley and have been so since long before the railway came. '.repeat(7);
      const { text } = await readPage(
        frame(
          `<div id="content"><h1>Council passes the budget</h1>${paragraphs(SIX)}</div><div id="${name}"><h3>About</h3><p>${about}</p></div>`,
        ),
      );
      expect(text).toBe(SIX.join('\n\n'));
    },
  );

  test('an article divided by advertisements is complete', async () => {
    const part = (texts: readonly string[]): string => `<div class="part">${paragraphs(texts)}</div>`;
    const { text } = await readPage(
      frame(
        `<h1>Council passes the budget</h1><div>${part(SIX.slice(0, 3))}<div class="ad">Advertisement</div>${part(SIX.slice(3, 5))}<div class="ad">Advertisement</div>${part(SIX.slice(5))}</div>`,
      ),
    );
    expect(text).toBe(SIX.join('\n\n'));
  });
});

test('labels whose letters occur in the text are left out', async () => {
  const labels = ['Council', 'Budget', 'Tuesday', 'Roof', 'Pool']
    .map((label) => `<div class="x">${label}</div>`)
    .join('');
  const { text } = await readPage(
    frame(
      `<div>${labels}</div><h1>Council passes the budget</h1><div>${labels}</div><div>${paragraphs(SIX)}</div>`,
    ),
  );
  expect(text).toBe(SIX.join('\n\n'));
});
