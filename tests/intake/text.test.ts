import { describe, expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';
import { refusalOf, utf8 } from './refusals.ts';

const TEXT = 'The council voted on Tuesday. It was late.\n';
const read = (content: string) => extract(utf8(content), { name: 'pool.md' });

describe('front matter', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a headline with a colon', 'headline: Budget: the vote', { headline: 'Budget: the vote' }],
    [
      'a colon and quotes',
      'headline: "Budget": the vote\nbyline: Ann Lee',
      { headline: '"Budget": the vote', byline: 'Ann Lee' },
    ],
    [
      'other names',
      'title: Pool reopens\nauthor: Ann Lee\ndate: 4 March 2026\nlang: en',
      { headline: 'Pool reopens', byline: 'Ann Lee', publishedAt: '2026-03-04', language: 'en' },
    ],
    [
      'several authors',
      'title: Pool reopens\nauthors:\n  - Ann Lee\n  - Bo Ek',
      { headline: 'Pool reopens', byline: 'Ann Lee, Bo Ek' },
    ],
    [
      'what site generators add',
      'title: Pool reopens\ntags: [a, b]\ndraft: false\nlayout: post',
      { headline: 'Pool reopens' },
    ],
    ['a number as headline', 'headline: 1984', { headline: '1984' }],
    [
      'capitals',
      'Title: Pool reopens\nDate: 2026-03-04',
      { headline: 'Pool reopens', publishedAt: '2026-03-04' },
    ],
  ])('%s', async (_name, head, fields) => {
    expect(await read(`---\n${head}\n---\n${TEXT}`)).toMatchObject({ ...fields, text: TEXT });
  });

  test('three dots end it, as in YAML', async () => {
    expect(await read(`---\ntitle: Pool reopens\n...\n${TEXT}`)).toMatchObject({
      headline: 'Pool reopens',
      text: TEXT,
    });
  });

  test('a text that begins with a rule has no front matter', async () => {
    const content = `---\n\nPool reopens\n\n---\n\n${TEXT}`;
    expect((await read(content)).text).toBe(content);
  });

  test.each([
    ['title Pool\nbyline: [a', 'Pool reopens'],
    ['title: Pool\n- a b c', 'its line 3 is not of the form “name: value”'],
    ['title: Pool\ncolour: red', '“colour” is no detail of an article, the names are'],
  ])('invalid front matter is read as text or refused with a reason: %s', async (head, words) => {
    const content = `---\n${head}\n---\nPool reopens\n\n${TEXT}`;
    const outcome = await read(content).then(
      ({ text }) => text,
      (error: Error) => error.message,
    );
    expect(outcome).toContain(words);
    expect(outcome).not.toMatch(/yaml|flow|collection|mapping|unrecognized|invalid/iu);
  });
});

describe('hard-wrapped lines', () => {
  test('become paragraphs with rejoined words', async () => {
    const wrapped = `Pool reopens

The council of Harwick voted on Tuesday to reopen the old swimming
pool, after a debate of four hours in which the head of the minis-
try spoke twice. The well-known pool has been shut since the win-
ter of 2019, when its boiler failed and nobody had the money for
another one.

Work begins in June, says the mayor, and will take eleven weeks;
the co-founder of the Friends of Mill Lane does not believe it, as
she said on Wednesday.
`;
    expect((await read(wrapped)).text).toBe(`Pool reopens

The council of Harwick voted on Tuesday to reopen the old swimming pool, after a debate of four hours in which the head of the ministry spoke twice. The well-known pool has been shut since the winter of 2019, when its boiler failed and nobody had the money for another one.

Work begins in June, says the mayor, and will take eleven weeks; the co-founder of the Friends of Mill Lane does not believe it, as she said on Wednesday.
`);
  });

  test('a poem and a list keep their lines', async () => {
    const poem = `The pool\n\nThe water was green,\nthe deep end was deep,\nthe frogs were seen\nin their summer sleep,\nand nobody swam\nwhere the lilies lay,\nfor the boiler was damned\nand gone away.\n`;
    expect((await read(poem)).text).toBe(poem);
    const list = `The budget\n\nThe council gave:\n\n- four million euros for the pool, and not one euro more\n- two for the library\n- one for the road to the harbour, which has had holes\n- nothing for the bins\n- half a million for the school\n`;
    expect((await read(list)).text).toBe(list);
  });

  test('carriage returns alone end lines too', async () => {
    const old = 'Pool reopens\r\rThe council voted on Tuesday. It was late.\r\rWork begins in June.\r';
    const { headline, text } = await read(old);
    expect([headline, text]).toEqual(['Pool reopens', old]);
  });
});

describe('pages without the article are refused', () => {
  test.each([
    [
      'a check whether a person is reading',
      'Just a moment...',
      '<p>Checking your browser before accessing courier.example. Please enable JavaScript and cookies to continue.</p>',
    ],
    [
      'a check whether a person is reading',
      'Are you a robot?',
      '<p>We have detected unusual activity from your computer network. To continue, please click the box below to let us know you’re not a robot.</p>',
    ],
    [
      'an error page ("not found")',
      '404 – Page not found',
      '<p>Sorry, the page you were looking for could not be found. It may have been moved or deleted.</p>',
    ],
    [
      'an error page ("not found")',
      'Seite nicht gefunden',
      '<p>Die von Ihnen gewünschte Seite existiert leider nicht mehr. Bitte prüfen Sie die Adresse.</p>',
    ],
    [
      'a question about cookies',
      'Der Kurier',
      '<p>Wir und unsere 164 Partner speichern Informationen auf Ihrem Gerät. Sie können die Cookies akzeptieren oder ablehnen.</p>',
    ],
    [
      'an invitation to subscribe',
      'The Courier',
      '<p>Subscribe to continue reading. Already a subscriber? Log in to continue to your account.</p>',
    ],
  ])('%s: %s', async (kind, title, body) => {
    const page = `<html><head><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
    expect(await refusalOf(extract(utf8(page), { name: 'page.html' }))).toBe(
      `no-text: page.html is ${kind}, not an article: open the page in a browser and paste the text of the article instead.`,
    );
  });

  test.each([
    [
      'Cookies: what the new law says',
      '<p>The parliament voted on Tuesday to ban banners that ask readers to accept cookies, after a debate of two years.</p>',
    ],
    [
      'Flight 404 lands safely',
      '<p>Flight 404 from Lyon landed safely in Harwick on Tuesday night after one of its engines had failed over the sea.</p>',
    ],
    [
      'How a captcha stopped the mayor',
      '<p>The mayor of Harwick could not vote on Tuesday because a captcha asked him for traffic lights, of which the town has none.</p>',
    ],
  ])('an article about such pages is read: %s', async (title, body) => {
    const page = `<html><head><title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;
    expect((await extract(utf8(page), { name: 'page.html' })).text).toBe(body.replace(/<[^>]+>/gu, ''));
  });
});
