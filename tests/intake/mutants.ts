import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { Hint } from '../../src/intake/extracted.ts';
import { docx, pdf } from './documents.ts';

/** A valid file before mutation, for `reader`. */
export type Mutant = Readonly<{ reader: 'extract' | 'readFeed'; bytes: Uint8Array; hint: Hint }>;
type Random = (below: number) => number;

const PAGES = join(import.meta.dirname, '../golden/pages');
const PROSE =
  'The council of Harwick voted on Tuesday to reopen the old swimming pool, after a debate of four hours.';
const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><link>https://a.example/</link><item><title>Pool &amp; more</title><link>https://a.example/1</link><guid>1</guid><pubDate>Tue, 12 Mar 2024 18:42:10 GMT</pubDate><content:encoded><![CDATA[<p>${PROSE}</p>]]></content:encoded></item><item><title>Two</title><link>https://a.example/2</link><description>Text</description></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>News</title><entry><id>tag:1</id><title type="html">&lt;i&gt;Pool&lt;/i&gt;</title><link href="https://a.example/1"/><author><name>Ann</name></author><updated>2024-01-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${PROSE}</p></div></content></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'News',
  items: [
    { id: '1', url: 'https://a.example/1', content_text: PROSE, date_published: '2024-01-01T00:00:00Z' },
  ],
});
const TEXT = `---\nheadline: "Pool"\npublishedAt: 2024-03-12\n---\n# Pool\n\n${PROSE}\n\n- one\n- two\n`;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const WORD = docx([{ style: 'Title', text: 'Pool' }, PROSE, { style: 'Heading2', text: 'What now' }, PROSE]);
const SEEDS: readonly Mutant[] = [
  ...readdirSync(PAGES).map((name): Mutant => ({
    reader: 'extract',
    bytes: new Uint8Array(readFileSync(join(PAGES, name, 'source.html'))),
    hint: { name: `${name}.html` },
  })),
  ...Array.from({ length: 6 }, (): Mutant => ({
    reader: 'extract',
    bytes: WORD,
    hint: { name: 'pool.docx' },
  })),
  ...Array.from({ length: 6 }, (): Mutant => ({
    reader: 'extract',
    bytes: pdf([
      [
        { text: 'Pool', y: 760, size: 20 },
        { text: PROSE, y: 700 },
      ],
      [{ text: PROSE, y: 700 }],
    ]),
    hint: { name: 'pool.pdf' },
  })),
  ...[RSS, ATOM, JSON_FEED].flatMap((source) =>
    Array.from({ length: 3 }, (): Mutant => ({
      reader: 'readFeed',
      bytes: utf8(source),
      hint: { url: 'https://a.example/feed' },
    })),
  ),
  { reader: 'extract', bytes: utf8(TEXT), hint: { name: 'pool.md' } },
];

/** Pieces with a meaning for some parser. */
const TOKENS = [
  '<',
  '>',
  '"',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x [',
  '<script>',
  '</p>',
  '<table>',
  '<div hidden>',
  '&#x110000;',
  '&#xD800;',
  '&nbsp;',
  '\0',
  '\ufeff',
  '\u202e',
  'PK\u0003\u0004',
  'PK\u0001\u0002',
  'PK\u0005\u0006',
  '%PDF-',
  'endobj',
  'stream\n',
  '%%EOF',
  '99999999999',
  '-1',
  '../',
  '__proto__',
  '{"@type":"Article"}',
  '---\n',
  '\n\n',
  'charset=utf-16',
  'xml:lang',
  '<w:p>',
  '</w:t>',
  ' '.repeat(500),
  '<b>'.repeat(300),
].map(utf8);

/** The mutant with a number; the same number always gives the same bytes. */
export function mutant(number: number): Mutant {
  const random = randomFrom(number);
  const seed = SEEDS[random(SEEDS.length)] as Mutant;
  let bytes = seed.hint.name === 'pool.docx' && random(2) === 0 ? insideOut(seed.bytes, random) : seed.bytes;
  for (let round = random(6) + 1; round > 0; round -= 1) bytes = changed(bytes, random);
  // Occasionally a file gets another file's name.
  const hint = random(10) === 0 ? (SEEDS[random(SEEDS.length)] as Mutant).hint : seed.hint;
  return { ...seed, bytes, hint };
}

/** A Word document with a change inside one of its compressed parts. */
function insideOut(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[random(names.length)] ?? '';
  return zipSync({ ...parts, [name]: changed(parts[name] ?? bytes, random) });
}

function changed(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random(bytes.length + 1);
  const to = Math.min(bytes.length, from + random(random(2) === 0 ? 8 : 2000));
  const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  const other = SEEDS[random(SEEDS.length)] as Mutant;
  const pieces: readonly (readonly Uint8Array[])[] = [
    [head, tail],
    [head, middle, middle, tail],
    [head, TOKENS[random(TOKENS.length)] ?? middle, tail],
    [head, middle.map((byte) => byte ^ (1 << random(8))), tail],
    [head, middle.map(() => random(255) + 1), tail],
    [head, other.bytes.subarray(random(other.bytes.length)), tail],
    [head],
    [tail, head],
  ];
  return new Uint8Array(Buffer.concat(pieces[random(pieces.length)] ?? [bytes]));
}

/** Mulberry32, a small generator with a known seed; source: T. Ettinger, public domain. */
function randomFrom(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return below === 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
