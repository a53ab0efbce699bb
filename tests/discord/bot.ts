import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actions } from '../../commands/click/index.ts';
import { commands } from '../../commands/index.ts';
import { answerMention } from '../../commands/read/mention.ts';
import { createEngine } from '../../src/answer/ask.ts';
import { documentOf } from '../../src/article/document.ts';
import type { Article } from '../../src/article/article.ts';
import { fetchUrl, type Fetched } from '../../src/intake/net/fetch-url.ts';
import { PACE } from '../../src/discord/connection.ts';
import { startGateway, type Gateway, type GatewayOptions } from '../../src/discord/gateway.ts';
import { openLog } from '../../src/discord/log.ts';
import type { Posted } from '../../src/desk/posted.ts';
import type { Outlet } from '../../src/newsroom/outlet.ts';
import { noReader } from '../../src/reader/reader.ts';
import { startNewsroom, type RunningNewsroom } from '../../src/newsroom/start.ts';
import { MODEL } from '../../src/answer/model.ts';
import { parseSynonyms } from '../../src/search/question/synonyms.ts';
import { readSettings } from '../../src/settings.ts';
import { readSeeds, seedArticle } from '../support/desk.ts';
import type { FakeDiscord } from './fake-discord.ts';
import { checkLog } from './invariants.ts';
import { PATIENCE } from './patience.ts';

const { FOUND_CONFIDENCE: found, UNSURE_CONFIDENCE: unsure } = readSettings({});

export type BotOptions = Readonly<{
  house?: readonly Article[];
  dataDir?: string;
  followPerHour?: number;
  receiptBase?: string;
  now?: () => Date;
}> &
  Partial<Omit<GatewayOptions, 'deskFor' | 'token'>>;

export type Bot = Readonly<{
  gateway: Gateway;
  newsroom: RunningNewsroom;
  /** Lines of the log as written. */
  lines: readonly string[];
  posted: readonly Posted[];
  outlet: Outlet;
  /** Stops it like SIGTERM, and throws if its log violates I3. */
  stop(): Promise<void>;
}>;

/** The whole bot in this process over its own store, with waits of minutes shortened to fractions of a second. */
export async function startBot(discord: FakeDiscord, options: BotOptions = {}): Promise<Bot> {
  const { house = [await seedArticle()], dataDir, ...gatewayOptions } = options;
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'pullquote-bot-')));
  const lines: string[] = [];
  const posted: Posted[] = [];
  const log = openLog({
    level: 'debug',
    secrets: [discord.token],
    write: (line) => void lines.push(line),
  });
  const synonyms = parseSynonyms(await readSeeds('synonyms.txt'));
  const newsroom = await startNewsroom({
    store: { dataDir: folder },
    house: house.map(documentOf),
    engineOver: (index) => createEngine({ index, synonyms, model: MODEL, thresholds: { found, unsure } }),
    reader: noReader(),
    // Files of Discord come from the fake.
    fetchers: { page: fetchUrl, file: (url) => fetchFrom(discord, url) },
    limit: 10_000_000,
    bytesPerUnit: 20,
    followPerHour: options.followPerHour ?? 6,
    followGather: 0,
    ...(options.receiptBase !== undefined && { receiptBase: options.receiptBase }),
    version: '1.2.3',
    // Drawing takes a tenth of a second, and tests/reply/picture covers it.
    common: {
      commands,
      png: async (svg) => new TextEncoder().encode(svg),
      now: options.now ?? (() => new Date()),
      log,
    },
  });
  const gateway = startGateway({
    api: discord.api,
    token: discord.token,
    commands,
    actions,
    mention: answerMention,
    deskFor: newsroom.deskFor,
    log,
    chosen: newsroom.chosen,
    onPosted(message) {
      posted.push(message);
      void newsroom.posted(message);
    },
    onGuilds: {
      present: (ids, applicationId) => void newsroom.guilds.present(ids, applicationId),
      joined: (id) => void newsroom.guilds.joined(id),
      left: (id) => void newsroom.guilds.left(id),
    },
    asking: { burst: 1000, perSecond: 1000 },
    patience: { pause: 20 },
    ...gatewayOptions,
    rest: { firstTimeout: PATIENCE, timeout: PATIENCE, ...gatewayOptions.rest },
    pace: {
      resume: 5000,
      retry: 50,
      longestRetry: 200,
      identify: { ...PACE.identify, gap: 0, longest: 0 },
      ...gatewayOptions.pace,
    },
  });
  newsroom.attach(gateway.outlet);
  return {
    gateway,
    newsroom,
    lines,
    posted,
    outlet: gateway.outlet,
    async stop() {
      await gateway.stop();
      await newsroom.close();
      if (dataDir === undefined) await rm(folder, { recursive: true });
      const tokens = [...discord.world.interactions.keys()];
      const problems = lines.flatMap((line) => checkLog(line.trimEnd(), [discord.token, ...tokens]));
      if (problems.length > 0) throw new Error(problems.join('\n'));
    },
  };
}

async function fetchFrom(discord: FakeDiscord, url: string): Promise<Fetched> {
  if (!url.startsWith(discord.api)) throw new Error(`${url} is not one of Discord's files`);
  const response = await fetch(url);
  const contentType = response.headers.get('content-type') ?? '';
  return { unchanged: false, url, contentType, bytes: new Uint8Array(await response.arrayBuffer()) };
}
