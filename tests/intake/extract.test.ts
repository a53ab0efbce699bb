import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';
import { docx, pdf } from './documents.ts';
import { refusalOf, utf8 } from './refusals.ts';

const TEXT = 'Pool reopens\n\nThe council voted on Tuesday. It was late.\n';

describe('text and Markdown', () => {
  test('text stays exactly the same, including control characters', async () => {
    const content = 'Pool reopens\r\n\r\nThe  council\tvoted.\u0007 \u202eIt was late.\r\n';
    expect(await extract(utf8(content), { name: 'pool.txt' })).toEqual({
      id: 'pool',
      headline: 'Pool reopens',
      text: content,
    });
  });

  test('front matter sets the details', async () => {
    const front =
      '---\nid: mill-lane\nheadline: The pool\nbyline: Ann Lee\npublishedAt: 2024-03-12\nlanguage: en\nurl: https://a.example/b\n---\n';
    expect(await extract(utf8(front + TEXT), { name: 'pool.md' })).toEqual({
      id: 'mill-lane',
      headline: 'The pool',
      byline: 'Ann Lee',
      publishedAt: '2024-03-12',
      language: 'en',
      url: 'https://a.example/b',
      text: TEXT,
    });
  });

  test.each([
    ['__proto__', '__proto__: { headline: x }'],
    ['a merge of __proto__', 'headline: x\n"__proto__": 1'],
    ['aliases that multiply', 'headline: &a [x]\nbyline: [*a, *a]'],
  ])('T23 front matter with %s is refused', async (_name, yaml) => {
    expect(await refusalOf(extract(utf8(`---\n${yaml}\n---\n${TEXT}`), { name: 'pool.md' }))).toMatch(
      /^no-text: pool\.md has front matter/u,
    );
    expect('headline' in {}).toBe(false);
  });

  test('T23 a tag in front matter creates no object', async () => {
    const front = `---\nheadline: !!js/function "function () {}"\n---\n`;
    expect((await extract(utf8(front + TEXT), { name: 'pool.md' })).headline).toBe('function () {}');
  });

  test('a pasted text without a headline is named by its first words', async () => {
    const pasted =
      'The council of Harwick voted on Tuesday to reopen the old swimming pool, after a debate of four hours.';
    const { id, headline } = await extract(utf8(pasted));
    expect([id, headline]).toEqual([
      'the-council-of-harwick-voted-on-tuesday-to-reopen-the-old-swimming-pool-after',
      'The council of Harwick voted on Tuesday to reopen the old swimming pool, after…',
    ]);
  });

  test('T24 names are display text: one line, never a path', async () => {
    const name = `../../etc/\u0000passwd\r\n\u001b[31m${'x'.repeat(400)}.txt`;
    const refusal = await refusalOf(extract(new Uint8Array(), { name }));
    expect(refusal).not.toMatch(/\p{Cc}/u);
    expect(refusal.length).toBeLessThan(200);
    const { id } = await extract(utf8(TEXT), { name });
    expect(id).toMatch(/^[a-z0-9-]{1,80}$/u);
  });

  test('a headline without Latin letters still gives an id', async () => {
    const { id } = await extract(utf8('霧島坂市の空き家\n\n市は学生に貸し出す。\n'), {});
    expect(id).toMatch(/^article-[0-9a-f]{12}$/u);
  });
});

describe('T14 statements about a file are not trusted', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
  test.each([
    [
      'a PDF called .docx',
      pdf([[{ text: 'x', y: 700 }]]),
      { name: 'a.docx' },
      'a.docx says it is a Word document but holds a PDF',
    ],
    [
      'a PDF served as a page',
      pdf([[{ text: 'x', y: 700 }]]),
      { url: 'https://a.example/', contentType: 'text/html' },
      'The page of a.example says it is a web page but holds a PDF',
    ],
    [
      'a Word document called .pdf',
      docx(['x']),
      { name: 'a.pdf' },
      'a.pdf says it is a PDF but holds a Word document',
    ],
    [
      'text called .pdf',
      utf8(TEXT),
      { name: 'a.pdf', contentType: 'application/pdf' },
      'a.pdf says it is a PDF but holds a text file',
    ],
    [
      'a page called .docx',
      utf8('<!doctype html><p>x'),
      { name: 'a.docx' },
      'a.docx says it is a Word document but holds a web page',
    ],
    ['a picture called .txt', png, { name: 'a.txt' }, 'a.txt is a PNG picture, which cannot be read'],
    [
      'a gzip archive',
      gzipSync(TEXT),
      { name: 'a.txt' },
      'a.txt is a gzip archive, which cannot be read: unpack it first.',
    ],
    [
      'an old Word file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]),
      { name: 'a.doc' },
      'a.doc is an old Office file or one with a password',
    ],
    [
      'bytes',
      new Uint8Array([1, 2, 0, 3]),
      { name: 'a.bin' },
      'a.bin is not in a form that can be read: give text, Markdown, HTML, .docx or PDF.',
    ],
    [
      'a feed',
      utf8('<?xml version="1.0"?><rss version="2.0"></rss>'),
      { contentType: 'application/rss+xml' },
      'The text is a feed, not an article: add it with /feed add.',
    ],
    [
      'a foreign type',
      utf8('x'),
      { name: 'a', contentType: 'video/mp4' },
      'a is of type video/mp4, which cannot be read',
    ],
    ['nothing', new Uint8Array(), { name: 'a.txt' }, 'a.txt is empty'],
    [
      'too much',
      new Uint8Array(10_000_001),
      { name: 'a.txt' },
      'a.txt has 10 MB, more than the 10 MB that are read',
    ],
    [
      'a table of some other kind',
      utf8('x'),
      { name: 'a.txt', contentType: 'constructor' },
      'a.txt is of type constructor',
    ],
  ])('%s is refused with the reason', async (_name, bytes, hint, message) => {
    expect(await refusalOf(extract(bytes, hint))).toContain(message);
  });

  test('unknown or generic types are decided by the bytes', async () => {
    const generic = { contentType: 'application/octet-stream' };
    expect((await extract(docx(['Pool reopens', 'The council voted on Tuesday.']), generic)).headline).toBe(
      'Pool reopens',
    );
    expect((await extract(utf8(TEXT), generic)).headline).toBe('Pool reopens');
    expect((await extract(utf8(`<html><h1>Pool</h1><p>${TEXT.repeat(3)}`), { name: 'a.txt' })).headline).toBe(
      'Pool',
    );
  });
});

describe('charsets', () => {
  const cafe = 'Café reopens\n\nThe café is open – again.\n';
  const latin = Buffer.from(cafe.replace('–', '\u0096'), 'latin1');
  test.each([
    ['UTF-8', utf8(cafe), undefined],
    ['UTF-8 with a mark', utf8(`\ufeff${cafe}`), undefined],
    ['UTF-16 little endian', Buffer.from(`\ufeff${cafe}`, 'utf16le'), undefined],
    ['UTF-16 big endian', Buffer.from(`\ufeff${cafe}`, 'utf16le').swap16(), undefined],
    ['windows-1252, undeclared', latin, undefined],
    ['windows-1252, declared as Latin-1', latin, 'text/plain; charset=ISO-8859-1'],
    ['a mark that contradicts the header', utf8(`\ufeff${cafe}`), 'text/plain; charset=iso-8859-1'],
    ['a charset that does not exist', utf8(cafe), 'text/plain; charset=nonsense'],
  ])('%s', async (_name, bytes, contentType) => {
    const hint = contentType === undefined ? {} : { contentType };
    expect((await extract(bytes, hint)).text).toBe(cafe);
  });

  test('a page’s own declaration is used', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"></head><body><p>',
      ),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x81, 0x42]),
      Buffer.from('</p></body></html>'),
    ]);
    expect((await extract(bytes, { name: 'a.html' })).text).toBe('日本語。');
  });
});
