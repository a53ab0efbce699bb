import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extract } from '../../src/intake/extract.ts';
import { IntakeError } from '../../src/intake/intake-error.ts';
import { StoreError } from '../../src/store/db/db.ts';
import type { Store } from '../../src/store/archive.ts';
import type { GuildArchive } from '../../src/store/guild-archive.ts';
import { addInTerminal, type OpenAdding } from '../../src/terminal/add.ts';
import { EDITOR, sqlitePlace, type Place } from '../store/stores.ts';

const GUILD = '100000000000000001';
const PAGE =
  '<!doctype html><title>Fair opens</title><h1>Fair opens</h1><p>The fair opened on Monday, and 300 came.</p>';

let place: Place;
let store: Store;
let folder: string;
beforeEach(async () => {
  place = await sqlitePlace();
  store = await place.open();
  folder = path.join(place.dataDir, 'news');
  mkdirSync(path.join(folder, 'deep', 'er'), { recursive: true });
});
afterEach(() => place.remove());

const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(path.join(folder, name), content);

async function run(
  argv: string[],
  options: {
    isTTY?: boolean;
    open?: OpenAdding;
    signal?: AbortSignal;
    archive?: Awaited<ReturnType<OpenAdding>>['archive'];
  } = {},
) {
  const output = Object.assign(new PassThrough(), { columns: 80, isTTY: options.isTTY ?? false });
  const errors = new PassThrough();
  const open: OpenAdding = async () => ({
    archive: options.archive ?? store.guild(GUILD),
    stateDir: path.join(place.dataDir, 'imports'),
    reportDir: place.dataDir,
    extract,
    page: (url) =>
      url.startsWith('https://news.example/')
        ? extract(Buffer.from(PAGE), { url }).then((extracted) => ({
            extracted: { ...extracted, url },
            host: 'news.example',
          }))
        : Promise.reject(new IntakeError('address', `${url} is not fetched: give another.`)),
    signal: options.signal ?? new AbortController().signal,
    close: async () => {},
  });
  const terminal = { input: Readable.from([]), output, errors, colour: false };
  let at = 0;
  const pause = async (milliseconds: number): Promise<void> => void (at += milliseconds);
  const result = await addInTerminal(argv, options.open ?? open, terminal, () => (at += 50), pause).catch(
    (error: Error) => error,
  );
  output.end();
  errors.end();
  const [out, problems] = [(await output.toArray()).join(''), (await errors.toArray()).join('')];
  return { result, out, problems };
}

const ids = async (): Promise<string[]> =>
  (await store.guild(GUILD).articles()).articles.map(({ article }) => article.id).toSorted();

describe('F18 add while the database is down', () => {
  const away = new StoreError('unreachable', 'PostgreSQL at db:5432/news does not answer.');
  /** An archive over a database that fails this many times, before or `after` doing what was asked. */
  const failing = (times: number, after = false): GuildArchive => {
    const archive = store.guild(GUILD);
    return {
      ...archive,
      async add(...arrivals) {
        if (after) await archive.add(...arrivals);
        if (times-- > 0) throw away;
        return archive.add(...arrivals);
      },
    };
  };

  test('waits, says so once, and continues when it is back', async () => {
    put('short.txt', 'Short\n\nIt rained in Bergen.');
    const { result, problems } = await run([folder], { archive: failing(20) });
    expect([result, problems]).toEqual([0, `${away.message} Waiting for it; Ctrl+C stops.\n`]);
    expect(await ids()).toEqual(['short']);
  });

  test('adds nothing twice if only the answer was lost', async () => {
    put('short.txt', 'Short\n\nIt rained in Bergen.');
    const { result, out } = await run([folder], { archive: failing(1, true) });
    expect([result, await ids()]).toEqual([0, ['short']]);
    expect(out).toContain('1 already there');
  });

  test('ends with the reason if it stays down', async () => {
    put('short.txt', 'Short\n\nIt rained in Bergen.');
    expect((await run([folder], { archive: failing(1e9) })).result).toBe(away);
    let opened = 0;
    const open: OpenAdding = async () => {
      opened += 1;
      throw away;
    };
    expect((await run([folder], { open })).result).toBe(away);
    expect(opened).toBeGreaterThan(100);
  });
});

describe('add in the terminal', () => {
  test('F17 articles beyond the index memory are refused with the remedy, and the rest is added', async () => {
    await store.close();
    store = await place.open({ mostText: 100 });
    put('long.txt', `Long\n\n${'It rained all day. '.repeat(20)}`);
    put('short.txt', 'Short\n\nIt rained in Bergen.');
    const { result, out, problems } = await run([folder]);
    expect(result).toBe(1);
    expect(out).toContain('1 refused');
    expect(problems).toContain('long.txt: There is no memory left to index more text: raise INDEX_MEMORY_MB');
    expect(await ids()).toEqual(['short']);
  });

  test('a folder is added with its subfolders in every format, and a second time without duplicates', async () => {
    put('vote.txt', 'Council votes\n\nThe council voted on Monday.');
    put('deep/fair.html', PAGE);
    put('deep/er/rain.md', '---\nheadline: Rain falls\n---\nIt rained all day in Bergen.');
    put('readme.txt', 'How this folder is kept.');
    put('table.csv', 'a,b');
    put('.hidden.txt', 'Secret\n\nNot to be added.');
    symlinkSync(folder, path.join(folder, 'deep', 'loop'));
    const first = await run([folder]);
    expect(first).toMatchObject({ result: 0 });
    expect(await ids()).toEqual(['fair-opens', 'rain', 'vote']);
    expect(first.out).toMatch(/^added rain \(.*rain\.md\)$/mu);
    expect(first.out).toMatch(new RegExp(`^3 articles added to server ${GUILD} in \\d+ s\\.$`, 'mu'));
    expect(first.problems).toMatch(/^3 files passed over, .*: .*loop, .*readme\.txt, .*table\.csv\.$/mu);
    const second = await run([folder]);
    expect(second).toMatchObject({ result: 0 });
    expect(second.out).toMatch(/^0 articles added .*; 3 already there\.$/mu);
  });

  test('each refusal names the source, the reason and the remedy, the rest is added, and the code is 1', async () => {
    put('vote.txt', 'Council votes\n\nThe council voted on Monday.');
    put('b.txt', '{\\rtf1 not a text}');
    put('c.txt', '');
    const missing = path.join(folder, 'missing.txt');
    const { result, out, problems } = await run([folder, missing, 'file:///etc/passwd']);
    expect(result).toBe(1);
    expect(
      problems
        .trim()
        .split('\n')
        .map((line) => line.replaceAll(`${folder}/`, ''))
        .toSorted(),
    ).toEqual(
      [
        'b.txt is an RTF file, which cannot be read: save it as .docx, PDF or plain text.',
        'c.txt is empty: give one with text in it.',
        'file:///etc/passwd is not fetched: give another.',
        'missing.txt does not exist: check the path.',
      ].map((line) => expect.stringContaining(line) as string),
    );
    expect(out).toMatch(/^1 article added .*; 4 refused\.$/mu);
    expect(await ids()).toEqual(['vote']);
  });

  test('a page is added with its host, and another text of its URL is referred to /article correct', async () => {
    expect(await run(['https://news.example/fair'])).toMatchObject({ result: 0 });
    const found = await store.guild(GUILD).article('fair-opens');
    expect(found).toMatchObject({ stored: { addedBy: 'terminal', host: 'news.example' } });
    put('fair.txt', '---\nurl: https://news.example/fair\n---\nFair opens\n\nAnother text.');
    expect((await run([folder])).problems).toContain(
      'fair.txt: Another text of this address is here as fair-opens: use /article correct article:fair-opens to put the new text in its place.',
    );
  });

  test('T27 a retracted article does not come back', async () => {
    put('vote.txt', 'Council votes\n\nThe council voted on Monday.');
    await run([folder]);
    await store.guild(GUILD).retract('vote', 'Wrong.', EDITOR.by);
    const { result, problems } = await run([folder]);
    expect([result, problems]).toEqual([
      1,
      expect.stringMatching(
        /vote\.txt: It was retracted as “vote”: only \/article restore article:vote brings it back/u,
      ),
    ]);
    expect(await ids()).toEqual([]);
  });

  test('options of the command override the file’s details', async () => {
    put('vote.txt', '---\npublisher: The Old\n---\nCouncil votes\n\nThe council voted on Monday.');
    await run([
      path.join(folder, 'vote.txt'),
      ...'--publisher The-New --date 2026-03-04 --headline Harlow-votes'.split(' '),
      ...'--channel 5 --channel 6 --embargo 2026-03-05T06:00:00+01:00'.split(' '),
    ]);
    expect(await store.guild(GUILD).article('vote')).toMatchObject({
      stored: {
        article: { headline: 'Harlow-votes', publisher: 'The-New', publishedAt: '2026-03-04' },
        visibility: { channels: ['5', '6'], embargoUntil: '2026-03-05T05:00:00.000Z' },
      },
    });
  });

  test.each([
    [['--date', 'tomorrow', 'x'], /^What --date says cannot be used/u],
    [['--embargo', 'soon', 'x'], /^What --embargo says cannot be used/u],
    [['--nonsense', 'x'], /^Unknown option '--nonsense'/u],
    [[], /^There is nothing to add/u],
  ])('%j is refused before anything is opened', async (argv, message) => {
    const open = () => Promise.reject(new Error('opened'));
    expect((await run(argv, { open })).result).toMatchObject({
      name: 'AskerError',
      message: expect.stringMatching(message) as string,
    });
  });

  test('F14 beside a bot on SQLite it names the alternatives, with code 75', async () => {
    const open = () =>
      place.open().then(
        () => Promise.reject(new Error('opened twice')),
        (error: unknown) => Promise.reject(error as Error),
      );
    const { result } = await run(['x.txt'], { open });
    expect(result).toBeInstanceOf(StoreError);
    expect(result).toMatchObject({
      exitCode: 75,
      message: expect.stringMatching(
        /stop it first, or set DATABASE_URL .* \/article add in Discord/u,
      ) as string,
    });
  });

  test('F15 when stopped, it adds what was read, and says that something is left', async () => {
    for (let n = 0; n < 20; n += 1) put(`a${n}.txt`, `Number ${n}\n\nText number ${n}.`);
    const stopping = new AbortController();
    stopping.abort();
    const { result, problems } = await run([folder], { signal: stopping.signal });
    expect([result, problems]).toEqual([
      1,
      'Stopped before 20 files and addresses: the same command goes on from here.\n',
    ]);
  });

  test('on a terminal there is one progress bar, which disappears at the end', async () => {
    for (let n = 0; n < 20; n += 1) put(`a${n}.txt`, `Number ${n}\n\nText number ${n}.`);
    const { out } = await run([folder], { isTTY: true });
    expect(out).not.toContain('added a1 ');
    expect(out).toContain('\r\u001B[K[');
    expect(out).toContain('\r\u001B[K20 articles added');
  });

  test('T1 T26 a name cannot write to the terminal', async () => {
    put('\u001B[2Jevil\u202E.txt', 'Council votes\n\nThe council voted on Monday.');
    const { out } = await run([folder]);
    expect(['\u001B', '\u202E'].filter((character) => out.includes(character))).toEqual([]);
    expect(out).toContain('evil');
  });
});
