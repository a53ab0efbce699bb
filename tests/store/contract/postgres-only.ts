import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../../src/store/archive.ts';
import type { StoreChange } from '../../../src/store/changes.ts';
import type { StoreError } from '../../../src/store/db/db.ts';
import { openPostgres } from '../../../src/store/db/postgres.ts';
import { SQLITE_FILE } from '../../../src/store/db/sqlite-connections.ts';
import type { RealPostgres } from '../real-postgres.ts';
import { untilBack } from '../../../src/terminal/until-back.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';

/** Waits for something that another process or the server does. */
async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await setTimeout(20);
}

const answers = (store: Store) =>
  store
    .guild('1')
    .article('council-vote')
    .then(
      ({ state }) => state === 'live',
      () => false,
    );

/** A PostgreSQL server that several processes share and that goes up and down. */
export function postgresContract(makePlace: MakePlace, theServer: () => RealPostgres): void {
  let server: RealPostgres;
  let place: Place;
  beforeEach(async () => {
    server = theServer();
    place = await makePlace();
  });
  afterEach(() => place.remove());

  describe('two processes on one PostgreSQL', () => {
    test('open it at the same time, and create the schema once', async () => {
      const stores = await Promise.all([place.open(), place.open(), place.open()]);
      for (const [n, store] of stores.entries()) {
        await store.guild('1').add([{ draft: draft({ text: `Text ${n}.` }) }], EDITOR);
      }
      const { articles } = await stores[0].guild('1').articles();
      expect(articles.map(({ article }) => article.id)).toEqual([
        'council-vote',
        'council-vote-2',
        'council-vote-3',
      ]);
    });

    test('add to one guild at the same time with distinct ids', async () => {
      const stores = await Promise.all([place.open(), place.open()]);
      const adding = Array.from({ length: 12 }, (_, n) =>
        stores[n % 2]!.guild('1').add([{ draft: draft({ text: `Text ${n}.` }) }], EDITOR),
      );
      const outcomes = (await Promise.all(adding)).flat();
      expect(new Set(outcomes.map((added) => added.outcome))).toEqual(new Set(['added']));
      const { articles } = await stores[0].guild('1').articles();
      expect(new Set(articles.map(({ article }) => article.id)).size).toBe(12);
    });

    test('get each other’s changes once, and their own immediately', async () => {
      const [here, there] = [await place.open(), await place.open()];
      const heard: Record<'here' | 'there', StoreChange[]> = { here: [], there: [] };
      here.onChange((change) => heard.here.push(change));
      there.onChange((change) => heard.there.push(change));
      await until(() => heard.here.length > 0 && heard.there.length > 0);
      expect([heard.here, heard.there]).toEqual([[{ kind: 'missed' }], [{ kind: 'missed' }]]);

      await here.guild('1').add([{ draft: draft() }], EDITOR);
      const added: StoreChange = { kind: 'added', guildId: '1', ids: ['council-vote'] };
      expect(heard.here).toEqual([{ kind: 'missed' }, added]);
      await until(() => heard.there.length > 1);
      await here.guild('1').retract('council-vote', 'Wrong.', '9');
      await until(() => heard.there.length > 2);
      const retracted: StoreChange = { kind: 'retracted', guildId: '1', ids: ['council-vote'] };
      expect(heard.there).toEqual([{ kind: 'missed' }, added, retracted]);
      expect(heard.here).toEqual([{ kind: 'missed' }, added, retracted]);
    });

    test('get a change of 200 articles completely', async () => {
      const [here, there] = [await place.open(), await place.open()];
      const ids: string[] = [];
      let listening = false;
      there.onChange((change) => {
        if (change.kind === 'missed') listening = true;
        else ids.push(...change.ids);
      });
      const long = 'x'.repeat(70);
      await until(() => listening);
      const arrivals = Array.from({ length: 200 }, (_, n) => ({
        draft: draft({ id: `${long}-${n}`, text: `Text ${n}.` }),
      }));
      await here.guild('1').add(arrivals, EDITOR);
      await until(() => ids.length >= 200);
      expect(ids).toEqual(arrivals.map(({ draft: { id } }) => id));
    });
  });

  describe('F18 PostgreSQL', () => {
    test('when down at start-up, the program starts, says so, and answers once it is back', async () => {
      await (await place.open()).guild('1').add([{ draft: draft() }], EDITOR);
      await server.stop();
      const store = await place.open();
      await expect(store.guild('1').article('council-vote')).rejects.toMatchObject({
        fault: 'unreachable',
        exitCode: 69,
        message: expect.stringMatching(
          /^PostgreSQL at 127\.0\.0\.1:\d+\/postgres .*it is tried again\.$/u,
        ) as string,
      });
      await server.start();
      await until(() => answers(store));
    });

    test('when stopped, the program says so, listens again, and knows that it may have missed changes', async () => {
      const troubles: StoreError[] = [];
      const store = await place.open({ onTrouble: (error) => troubles.push(error) });
      const changes: StoreChange[] = [];
      store.onChange((change) => changes.push(change));
      await store.guild('1').add([{ draft: draft() }], EDITOR);
      await until(() => changes.length === 2);
      await server.stop();
      await expect(store.guild('1').articles()).rejects.toMatchObject({ fault: 'unreachable' });
      await expect(
        store.guild('1').add([{ draft: draft({ text: 'Unheard.' }) }], EDITOR),
      ).rejects.toMatchObject({
        fault: 'unreachable',
      });
      await server.start();
      await until(() => answers(store));
      await until(() => changes.length === 3);
      expect(changes.at(-1)).toEqual({ kind: 'missed' });
      expect(troubles.length).toBeGreaterThan(0);
      const other = await place.open();
      await other.guild('1').retract('council-vote', 'Wrong.', '9');
      await until(() => changes.length === 4);
      expect(changes.at(-1)).toMatchObject({ kind: 'retracted' });
    });

    test('when silent, no statement waits forever', async () => {
      const store = await place.open();
      await store.guild('1').add([{ draft: draft() }], EDITOR);
      server.pause();
      await expect(store.guild('1').article('council-vote')).rejects.toMatchObject({ fault: 'unreachable' });
      await expect(store.guild('1').retract('council-vote', 'x', '9')).rejects.toMatchObject({
        fault: 'unreachable',
      });
      server.resume();
      await until(() => answers(store));
    });

    test('when restarted during an import, all articles are there in the end', async () => {
      const store = await place.open({ patienceMs: 20_000 });
      const told = new PassThrough();
      const persist = untilBack({ errors: told }, () => performance.now(), setTimeout);
      await server.stop();
      const added = persist(() => store.guild('1').add([{ draft: draft() }], EDITOR));
      await until(() => told.readableLength > 0);
      await server.start();
      expect(await added).toMatchObject([{ outcome: 'added' }]);
    });

    test('when misconfigured, is named without the password', async () => {
      const url = place.databaseUrl!.replace('tester@', 'tester:s3cret@').replace('/postgres', '/nowhere');
      const failed = openStore({ dataDir: place.dataDir, databaseUrl: url });
      await expect(failed).rejects.toThrow(
        /\/nowhere has no such database: create it, or check DATABASE_URL\.$/u,
      );
      await expect(failed).rejects.not.toThrow(/s3cret/u);
    });
  });

  test('a failed transaction leaves nothing, even if its error was swallowed', async () => {
    const db = openPostgres({ url: place.databaseUrl! });
    await db.transaction(async (tx) => void (await tx.all('CREATE TABLE t (a TEXT)')));
    const heard: unknown[] = [];
    db.listen((message) => heard.push(message));
    const half = db.transaction(async (tx) => {
      await tx.all('INSERT INTO t VALUES (?)', ['half']);
      await tx.notify('half');
      await tx.all('NOT SQL').catch(() => undefined);
    });
    await expect(half).rejects.toThrow(/rolled back a transaction|failed/u);
    expect(await db.all('SELECT a FROM t')).toEqual([]);
    expect(heard).not.toContain('half');
    await db.close();
  });

  test('a copy of a PostgreSQL archive is a SQLite archive with the same articles', async () => {
    const store = await place.open();
    const arrivals = Array.from({ length: 1200 }, (_, n) => ({
      draft: draft({ id: `a${n}`, text: `Text ${n}, “quoted”.` }),
    }));
    await store.guild('1').add(arrivals, EDITOR);
    const copies = path.join(place.dataDir, 'copies');
    mkdirSync(copies);
    const db = openPostgres({ url: place.databaseUrl! });
    await db.copyTo(path.join(copies, SQLITE_FILE));
    await db.close();
    const copy = await openStore({ dataDir: copies, readOnly: true });
    expect(await copy.guild('1').articles()).toEqual(await store.guild('1').articles());
    await copy.close();
  });
}
