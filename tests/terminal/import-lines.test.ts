import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonLinesOf } from '../../src/intake/json-lines.ts';
import type { Store } from '../../src/store/archive.ts';
import { importLines, type ImportOptions } from '../../src/terminal/import-lines.ts';
import { EDITOR, sqlitePlace, type Place } from '../store/stores.ts';

const GUILD = '100000000000000001';

let place: Place;
let store: Store;
let file: string;
let report: string;
beforeEach(async () => {
  place = await sqlitePlace();
  store = await place.open();
  file = path.join(place.dataDir, 'archive.jsonl');
  report = path.join(place.dataDir, 'archive.jsonl.refused.jsonl');
});
afterEach(() => place.remove());

const article = (n: number, fields: object = {}): object => ({
  headline: `Council votes, part ${n}`,
  text: `The council voted on item ${n}.`,
  publishedAt: '2026-01-02',
  ...fields,
});
const write = (lines: readonly (object | string)[]): void =>
  writeFileSync(
    file,
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );

async function run(options: Partial<ImportOptions> = {}) {
  const output = Object.assign(new PassThrough(), { columns: 80, isTTY: false });
  const errors = new PassThrough();
  const code = await importLines(
    file,
    {
      archive: store.guild(GUILD),
      stateDir: path.join(place.dataDir, 'imports'),
      reportDir: place.dataDir,
      fields: {},
      visibility: {},
      signal: new AbortController().signal,
      ...options,
    },
    { input: Readable.from([]), output, errors, colour: false },
    () => 0,
  ).catch((error: Error) => error);
  output.end();
  errors.end();
  return { code, out: (await output.toArray()).join(''), problems: (await errors.toArray()).join('') };
}
const stored = async () => (await store.guild(GUILD).articles()).articles;
const reported = (): object[] =>
  readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);

describe('a file of articles, one JSON object a line', () => {
  test('is added with its fields, with an id from the headline if none is given', async () => {
    write([
      article(1, { id: 'first', url: 'https://example.org/1', byline: 'A. Writer', channels: ['7'] }),
      '',
      article(2),
      article(3, { headline: 'Council votes, part 2' }),
    ]);
    expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining('3 articles added') });
    expect(
      (await stored()).map(({ article: { id, byline }, visibility }) => [id, byline, visibility]),
    ).toEqual([
      ['first', 'A. Writer', { channels: ['7'] }],
      ['council-votes-part-2', undefined, {}],
      ['council-votes-part-2-2', undefined, {}],
    ]);
    expect(existsSync(report)).toBe(false);
  });

  test('is imported as far as possible, and refused lines are reported with the reason', async () => {
    await store.guild(GUILD).add([{ draft: { id: 'gone', headline: 'Gone', text: 'Gone text.' } }], EDITOR);
    await store.guild(GUILD).retract('gone', 'wrong', '7');
    write([
      article(1),
      '{"headline": "Cut off',
      article(3, { text: ' ' }),
      article(4, { publishedAt: '2026-02-31' }),
      article(5, { colour: 'red' }),
      article(6, { headline: 'Gone', text: 'Gone text.' }),
      article(7, { url: 'https://example.org/7' }),
      article(8, { url: 'https://example.org/7' }),
      '[]',
      `{"headline":"Long","text":"${'x'.repeat(5_000_000)}"}`,
      article(11),
    ]);
    const { code, problems } = await run();
    expect(code).toBe(1);
    expect(problems).toContain('archive.jsonl.refused.jsonl');
    expect((await stored()).map(({ article: { text } }) => text)).toEqual(
      [1, 7, 11].map((n) => `The council voted on item ${n}.`),
    );
    expect(reported()).toEqual([
      { line: 2, reason: expect.stringContaining('not JSON') },
      { line: 3, headline: 'Council votes, part 3', reason: 'The article has no text.' },
      {
        line: 4,
        headline: 'Council votes, part 4',
        reason: expect.stringContaining('publishedAt: must be a date'),
      },
      { line: 5, headline: 'Council votes, part 5', reason: expect.stringContaining('colour') },
      { line: 6, headline: 'Gone', reason: expect.stringContaining('retracted as “gone”') },
      { line: 8, headline: 'Council votes, part 8', reason: expect.stringContaining('council-votes-part-7') },
      { line: 9, reason: expect.stringContaining('cannot be used') },
      { line: 10, reason: expect.stringContaining('longer than any article') },
    ]);
  });

  test('is resumed after a kill at any moment, and each line is reported once', async () => {
    const lines = Array.from({ length: 1800 }, (_, n) => (n % 100 === 50 ? 'no JSON' : article(n)));
    write(lines);
    let batches = 0;
    const dying = {
      guildId: GUILD,
      // The batch is durable when the process dies, but not recorded.
      add: async (...given: Parameters<ImportOptions['archive']['add']>) => {
        const added = await store.guild(GUILD).add(...given);
        if ((batches += 1) === 2) throw new Error('killed');
        return added;
      },
    };
    expect(await run({ archive: dying })).toMatchObject({
      code: expect.objectContaining({ message: 'killed' }),
    });
    expect(await run()).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /going on from line 501[^]*1,287 articles added.*495 already there; 18 refused/u,
      ),
    });
    expect(await stored()).toHaveLength(1782);
    expect(reported().map((each) => 'line' in each && each.line)).toEqual(
      lines.flatMap((line, n) => (line === 'no JSON' ? [n + 1] : [])),
    );
  });

  test('is read from the beginning if it changed meanwhile', async () => {
    write([article(1), article(2)]);
    const stopping = new AbortController();
    stopping.abort();
    await run({ signal: stopping.signal });
    write([article(1), article(2), article(3)]);
    expect((await run()).out).toContain('3 articles added');
  });

  test('is named if it is missing', async () => {
    rmSync(file, { force: true });
    expect((await run()).code).toMatchObject({ message: expect.stringContaining('does not exist') });
  });
});

test('lines are found at the same bytes wherever reading begins', async () => {
  const folder = mkdtempSync(path.join(place.dataDir, 'lines-'));
  const name = path.join(folder, 'lines');
  const texts = ['ä', '', '日本語'.repeat(100_000), 'x'.repeat(300_000), '\r', 'last 🗞️'];
  writeFileSync(name, texts.join('\n'));
  const all = await Array.fromAsync(jsonLinesOf(name, 0, 1));
  expect(all.map(({ n, text }) => [n, text])).toEqual([
    [1, 'ä'],
    [3, '日本語'.repeat(100_000)],
    [4, 'x'.repeat(300_000)],
    [6, 'last 🗞️'],
  ]);
  for (const [at, line] of all.entries())
    expect(await Array.fromAsync(jsonLinesOf(name, line.next, line.n + 1))).toEqual(all.slice(at + 1));
});
