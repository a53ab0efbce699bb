import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startNode, type SearchNode } from '../../lab/opensearch/node.ts';
import type { EngineState } from '../../src/desk/engine-state.ts';
import { startFeeder, type Feeder } from '../../src/newsroom/engine/feeder.ts';
import { rebuild } from '../../src/newsroom/engine/rebuild.ts';
import { anything, connectEngine, type EngineClient } from '../../src/search/index/opensearch/client.ts';
import { createLayout, type Layout } from '../../src/search/index/opensearch/layout.ts';
import { createWriter } from '../../src/search/index/opensearch/writer.ts';
import type { Store } from '../../src/store/archive.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import { heldIn } from './held.ts';

const SERVER = '100000000000000001';
const OTHER = '100000000000000002';

let node: SearchNode;
let client: EngineClient;
let layout: Layout;
let place: Place;
let store: Store;
let feeder: Feeder | undefined;

beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.remove());
beforeEach(async () => {
  client = connectEngine(node.url);
  // Not cached, because the tests change the indexes behind the aliases.
  let clock = 0;
  layout = createLayout(client, () => (clock += 1_000_000));
  place = await sqlitePlace();
  store = await place.open({ searchEngine: true });
});
afterEach(async () => {
  await feeder?.close();
  feeder = undefined;
  await client.send({ method: 'DELETE', path: '/pullquote-*', patience: 'long' }, anything);
  await client.close();
  await place.remove();
});

function feed(): Feeder {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const pause = (_: number, signal: AbortSignal): Promise<void> =>
    sleep(50, undefined, { signal }).catch(() => undefined);
  const writer = createWriter(client);
  feeder = startFeeder({ store, layout, writer, place: 'here', now: () => new Date(), log, pause });
  return feeder;
}

/** Waits for a state. */
async function until(wanted: (state: EngineState) => boolean): Promise<EngineState> {
  for (const end = Date.now() + 60_000; ;) {
    const state = await feeder?.state();
    if (state && wanted(state)) return state;
    if (Date.now() > end) throw new Error(`Still ${JSON.stringify(state)}.`);
    await sleep(50);
  }
}
const untilTold = (): Promise<EngineState> =>
  until(({ outbox, reconciled, problem }) => outbox.waiting === 0 && !!reconciled && problem === undefined);

const add = (id: string, server = SERVER, text = `The text of ${id}.\n\nIts second sentence. A third one.`) =>
  store.guild(server).add([{ draft: draft({ id, headline: `About ${id}`, text }) }], EDITOR);

const held = (): Promise<Record<string, number>> => heldIn(client);

describe('changes in the store reach the index', () => {
  test('additions, corrections, retractions, restorations and purges arrive once and completely', async () => {
    feed();
    await add('a');
    await add('b');
    await add('c', OTHER);
    await untilTold();
    // Three sentences and the article.
    expect(await held()).toEqual({ '1 a.1': 4, '1 b.1': 4, '2 c.1': 4 });

    await store.guild(SERVER).correct(draft({ id: 'a', text: 'One sentence now.' }), EDITOR);
    await store.guild(SERVER).retract('b', 'wrong', '7');
    await untilTold();
    expect(await held()).toEqual({ '1 a.2': 2, '2 c.1': 4 });

    await store.guild(SERVER).restore(draft({ id: 'b', text: 'It is back.' }), EDITOR);
    await store.memberships.left('app', OTHER);
    await store.memberships.letGo('app', OTHER);
    await untilTold();
    expect(await held()).toEqual({ '1 a.2': 2, '1 b.2': 2 });
  });

  test('an existing archive is indexed at start-up', async () => {
    await store.close();
    store = await place.open();
    await add('a');
    feed();
    await untilTold();
    expect(await held()).toEqual({ '1 a.1': 4 });
  });

  test('changes while the node is down arrive when it is back, and the state shows them meanwhile', async () => {
    feed();
    await add('a');
    await untilTold();
    await node.kill();
    await add('b');
    await store.guild(SERVER).retract('a', 'wrong', '7');
    const down = await until(({ problem }) => problem !== undefined);
    expect(down).toMatchObject({
      problem: { say: 'engine.down' },
      outbox: { waiting: 2 },
    });
    await node.restart();
    await untilTold();
    expect(await held()).toEqual({ '1 b.1': 4 });
  });

  test('a read-only index is named, and changes keep waiting', async () => {
    feed();
    await add('a');
    await untilTold();
    const index = (await layout.current('shared')) ?? '';
    const block = (on: boolean): Promise<unknown> =>
      client.send(
        { method: 'PUT', path: `/${index}/_settings`, body: { 'index.blocks.write': on }, patience: 'write' },
        anything,
      );
    await block(true);
    await add('b');
    const state = await until(({ problem }) => problem !== undefined);
    expect(state).toMatchObject({
      problem: { say: 'engine.readonly' },
      outbox: { waiting: 1 },
    });
    await block(false);
    await untilTold();
    expect(await held()).toEqual({ '1 a.1': 4, '1 b.1': 4 });
  });

  test('a delayed write does not hide a later one', async () => {
    feed();
    await add('a');
    await untilTold();
    const early = await store.guild(SERVER).change();
    await store.guild(SERVER).setVisibility('a', { channels: ['3'] });
    await untilTold();
    const writer = createWriter(client);
    const alias = await layout.aliasOf(SERVER);
    const found = await store.guild(SERVER).article('a');
    if (found.state !== 'live') throw new Error('It is live.');
    const { documentOf } = await import('../../src/article/document.ts');
    await writer.put(alias, SERVER, [{ document: documentOf(found.stored.article), visibility: {} }], {
      change: early,
      replace: false,
    });
    await writer.refresh(alias);
    expect(await writer.heads(alias, SERVER, '', 10)).toEqual([
      { id: 'a', revision: 1, visibility: { channels: ['3'] } },
    ]);
  });
});

describe('a comparison of store and index', () => {
  test('repairs missing, outdated, surplus and incomplete articles, and counts them', async () => {
    feed();
    for (const id of ['a', 'b', 'c', 'd', 'e']) await add(id);
    await untilTold();
    const alias = await layout.aliasOf(SERVER);
    await createWriter(client).refresh(alias);
    const by = (query: object): Promise<unknown> =>
      client.send(
        {
          method: 'POST',
          path: `/${alias}/_delete_by_query`,
          query: { refresh: true },
          body: { query },
          patience: 'long',
        },
        anything,
      );
    await by({ term: { article: 'a' } });
    await by({ bool: { filter: [{ term: { article: 'b' } }, { exists: { field: 'n' } }] } });
    // A store without the engine, whose changes the engine misses.
    await feeder?.close();
    await store.close();
    store = await place.open();
    await store.guild(SERVER).correct(draft({ id: 'c', text: 'New.' }), EDITOR);
    await store.guild(SERVER).retract('d', 'wrong', '7');
    feed();
    const { reconciled } = await until((state) => state.reconciled !== undefined);
    expect(reconciled?.servers.get(SERVER)).toEqual({ missing: 1, outdated: 2, surplus: 1 });
    expect(await held()).toEqual({ '1 a.1': 4, '1 b.1': 4, '1 c.2': 2, '1 e.1': 4 });
  });

  test('removes a server of any size that the store does not have', async () => {
    feed();
    await add('a');
    await untilTold();
    await feeder?.close();
    const alias = await layout.aliasOf(SERVER);
    // As many as the engine's answer to one deletion could not tell of in its headers.
    for (let page = 0; page < 45; page += 1) {
      const lines = Array.from({ length: 2000 }, (_, n) => [
        { index: { _index: alias, _id: `${page}/${n}` } },
        { server: OTHER, article: `x${n}`, revision: 1 },
      ]).flat();
      await client.send({ method: 'POST', path: '/_bulk', lines, patience: 'long' }, anything);
    }
    await createWriter(client).refresh(alias);
    feed();
    const { reconciled } = await untilTold();
    expect(reconciled?.servers.get(OTHER)).toEqual({ missing: 0, outdated: 0, surplus: 1 });
    expect(await held()).toEqual({ '1 a.1': 4 });
  });

  test('removes from the shared index what has its own, though the process that moved it was killed', async () => {
    feed();
    await add('a');
    await add('b', OTHER);
    await untilTold();
    await feeder?.close();
    const shared = await layout.current('shared');
    await layout.publish({ server: SERVER }, await layout.create({ server: SERVER }, 1));
    feed();
    await untilTold();
    expect(await createWriter(client).servers(shared as string)).toEqual([OTHER]);
    const own = await layout.current({ server: SERVER });
    expect(await createWriter(client).servers(own as string)).toEqual([SERVER]);
  });

  test('trusts a restored backup, although its change numbers are lower', async () => {
    feed();
    await add('a');
    await untilTold();
    const backup = `${place.dataDir}/backup.sqlite`;
    await store.backup(backup);
    for (const text of ['Second.', 'Third.', 'Fourth.'])
      await store.guild(SERVER).correct(draft({ id: 'a', text }), EDITOR);
    await untilTold();
    await feeder?.close();
    await store.close();
    const { restoreStore } = await import('../../src/store/safety/restore.ts');
    await restoreStore(place, backup);
    store = await place.open({ searchEngine: true });
    feed();
    await untilTold();
    expect(await held()).toEqual({ '1 a.1': 4 });
  });
});

const settingsAnswer = z.record(z.string(), z.object({ settings: z.record(z.string(), z.unknown()) }));

/** How an index is refreshed, copied and made durable. */
async function keptAs(index: string): Promise<unknown[]> {
  const path = `/${index}/_settings?flat_settings=true`;
  const found = await client.send({ method: 'GET', path }, settingsAnswer);
  const { settings = {} } = found[index] ?? {};
  return ['refresh_interval', 'auto_expand_replicas', 'translog.durability'].map(
    (name) => settings[`index.${name}`],
  );
}

describe('a rebuild', () => {
  test('skips settings that only an index in use needs', async () => {
    await add('a');
    const index = await layout.create('shared', 1);
    expect(await keptAs(index)).toEqual(['-1', 'false', 'async']);
    const writer = createWriter(client);
    await rebuild('shared', { store, layout, writer, signal: new AbortController().signal });
    expect(await layout.current('shared')).toBe(index);
    expect(await keptAs(index)).toEqual(['1s', '0-1', 'request']);
    expect(await held()).toEqual({ '1 a.1': 4 });
  });

  test('is started by one process and finished by another, while the old index is in use', async () => {
    feed();
    for (let n = 0; n < 30; n += 1) await add(`article-${n}`);
    await untilTold();
    const before = await layout.current('shared');
    const writer = createWriter(client);
    const index = await layout.create('shared', 1);
    const found = await store.guild(SERVER).article('article-0');
    if (found.state !== 'live') throw new Error('It is live.');
    const { documentOf } = await import('../../src/article/document.ts');
    await writer.put(index, SERVER, [{ document: documentOf(found.stored.article), visibility: {} }], {
      change: 1,
      replace: false,
    });
    expect(await layout.current('shared')).toBe(before);

    const seen: number[] = [];
    const options = { store, layout, writer, signal: new AbortController().signal };
    await rebuild('shared', { ...options, onProgress: ({ done }) => seen.push(done) });
    expect(await layout.current('shared')).toBe(index);
    expect(seen.at(-1)).toBe(30);
    expect(Object.keys(await held())).toHaveLength(30);
  });
});
