import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoreError } from '../../src/store/db/db.ts';
import { migrate } from '../../src/store/db/migrate.ts';
import { GUILD_TABLES, MIGRATIONS } from '../../src/store/db/migrations.ts';
import { readLedger } from '../../src/store/safety/retraction-ledger.ts';
import { restoreStore } from '../../src/store/safety/restore.ts';
import { SQLITE_FILE } from '../../src/store/db/sqlite-connections.ts';
import { openSqlite } from '../../src/store/db/sqlite.ts';
import { draft, EDITOR, sqlitePlace, type Place } from './stores.ts';

let place: Place;
let file: string;
beforeEach(async () => {
  place = await sqlitePlace();
  file = path.join(place.dataDir, SQLITE_FILE);
});
afterEach(() => place.remove());

const names = () => fs.readdirSync(place.dataDir).toSorted();

describe('F22 an update of the schema', () => {
  /** A store as the first version wrote it. */
  async function oldStore(): Promise<void> {
    const db = openSqlite({ dataDir: place.dataDir });
    await migrate(db, async () => undefined, MIGRATIONS.slice(0, 1));
    const long = '2020-01-01T00:00:00.000Z';
    await db.transaction(async (tx) => {
      await tx.all(`INSERT INTO guild (id, change, left_at) VALUES ('7', 3, NULL), ('8', 1, ?)`, [long]);
    });
    await db.close();
  }

  test('an update leaves a copy of the store before it, which the next retraction removes', async () => {
    await oldStore();
    const store = await place.open();
    const copy = path.join(place.dataDir, 'before-update-of-schema-1.sqlite');
    const old = new DatabaseSync(copy, { readOnly: true });
    expect(old.prepare('SELECT id, change FROM guild').all()).toEqual([
      { id: '7', change: 3 },
      { id: '8', change: 1 },
    ]);
    expect(old.prepare('SELECT n FROM migration').all()).toEqual([{ n: 1 }]);
    old.close();
    await store.guild('7').add([{ draft: draft() }], EDITOR);
    expect(fs.existsSync(copy)).toBe(true);
    await store.guild('7').retract('council-vote', 'Wrong.', '9');
    expect(fs.existsSync(copy)).toBe(false);
  });

  test('F21 an update assigns servers without a recorded bot to no bot, so that none marks or removes them', async () => {
    await oldStore();
    const { memberships, housekeeping } = await place.open();
    await memberships.present('one', []);
    await memberships.absent('one', 1_000_000_000);
    expect(await memberships.overdue('one', 0)).toEqual([]);
    for (const guild of ['7', '8']) expect(await memberships.letGo('one', guild)).toBe(false);
    expect(await housekeeping.guilds()).toEqual([{ guildId: '7' }, { guildId: '8' }]);
    await memberships.present('two', ['7']);
    await memberships.present('two', []);
    await memberships.absent('two', 100);
    expect(await memberships.overdue('one', 0)).toEqual([]);
    expect(await memberships.overdue('two', 100)).toEqual(['7']);
  });

  test('opening read-only does not update the store, and the error names the remedy', async () => {
    await oldStore();
    await expect(place.open({ readOnly: true })).rejects.toThrow(
      /needs an update: run “pullquote start” once/u,
    );
    expect(names()).not.toContain('before-update-of-schema-1.sqlite');
  });
});

describe('T27 retracted bytes', () => {
  test('retracted bytes that a reader keeps in the log are reported, and are gone when the store is closed', async () => {
    const troubles: StoreError[] = [];
    const store = await place.open({ onTrouble: (error) => troubles.push(error) });
    const text = 'A sentence that must go. '.repeat(300);
    await store.guild('1').add([{ draft: draft({ text }) }], EDITOR);
    const reader = new DatabaseSync(file, { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM article').all();
    expect(await store.guild('1').retract('council-vote', 'Wrong.', '9')).toMatchObject({
      outcome: 'retracted',
    });
    expect(troubles.map(({ message }) => message)).toEqual([
      `Another program reads ${file}: deleted text stays in its log until that ends.`,
    ]);
    reader.close();
    await store.close();
    const left = names().map((name) => fs.readFileSync(path.join(place.dataDir, name), 'latin1'));
    expect(left.join('')).not.toContain('A sentence that must go.');
    expect(left.join('')).toContain('council-vote');
  });

  test('the bytes of vectors are erased together with the text that they were made of', async () => {
    const store = await place.open();
    const vectors = new TextEncoder().encode('made of what must go '.repeat(400));
    for (const id of ['kept', 'gone']) {
      await store.guild('1').add([{ draft: draft({ id, text: `Text of ${id}.` }) }], EDITOR);
      const mark = id === 'kept' ? vectors.toReversed() : vectors;
      await store.guild('1').vectors.put(id, 1, { madeOf: id, vectors: mark });
    }
    await store.guild('1').retract('gone', 'Wrong.', '9');
    const left = names()
      .map((name) => fs.readFileSync(path.join(place.dataDir, name), 'latin1'))
      .join('');
    expect(left).not.toContain('made of what must go');
    expect(left).toContain(' og tsum tahw fo edam');
  });

  test('the ledger has no retracted text, but the last state of each article', async () => {
    const store = await place.open();
    const archive = store.guild('1');
    await archive.add([{ draft: draft({ id: 'a', text: 'A secret.' }) }], EDITOR);
    await store.guild('2').add([{ draft: draft({ id: 'b', text: 'B secret.' }) }], EDITOR);
    await archive.retract('a', 'Wrong.', '9');
    await store.guild('2').retract('b', 'Wrong.', '9');
    await archive.restore(draft({ id: 'a', text: 'Another.' }), EDITOR);
    const ledger = path.join(place.dataDir, 'retractions.jsonl');
    expect(fs.readFileSync(ledger, 'utf8')).not.toContain('secret');
    fs.appendFileSync(ledger, '{"article":{"guild":"1","id":"cut o');
    expect(
      readLedger(place.dataDir).map(({ article, revisions }) => [
        article['id'],
        article['state'],
        revisions.length,
      ]),
    ).toEqual([
      ['a', 'live', 1],
      ['b', 'retracted', 1],
    ]);
    await store.memberships.left('app', '2');
    await store.memberships.letGo('app', '2');
    expect(fs.readFileSync(ledger, 'utf8')).not.toContain('"2"');
  });

  test('a retraction whose line was lost in a crash is in the ledger after the next start', async () => {
    const store = await place.open();
    await store.guild('1').add([{ draft: draft() }], EDITOR);
    await store.guild('1').retract('council-vote', 'Wrong.', '9');
    await store.close();
    fs.rmSync(path.join(place.dataDir, 'retractions.jsonl'));
    await place.open();
    expect(readLedger(place.dataDir)).toHaveLength(1);
  });
});

test('T27 neither a retracted text nor a word of it is left in the files, only keyed hashes', async () => {
  const store = await place.open();
  const text =
    'Zorblax said: “The quibbling must finally come to an end.” Snorkeldom followed within an hour of it.';
  await store.guild('1').add([{ draft: draft({ text }) }], EDITOR);
  await store.guild('1').retract('council-vote', 'Wrong.', '9');
  expect(await store.guild('1').retractedHolding('The quibbling must finally come to an end')).toHaveLength(
    1,
  );
  await store.close();
  const left = names()
    .map((name) => fs.readFileSync(path.join(place.dataDir, name), 'latin1'))
    .join('');
  for (const word of ['Zorblax', 'zorblax', 'quibbling', 'Snorkeldom', 'snorkeldom'])
    expect(left).not.toContain(word);
  const plain = createHash('sha256').update('the quibbling must finally come to an end').digest('hex');
  expect(left).not.toContain(plain.slice(0, 16));
});

test('T27 a retraction that comes back with an older backup is still recognised', async () => {
  const store = await place.open();
  const text = 'The quibbling must finally come to an end, said the mayor of the town.';
  await store.guild('1').add([{ draft: draft({ text }) }], EDITOR);
  const backup = path.join(place.dataDir, 'backup.sqlite');
  await store.backup(backup);
  await store.guild('1').retract('council-vote', 'Wrong.', '9');
  await store.close();
  await restoreStore(place, backup);
  const again = (await place.open()).guild('1');
  expect(await again.article('council-vote')).toMatchObject({ state: 'retracted' });
  expect(await again.retractedHolding('The quibbling must finally come to an end')).toHaveLength(1);
});

describe('F13 a file that cannot be read any more', () => {
  test('a restore replaces an unreadable file with later retractions applied, and keeps it until the next retraction', async () => {
    const store = await place.open();
    const archive = store.guild('1');
    await archive.add([{ draft: draft({ id: 'a', text: 'One.' }) }], EDITOR);
    await archive.add([{ draft: draft({ id: 'b', text: 'Two.' }) }], EDITOR);
    const backup = path.join(place.dataDir, 'backup.sqlite');
    await store.backup(backup);
    await archive.retract('a', 'Wrong.', '9');
    await store.close();
    fs.writeFileSync(file, 'ruined '.repeat(2000));
    await expect(place.open()).rejects.toMatchObject({ fault: 'damaged' });

    expect(await restoreStore(place, backup)).toMatchObject({ articles: 1, retractions: 1, problems: [] });
    expect(fs.readFileSync(path.join(place.dataDir, 'replaced-by-restore.sqlite'), 'latin1')).toContain(
      'ruined',
    );
    const again = (await place.open()).guild('1');
    expect(await again.article('a')).toMatchObject({ state: 'retracted' });
    expect(await again.article('b')).toMatchObject({ state: 'live' });
    await again.retract('b', 'Wrong.', '9');
    expect(names()).not.toContain('replaced-by-restore.sqlite');
  });

  test('F14 a restore refuses a store that is in use', async () => {
    const store = await place.open();
    const backup = path.join(place.dataDir, 'backup.sqlite');
    await store.backup(backup);
    await expect(restoreStore(place, backup)).rejects.toMatchObject({ fault: 'locked', exitCode: 75 });
  });

  test('verify names the damaged articles', async () => {
    const store = await place.open();
    await store.guild('1').add([{ draft: draft({ id: 'a', text: 'Mayor pays 500 dollars.' }) }], EDITOR);
    await store.guild('1').add([{ draft: draft({ id: 'b', text: 'Nothing happened.' }) }], EDITOR);
    await store.close();
    const content = fs.readFileSync(file, 'latin1').replace('500 dollars', '900 dollars');
    fs.writeFileSync(file, Buffer.from(content, 'latin1'));
    const found = await (await place.open()).verify();
    expect(found).toMatchObject({
      articles: 2,
      revisions: 2,
      damaged: [{ guildId: '1', id: 'a', revision: 1 }],
    });
  });
});

test('F21 purging a guild deletes its rows from every table that has guilds', async () => {
  await (await place.open()).close();
  const db = new DatabaseSync(file, { readOnly: true });
  const sql = `SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'guild'`;
  const tables = db.prepare(sql).all();
  expect(new Set(tables.map(({ name }) => name))).toEqual(new Set(GUILD_TABLES));
  db.close();
});
