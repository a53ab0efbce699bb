import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256Of } from '../../src/article/article.ts';
import { newestQuery } from '../../src/store/articles/read-articles.ts';
import { SQLITE_FILE } from '../../src/store/db/sqlite-connections.ts';
import { openSqlite } from '../../src/store/db/sqlite.ts';
import { draft, EDITOR, sqlitePlace, type Place } from './stores.ts';
import { inEnglish } from '../../src/words/message.ts';

let place: Place;
beforeEach(async () => {
  place = await sqlitePlace();
});
afterEach(() => place.remove());

/** Sentences that would not be in a file by chance. */
const canaries = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => sha256Of(`canary ${from + n}`)).join(' ');

/** All bytes of the archive's files, including the write-ahead log. */
const bytes = (): string =>
  readdirSync(place.dataDir)
    .filter((name) => name.startsWith(SQLITE_FILE))
    .map((name) => readFileSync(path.join(place.dataDir, name), 'latin1'))
    .join('');

/** Changes the closed file from outside. */
function execute(sql: string): void {
  const db = new DatabaseSync(path.join(place.dataDir, SQLITE_FILE));
  db.exec(sql);
  db.close();
}

test('F14 a second process on one store gets an error with exit code 75', async () => {
  await place.open();
  const module = path.resolve('src/store/archive.ts');
  const script = `import { openStore } from ${JSON.stringify(module)};
    try { await openStore({ dataDir: process.argv[1] }); }
    catch (error) { console.error(error.message); process.exitCode = error.exitCode; }`;
  const second = spawnSync(process.execPath, ['--input-type=module', '-e', script, place.dataDir], {
    encoding: 'utf8',
  });
  expect(second.stderr).toContain(
    `Another Pullquote is using the archive in ${place.dataDir}: stop it first`,
  );
  expect(second.status).toBe(75);
});

test('F14 a second process can open the store for reading, and cannot write', async () => {
  const writer = await place.open();
  await writer.guild('1').add([{ draft: draft() }], EDITOR);
  const reader = await place.open({ readOnly: true });
  expect((await reader.guild('1').articles()).articles).toHaveLength(1);
  await writer.guild('1').add([{ draft: draft({ text: 'Second.' }) }], EDITOR);
  expect((await reader.guild('1').articles()).articles).toHaveLength(2);
  await expect(reader.guild('1').retract('council-vote', 'x', '9')).rejects.toMatchObject({
    fault: 'readonly',
  });
});

test('after a failed transaction the next one can write, and readers never see half of a transaction', async () => {
  const db = openSqlite({ dataDir: place.dataDir });
  try {
    await db.transaction(async (tx) => void (await tx.all('CREATE TABLE t (a TEXT)')));
    const failing = db.transaction(async (tx) => {
      await tx.all('INSERT INTO t VALUES (?)', ['half']);
      expect(await db.all('SELECT a FROM t')).toEqual([]);
      throw new Error('power cut');
    });
    const next = db.transaction(async (tx) => void (await tx.all('INSERT INTO t VALUES (?)', ['whole'])));
    await expect(failing).rejects.toThrow('power cut');
    await next;
    expect(await db.all('SELECT a FROM t')).toEqual([{ a: 'whole' }]);
  } finally {
    await db.close();
  }
});

test('transactions that wait at one moment share one commit, after which they are acknowledged in order', async () => {
  const db = openSqlite({ dataDir: place.dataDir });
  await db.transaction(async (tx) => void (await tx.all('CREATE TABLE t (a TEXT)')));
  const ended: string[] = [];
  const put = async (text: string): Promise<void> => {
    await db.transaction(async (tx) => {
      expect(await db.all('SELECT a FROM t')).toEqual([]);
      await tx.all('INSERT INTO t VALUES (?)', [text]);
    });
    ended.push(text);
  };
  await Promise.all(['first', 'second', 'third'].map(put));
  expect(await db.all('SELECT a FROM t')).toEqual([{ a: 'first' }, { a: 'second' }, { a: 'third' }]);
  expect(ended).toEqual(['first', 'second', 'third']);
  await db.close();
});

test('articles are looked up by their ids, however many there are', async () => {
  await (await place.open()).close();
  const db = new DatabaseSync(path.join(place.dataDir, SQLITE_FILE));
  const ids = Array.from({ length: 30 }, (_, n) => `article-${n}`);
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${newestQuery(ids.length)}`).all('1', ...ids);
  db.close();
  const [first] = plan.map(({ detail }) => String(detail));
  expect(first).toContain('(guild=? AND id=?)');
});

test('F11 when a commit fails, nothing of it is there, and the next transaction can write', async () => {
  const db = openSqlite({ dataDir: place.dataDir });
  await db.transaction(async (tx) => {
    await tx.all('CREATE TABLE t (a TEXT PRIMARY KEY)');
    await tx.all('CREATE TABLE u (a TEXT REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED)');
  });
  // The reference is checked by the commit, which then fails for all that share it.
  const orphan = db.transaction(async (tx) => void (await tx.all('INSERT INTO u VALUES (?)', ['orphan'])));
  const beside = db.transaction(async (tx) => void (await tx.all('INSERT INTO t VALUES (?)', ['beside'])));
  const outcomes = await Promise.allSettled([orphan, beside]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect([await db.all('SELECT a FROM t'), await db.all('SELECT a FROM u')]).toEqual([[], []]);
  await db.transaction(async (tx) => void (await tx.all('INSERT INTO t VALUES (?)', ['next'])));
  expect(await db.all('SELECT a FROM t')).toEqual([{ a: 'next' }]);
  await db.close();
});

test('the file uses a write-ahead log, full syncs and secure deletion', async () => {
  const db = openSqlite({ dataDir: place.dataDir });
  const pragmas = await db.transaction(async (tx) => [
    ...(await tx.all('PRAGMA journal_mode')),
    ...(await tx.all('PRAGMA synchronous')),
    ...(await tx.all('PRAGMA secure_delete')),
  ]);
  await db.close();
  expect(pragmas).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { secure_delete: 1 }]);
});

describe('F10 a full disk', () => {
  test('on a full disk adding is refused with the reason, questions are answered, and adding works again afterwards', async () => {
    const db = openSqlite({ dataDir: place.dataDir });
    await db.transaction(async (tx) => void (await tx.all('CREATE TABLE t (a TEXT)')));
    const put = (text: string) =>
      db.transaction(async (tx) => void (await tx.all('INSERT INTO t VALUES (?)', [text])));
    await put('kept');
    const limit = (pages: number) => db.transaction((tx) => tx.all(`PRAGMA max_page_count = ${pages}`));
    await limit(4);
    await expect(put('x'.repeat(100_000))).rejects.toMatchObject({
      fault: 'full',
      message: expect.stringContaining('the disk is full: make room, then add again') as string,
    });
    expect(await db.all('SELECT a FROM t')).toEqual([{ a: 'kept' }]);
    // What shares its commit is refused with it: nothing is acknowledged that is not on the disk.
    const together = await Promise.allSettled([put('small'), put('x'.repeat(100_000)), put('late')]);
    const stored = await db.all<{ a: string }>('SELECT a FROM t');
    for (const [at, text] of ['small', 'x', 'late'].entries())
      expect([text, stored.some(({ a }) => a === text)]).toEqual([
        text,
        together[at]?.status === 'fulfilled',
      ]);
    expect(together[1]).toMatchObject({ status: 'rejected', reason: { fault: 'full' } });
    await db.transaction((tx) => tx.all("DELETE FROM t WHERE a <> 'kept'"));
    await limit(1_000_000);
    await put('after');
    expect(await db.all('SELECT a FROM t')).toEqual([{ a: 'kept' }, { a: 'after' }]);
    await db.close();
  });
});

describe('T27 a retraction', () => {
  test('a retraction erases every sentence of a long or short article from the file', async () => {
    const store = await place.open();
    const archive = store.guild('1');
    for (let n = 0; n < 60; n += 1) {
      await archive.add(
        [{ draft: draft({ id: `a${n}`, text: canaries(n * 1000, 1 + ((n * 7) % 90)) }) }],
        EDITOR,
      );
    }
    await archive.correct(draft({ id: 'a31', text: canaries(900_000, 40) }), EDITOR);
    await store.close();
    const again = (await place.open()).guild('1');
    expect(bytes()).toContain(sha256Of('canary 31000'));
    for (const n of [31, 3, 59]) await again.retract(`a${n}`, 'Wrong.', '9');

    const left = bytes();
    const gone = [canaries(31_000, 90), canaries(3000, 90), canaries(59_000, 90), canaries(900_000, 40)]
      .join(' ')
      .split(' ');
    expect(gone.filter((hash) => left.includes(hash))).toEqual([]);
    expect(left).toContain(sha256Of('canary 30000'));
  });
});

describe('F13 a damaged file', () => {
  test('an article whose bytes changed is reported and never read as live', async () => {
    const store = await place.open();
    await store.guild('1').add([{ draft: draft({ id: 'a', text: 'Mayor pays 500 dollars.' }) }], EDITOR);
    await store.guild('1').add([{ draft: draft({ id: 'b', text: 'Nothing happened.' }) }], EDITOR);
    await store.close();
    const file = path.join(place.dataDir, SQLITE_FILE);
    writeFileSync(
      file,
      Buffer.from(readFileSync(file, 'latin1').replace('500 dollars', '900 dollars'), 'latin1'),
    );

    const archive = (await place.open()).guild('1');
    const { articles, damaged } = await archive.articles();
    expect(articles.map(({ article }) => article.id)).toEqual(['b']);
    expect(damaged.map(({ told }) => inEnglish(told))).toEqual([
      'The stored text of “a”, revision 1, is damaged and is not quoted: stop Pullquote and run “pullquote restore FILE” with your last backup.',
    ]);
    expect(await archive.article('a')).toMatchObject({ state: 'damaged' });
    expect(await archive.revision('a', 1)).toMatchObject({ state: 'damaged' });
  });

  test('an unreadable page of the file hides only the articles on it', async () => {
    const store = await place.open();
    for (let n = 0; n < 40; n += 1) {
      await store.guild('1').add([{ draft: draft({ id: `a${n}`, text: canaries(n * 1000, 300) }) }], EDITOR);
    }
    await store.close();
    const file = path.join(place.dataDir, SQLITE_FILE);
    const content = readFileSync(file);
    // An overflow page starts with the next page's number, so an impossible number truncates the text.
    const inside = content.indexOf(sha256Of('canary 20100'));
    content.writeUInt32BE(0xfffffff0, Math.floor(inside / 4096) * 4096);
    writeFileSync(file, content);

    const { articles, damaged } = await (await place.open()).guild('1').articles();
    expect(damaged.map(({ id }) => id)).toEqual(['a20']);
    expect(articles).toHaveLength(39);
  });

  test('a file that is not a database is refused, and the error names the restore command', async () => {
    writeFileSync(path.join(place.dataDir, SQLITE_FILE), 'x'.repeat(8192));
    await expect(place.open()).rejects.toMatchObject({
      fault: 'damaged',
      message: expect.stringContaining(
        'is not a database: stop Pullquote and run “pullquote restore FILE”',
      ) as string,
    });
  });
});

describe('F22 the schema', () => {
  test('the schema of a newer version is refused in one line', async () => {
    await (await place.open()).close();
    execute(`INSERT INTO migration VALUES (99, 'from the future')`);
    await expect(place.open()).rejects.toMatchObject({
      fault: 'newer',
      exitCode: 78,
      message: expect.stringMatching(
        /^The archive \S+ was written by a newer Pullquote \(schema \d+, this one knows \d+\): update Pullquote\.$/u,
      ) as string,
    });
  });

  test('the schema of another program is refused', async () => {
    execute('CREATE TABLE article (title TEXT)');
    await expect(place.open()).rejects.toMatchObject({ fault: 'broken' });
  });
});
