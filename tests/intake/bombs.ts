import { deflateSync } from 'node:zlib';
import type { Zippable } from 'fflate';
import type { Hint } from '../../src/intake/extracted.ts';
import { docx, pdfOf, wordXml } from './documents.ts';

/** A file designed to break its reader, `reader`. */
export type Bomb = Readonly<{
  name: string;
  reader: 'extract' | 'readFeed';
  bytes: () => Uint8Array;
  hint: Hint;
}>;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (name: string, source: () => string): Bomb => ({
  name,
  reader: 'extract',
  bytes: () => utf8(`<!doctype html><html><head><title>Bomb</title></head><body>${source()}</body></html>`),
  hint: { name: 'bomb.html' },
});
const word = (name: string, others: () => Zippable): Bomb => ({
  name,
  reader: 'extract',
  bytes: () => docx(['x'], others()),
  hint: { name: 'bomb.docx' },
});
const feed = (name: string, source: () => string): Bomb => ({
  name,
  reader: 'readFeed',
  bytes: () => utf8(source()),
  hint: { url: 'https://news.example/feed' },
});

const ENTITIES = `<!DOCTYPE lolz [<!ENTITY a "lol">${'bcdefghij'.replace(/./gu, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>`;

/** Letters that compress badly, so that a large document has a normal compression ratio. */
function noise(length: number): string {
  let state = 1;
  const letters = Array.from({ length: 100_000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
  return letters.repeat(Math.ceil(length / letters.length)).slice(0, length);
}

/** A PDF of one page with this content stream. */
const pdfWith = (content: Buffer, filter: string): Uint8Array =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>',
    Buffer.concat([
      Buffer.from(`<< /Length ${content.length} /Filter ${filter} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
  ]);
const pdfBomb = (name: string, bytes: () => Uint8Array): Bomb => ({
  name,
  reader: 'extract',
  bytes,
  hint: { name: 'bomb.pdf' },
});

/** Each must be refused within 10 s and 512 MB. */
export const BOMBS: readonly Bomb[] = [
  word('zip: 60 MB of zeros', () => ({ 'word/a.xml': new Uint8Array(60_000_000) })),
  word('zip: ratio of 1,000', () => ({ 'word/a.xml': new Uint8Array(20_000_000) })),
  word('zip: 65,000 entries', () =>
    Object.fromEntries(Array.from({ length: 65_000 }, (_, index) => [`${index}`, new Uint8Array()])),
  ),
  word('zip: 45 MB of document', () => ({
    'word/document.xml': utf8(wordXml(Array.from({ length: 900 }, (_, n) => `${n} ${noise(50_000)}`))),
  })),
  word('xml: entities in a document', () => ({
    'word/document.xml': utf8(wordXml(['&j;']).replace('?>', `?>${ENTITIES}`)),
  })),
  word('xml: 100,000 levels in a document', () => ({
    'word/document.xml': utf8(wordXml(['x']).replace('<w:p>', '<w:p>'.repeat(100_000))),
  })),
  page('html: 100,000 levels', () => '<div>'.repeat(100_000)),
  page('html: 100,000 levels without end tags', () => '<li><p>'.repeat(100_000)),
  page('html: a million elements', () => '<b>x</b>'.repeat(1_000_000)),
  page(
    'html: a million attributes',
    () => `<p ${Array.from({ length: 700_000 }, (_, index) => `a${index}=""`).join(' ')}>x</p>`,
  ),
  page(
    'html: 200 levels of 200 clutter names',
    () =>
      `<div class="comment ad promo">${'<div class="social widget"><h1>x</h1>'.repeat(200)}${'<i class="tags">x</i>'.repeat(40_000)}`,
  ),
  page('html: 9 MB of unclosed tags', () => '<div class="'.repeat(750_000)),
  page(
    'html: JSON-LD of 4 million brackets',
    () => `<script type="application/ld+json">${'['.repeat(900_000)}</script>`,
  ),
  feed(
    'xml: entities in a feed',
    () => `<?xml version="1.0"?>${ENTITIES}<rss version="2.0"><channel><title>&j;</title></channel></rss>`,
  ),
  feed('xml: 100,000 levels in a feed', () => `<rss version="2.0"><channel>${'<item>'.repeat(100_000)}`),
  feed('xml: 9 MB of broken entries', () => `<rss version="2.0"><channel>${'<item><title>'.repeat(600_000)}`),
  feed('json: 4 million brackets', () => '['.repeat(4_000_000)),
  pdfBomb('pdf: 1 GB of page', () =>
    pdfWith(deflateSync(deflateSync(Buffer.alloc(1_000_000_000, ' '))), '[/FlateDecode /FlateDecode]'),
  ),
  pdfBomb('pdf: a page tree in a circle', () =>
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>']),
  ),
  {
    name: 'yaml: aliases in front matter',
    reader: 'extract',
    bytes: () =>
      utf8(
        `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replace(/./gu, (name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}---\nHeadline\n\nText.\n`,
      ),
    hint: { name: 'bomb.md' },
  },
  {
    name: 'text: 9 MB in one line',
    reader: 'extract',
    bytes: () => utf8(`Headline\n\n${noise(9_000_000)}`),
    hint: { name: 'bomb.txt' },
  },
];
