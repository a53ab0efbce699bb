import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';
import { sourceReader } from '../../src/newsroom/read-source.ts';
import { sourcesNamed } from '../../src/terminal/sources.ts';
import { encodedAs } from '../intake/encodings.ts';
import { docx, pdf } from '../intake/documents.ts';
import { editor, GUILD, newsroomOver } from '../support/newsroom.ts';
import { sessionIn, textOf } from '../support/session.ts';
import { testPlace } from '../support/test-place.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const PAGE = `<html lang="en"><head><title>Ferry sinks</title><meta name="author" content="Ann Lee"></head><body>
<article><h1>Ferry sinks</h1><p>Published on 4 March 2026</p>
<p>The ferry Aurora sank off Bergen on Monday, the coast guard said in a long statement to the press.</p>
<figure><img src="a.jpg"><figcaption>The ferry in its better days, as seen from the harbour.</figcaption></figure>
<p>All 84 passengers were saved by fishing boats from the islands nearby within two hours of the alarm.</p></article>
<div id="comments"><ol><li class="comment">Derek: About time.</li><li class="comment">Ola: I was there.</li></ol></div></body></html>`;
const fetched = (bytes: Uint8Array, contentType: string) => async () => ({
  unchanged: false as const,
  bytes,
  url: 'https://news.example.org/ferry',
  contentType,
});

test('an editor sees the source of each detail, and what was left out', async () => {
  const place = await testPlace();
  const bytes = new TextEncoder().encode(PAGE);
  const newsroom = newsroomOver(await place.open({}), {
    fetchers: { page: fetched(bytes, 'text/html'), file: fetched(bytes, 'text/html') },
  });
  await newsroom.open(GUILD);
  const { run } = sessionIn(newsroom);
  const url = 'https://news.example.org/ferry';
  const added = textOf(await run('article', { subcommand: 'add', url, publisher: 'The Courier' }, editor()));
  expect(added).toContain('Left out: 2 comments, 1 caption.');
  await expect.poll(async () => (await newsroom.deskFor(editor())).tools?.stored.size).toBe(1);
  const shown = textOf(await run('article', { subcommand: 'show', article: 'ferry-sinks' }, editor()));
  expect(shown).toContain(
    'Read from: headline: the page’s headline · byline: a meta tag · date: a line of the text · language: the page’s language · publisher: an editor',
  );
  expect(shown).toContain('Left out: 2 comments, 1 caption.');
});

test.each<[string, Uint8Array, string]>([
  ['ferry.html', new TextEncoder().encode(PAGE), 'text/html; charset=iso-8859-1'],
  [
    'ferry.txt',
    new TextEncoder().encode('Ferry sinks\n\nThe café of the Aurora sank off Bergen.'),
    'text/plain; charset=windows-1251',
  ],
  [
    'pool.txt',
    encodedAs('空き家を学生に\n\n市は空き家を学生に貸し出す新しい制度を始めると発表した。', 'shift_jis'),
    'text/plain; charset=utf-8',
  ],
  [
    'ferry.docx',
    docx([{ style: 'Title', text: 'Ferry sinks' }, 'The ferry Aurora sank off Bergen.']),
    'application/octet-stream',
  ],
  [
    'ferry.pdf',
    pdf([
      [
        { text: 'Ferry sinks', y: 760, size: 20 },
        { text: 'The ferry Aurora sank off Bergen.', y: 700 },
      ],
    ]),
    'application/pdf',
  ],
])(
  'the bytes of %s give the same article in the terminal and in Discord',
  async (name, bytes, contentType) => {
    const folder = await mkdtemp(join(tmpdir(), 'pullquote-same-'));
    folders.push(folder);
    await writeFile(join(folder, name), bytes);
    const page = (): Promise<never> => Promise.reject(new Error('No page is read.'));
    const [found] = await Array.fromAsync(sourcesNamed([join(folder, name)], { extract, page }));
    const inTerminal = found?.kind === 'source' ? await found.source.read() : undefined;
    const read = sourceReader(
      { extract },
      { page: fetched(bytes, contentType), file: fetched(bytes, contentType) },
    );
    const inDiscord = await read({ from: 'file', name, url: 'https://cdn.example/x', type: contentType });
    expect(inDiscord.extracted).toEqual(inTerminal?.extracted);
  },
);
