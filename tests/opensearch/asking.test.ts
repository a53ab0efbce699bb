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

  test('a retracted article is nowhere from the moment that retract answers, whatever the engine has seen', async () => {
    await engine.feeder.close();
    await store.guild(GUILD).retract('factory', 'wrong', '7');
    const text = await say('ask', { question: 'Where will Halden Motors build a factory?' });
    expect(text).not.toContain('Tromsø');
    expect(await say('quote', { phrase: 'opens on 3 May' })).not.toContain('Ingrid');
  });

  test('what was corrected is quoted as it is now, whatever the engine has seen', async () => {
    await engine.feeder.close();
    await store
      .guild(GUILD)
      .correct({ ...FACTORY, text: 'Halden Motors will build a factory in Narvik.' }, EDITOR);
    const text = await say('ask', { question: 'Where will Halden Motors build a factory?' });
    expect(text).toContain('Narvik');
    expect(text).not.toContain('Tromsø');
  });
});

describe('a search engine that fails is told, and never answered from a part', () => {
  test('killed: a question gets one sentence, editors still add, /status tells, and it comes back by itself', async () => {
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

  test('silent: the asker hears of it before Discord gives up', async () => {
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

  test('without its index: it says that the index is being built', async () => {
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
