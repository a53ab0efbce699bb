import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { startNode, type SearchNode } from '../../lab/opensearch/node.ts';
import { runCommand, suggestChoices } from '../../src/desk/dispatch.ts';
import type { Asker, Command } from '../../src/desk/ports.ts';
import type { Store } from '../../src/store/archive.ts';
import { draft, EDITOR, sqlitePlace, type Place } from '../store/stores.ts';
import { editor, GUILD, newsroomOver, OTHER_GUILD, someone, type TestNewsroom } from '../support/newsroom.ts';
import { finished, textOf } from '../support/session.ts';
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

const commandOf = (name: string): Command => commands.find(({ data }) => data.name === name) as Command;

async function say(name: string, raw: object, asker: Asker = someone()): Promise<string> {
  const response = await runCommand(commandOf(name), raw, await newsroom.deskFor(asker), asker);
  return textOf(await finished(response));
}

const FACTORY = draft({
  id: 'factory',
  headline: 'Halden Motors builds a factory',
  text: 'Halden Motors will build a factory in Tromsø for $40 million.\n\nThe plant opens on 3 May 2021, said Ingrid Moe, director of Halden Motors.',
  publishedAt: '2020-11-02',
});
const TRAMS = draft({
  id: 'trams',
  headline: 'Trams come back',
  text: 'Trams came back to Brno. The city paid 12 million euros for them.',
  publishedAt: '2019-04-01',
});

describe('with a search engine the same commands answer', () => {
  beforeEach(async () => {
    await store.guild(GUILD).add([{ draft: FACTORY }, { draft: TRAMS }], EDITOR);
    await engine.settled();
  });

  test.each([
    ['ask', { question: 'Where will Halden Motors build a factory?' }, 'factory.r1.s1'],
    ['ask', { question: 'Who paid for the trams?', from: '2019-01-01', to: '2019-12-31' }, 'trams.r1.s2'],
    ['ask', { question: 'What did the city pay?', article: 'trams' }, 'trams.r1.s2'],
    ['quote', { phrase: 'opens on 3 May' }, 'factory.r1.s2'],
    ['figures', { topic: 'factory' }, '40 million'],
    ['timeline', { topic: 'plant' }, '3 May 2021'],
    ['who-is', { name: 'Ingrid Moe' }, 'director of Halden Motors'],
    ['articles', {}, 'Trams come back'],
    ['articles', { from: '2020-01-01' }, 'Halden Motors builds a factory'],
    ['check', { text: '“Trams came back to Brno.”' }, 'trams.r1.s1'],
    ['summary', { article: 'Trams come back' }, 'trams.r1.s1'],
    ['card', { receipt: 'factory.r1.s1' }, 'factory.r1.s1'],
  ])('/%s %o', async (name, raw, expected) => {
    expect(await say(name, raw)).toContain(expected);
  });

  test('a question says how many articles were searched, and which words the archive does not hold', async () => {
    const text = await say('ask', { question: 'When did the zeppelin land?' });
    expect(text).toContain('zeppelin');
    expect(text).toContain('2 articles');
  });

  test('names and headlines are offered while they are typed', async () => {
    const offered = async (option: string, typed: string) =>
      (
        await suggestChoices(commandOf('ask'), option, typed, await newsroom.deskFor(someone()), someone())
      ).map(({ name }) => name);
    expect(await offered('company', 'hald')).toEqual(['Halden Motors']);
    expect(await offered('article', 'tram')).toEqual(['Trams come back']);
  });

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
