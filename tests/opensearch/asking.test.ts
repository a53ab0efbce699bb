import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startNode, type SearchNode } from '../../lab/opensearch/node.ts';
import type { Asker } from '../../src/desk/ports.ts';
import type { Store } from '../../src/store/archive.ts';
import { askingContract, FACTORY, say as sayIn, TRAMS } from '../newsroom/asking.ts';
import { EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import { editor, GUILD, newsroomOver, OTHER_GUILD, someone, type TestNewsroom } from '../support/newsroom.ts';
import { enginePlace, type EnginePlace } from './engine-place.ts';

let node: SearchNode;
let place: Place;
let store: Store;
let engine: EnginePlace;
let newsroom: TestNewsroom;

beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.remove());
beforeEach(async () => {
  place = await sqlitePlace();
  store = await place.open({ searchEngine: true });
  engine = enginePlace(node, store);
  newsroom = newsroomOver(store, { searchEngine: engine.link, now: () => new Date() });
});
afterEach(async () => {
  newsroom.close();
  await engine.remove();
  await place.remove();
});

const say = (name: string, raw: object, asker?: Asker): Promise<string> => sayIn(newsroom, name, raw, asker);

describe('with a search engine the same commands answer', () => {
  beforeEach(async () => {
    await store.guild(GUILD).add([{ draft: FACTORY }, { draft: TRAMS }], EDITOR);
    await engine.settled();
  });

  askingContract(() => newsroom);

  test('a retracted article is gone when retract answers, even if the engine is behind', async () => {
    await engine.feeder.close();
    await store.guild(GUILD).retract('factory', 'wrong', '7');
    const text = await say('ask', { question: 'Where will Halden Motors build a factory?' });
    expect(text).not.toContain('Tromsø');
    expect(await say('quote', { phrase: 'opens on 3 May' })).not.toContain('Ingrid');
  });

  test('a corrected article is quoted as it now reads, even if the engine is behind', async () => {
    await engine.feeder.close();
    await store
      .guild(GUILD)
      .correct({ ...FACTORY, text: 'Halden Motors will build a factory in Narvik.' }, EDITOR);
    const text = await say('ask', { question: 'Where will Halden Motors build a factory?' });
    expect(text).toContain('Narvik');
    expect(text).not.toContain('Tromsø');
  });
});

describe('a failing search engine is reported, and never gives partial answers', () => {
  test('when killed, questions get one sentence, editors can add, /status reports it, and it recovers by itself', async () => {
    await store.guild(GUILD).add([{ draft: FACTORY }], EDITOR);
    await engine.settled();
    await node.kill();
    const question = { question: 'Where will Halden Motors build a factory?' };
    expect(await say('ask', question)).toMatch(/^The search engine does not answer[^.]*\.$/u);
    await store.guild(GUILD).add([{ draft: TRAMS }], EDITOR);
    expect(await say('article', { subcommand: 'show', article: 'factory' }, editor())).toContain('Halden');
    expect(await say('status', {}, editor())).toContain('2 articles of this server');
    await node.restart();
    await engine.settled();
    expect(await say('ask', question)).toContain('factory.r1.s1');
    expect(await say('ask', { question: 'What came back to Brno?' })).toContain('trams.r1.s1');
  });

  test('when silent, the asker gets a reply before Discord’s deadline', async () => {
    await store.guild(GUILD).add([{ draft: FACTORY }], EDITOR);
    await engine.settled();
    node.pause();
    try {
      const begun = performance.now();
      expect(await say('ask', { question: 'Where is the factory?' })).toContain('too long');
      expect(performance.now() - begun).toBeLessThan(10_000);
    } finally {
      node.resume();
    }
  });

  test('without its index, the reply says that the index is being built', async () => {
    await engine.feeder.close();
    const { layout, writer } = engine.link;
    const current = await layout.current('shared');
    expect(writer).toBeDefined();
    if (current !== undefined) {
      const { anything } = await import('../../src/search/index/opensearch/client.ts');
      await engine.link.client.send({ method: 'DELETE', path: `/${current}`, patience: 'long' }, anything);
    }
    layout.forget();
    expect(
      await say('ask', { question: 'Where is the factory?' }, someone({ guildId: OTHER_GUILD })),
    ).toContain('being built');
  });
});
