import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { createEngine } from '../../src/answer/ask.ts';
import { documentOf } from '../../src/article/document.ts';
import type { Article } from '../../src/article/article.ts';
import type { Store } from '../../src/store/archive.ts';
import { extract } from '../../src/intake/extract.ts';
import { readFeed } from '../../src/intake/feed/read-feed.ts';
import type { Asker } from '../../src/desk/ports.ts';
import { feedRunner } from '../../src/newsroom/feed-runner.ts';
import { jobRunner } from '../../src/newsroom/job-runner.ts';
import { openNewsroom, type Newsroom } from '../../src/newsroom/newsroom.ts';
import { sourceReader, type Fetchers } from '../../src/newsroom/read-source.ts';
import { tellOf } from '../../src/newsroom/tell.ts';
import { noReader, type Reader } from '../../src/reader/reader.ts';
import { MODEL } from '../../src/answer/model.ts';
import { parseSynonyms } from '../../src/search/question/synonyms.ts';
import type { SearchEngineLink } from '../../src/search/index/opensearch/engine.ts';
import { readSettings } from '../../src/settings.ts';

/** The parts of a newsroom that tests may use. */
export type TestNewsroom = Newsroom &
  Readonly<{ logged: unknown[]; pollFeeds(): Promise<void>; close(): Promise<void> }>;

const noNetwork: Fetchers = {
  page: () => Promise.reject(new Error('No page in this test.')),
  file: () => Promise.reject(new Error('No file in this test.')),
};

const synonyms = parseSynonyms(await readFile(join(import.meta.dirname, '../../seeds/synonyms.txt'), 'utf8'));
const { FOUND_CONFIDENCE: found, UNSURE_CONFIDENCE: unsure } = readSettings({});

/** A newsroom over a store, which reads sources in this thread. */
export function newsroomOver(
  store: Store,
  {
    house = [],
    fetchers = noNetwork,
    now = () => new Date('2026-01-02T03:04:05Z'),
    limit = 10_000_000,
    reader = noReader(),
    searchEngine,
  }: Partial<{
    house: readonly Article[];
    fetchers: Fetchers;
    now: () => Date;
    limit: number;
    reader: Reader;
    searchEngine: SearchEngineLink;
  }> = {},
): TestNewsroom {
  const logged: unknown[] = [];
  const note = (fields: unknown, message: string): void => void logged.push({ fields, message });
  const log = { debug: () => {}, info: () => {}, warn: note, error: note };
  const runner = jobRunner(store, sourceReader({ extract }, fetchers), log);
  const tools = {
    now,
    fetch: fetchers.page,
    pool: { extract, readFeed: async (bytes: Uint8Array, hint = {}) => readFeed(bytes, hint, 'The feed') },
  };
  const tell = tellOf({
    png: async (svg) => new TextEncoder().encode(svg),
    store,
    house: new Map(),
    now,
    log,
    work: () => void runner.work(),
  });
  const feeds = feedRunner({ store, tools, news: tell.news, log });
  const newsroom = openNewsroom({
    store,
    house: house.map(documentOf),
    engineOver: (index) => createEngine({ index, synonyms, model: MODEL, thresholds: { found, unsure } }),
    reader,
    vectorFiles: { get: () => Promise.resolve(undefined), put: () => Promise.resolve() },
    ...(searchEngine && { searchEngine: { ...searchEngine, synonyms } }),
    limit,
    carryOut: runner.carryOut,
    checkFeed: (guildId) => (feed, onRead) => feeds.check(guildId, feed, onRead),
    bytesPerUnit: 20,
    version: '1.2.3',
    common: { commands, png: () => Promise.resolve(new Uint8Array()), now, log },
  });
  return {
    ...newsroom,
    logged,
    pollFeeds: () => feeds.work(),
    async close() {
      await runner.close();
      newsroom.close();
    },
  };
}

export const GUILD = '100000000000000001';
export const OTHER_GUILD = '100000000000000002';
export const CHANNEL = '300000000000000001';
export const DESK_CHANNEL = '300000000000000002';

/** Someone in a server's channel; an editor by Manage Server when `mayEdit`. */
export const someone = (fields: Partial<Asker> = {}): Asker => ({
  userId: '200000000000000001',
  guildId: GUILD,
  channels: [CHANNEL],
  mayEdit: false,
  mayModerate: false,
  maySpeak: true,
  ...fields,
});

export const editor = (fields: Partial<Asker> = {}): Asker => someone({ mayEdit: true, ...fields });
