import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMetrics, type Metrics } from '../../src/program/metrics/metrics.ts';
import { measuring } from '../../src/program/metrics/measuring.ts';
import type { OpenPort } from '../../src/listen.ts';
import { serveMetrics } from '../../src/program/metrics/serve.ts';
import { SettingsError } from '../../src/settings.ts';
import { EngineError } from '../../src/search/index/opensearch/engine-error.ts';
import { StoreError } from '../../src/store/db/db.ts';
import type { StoreFigures } from '../../src/store/safety/figures.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const FIGURES: StoreFigures = {
  servers: 2,
  articles: 12,
  retracted: 1,
  feeds: 3,
  failingFeeds: 1,
  quarantinedItems: 4,
  waitingJobs: 5,
  failedJobs: 6,
  oldestJobAt: '2026-03-02T09:59:00.000Z',
};
const SECRET = 'postgres://bot:s3cret@db/news';
const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

let isUp = true;
let isEngineUp = true;
let metrics: Metrics;
let server: OpenPort;
const figures = async (): Promise<StoreFigures> => {
  if (isUp) return FIGURES;
  throw new StoreError('unreachable', `${SECRET} does not answer.`);
};
beforeEach(async () => {
  isUp = true;
  isEngineUp = true;
  metrics = openMetrics(figures, () => NOW);
  server = await serveMetrics({
    host: '127.0.0.1',
    port: 0,
    metrics,
    healthy: async () => {
      await figures();
      if (!isEngineUp) throw new EngineError('down', SECRET);
    },
  });
});
afterEach(() => server.close());

const get = async (path: string, method = 'GET'): Promise<{ status: number; body: string; type: string }> => {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  return {
    status: response.status,
    body: await response.text(),
    type: response.headers.get('content-type') ?? '',
  };
};

describe('GET /metrics', () => {
  test('reports answers by verdict and road, reply times, the store, waiting work, failures and memory', async () => {
    metrics.answered({ verdict: 'found', byReader: true });
    metrics.answered({ verdict: 'found', byReader: true });
    metrics.answered({ verdict: 'nothing', byReader: false });
    metrics.took(30);
    const counted = metrics.counting(log);
    counted.error({}, 'failed');
    counted.info({}, 'fine');
    const { status, body, type } = await get('/metrics');
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    for (const line of [
      'pullquote_answers_total{verdict="found",by="reader"} 2',
      'pullquote_answers_total{verdict="unsure",by="reader"} 0',
      'pullquote_answers_total{verdict="nothing",by="words"} 1',
      'pullquote_reply_seconds_bucket{le="0.025"} 0',
      'pullquote_reply_seconds_bucket{le="0.05"} 1',
      'pullquote_log_total{level="error"} 1',
      'pullquote_articles 12',
      'pullquote_jobs_waiting 5',
      'pullquote_job_oldest_seconds 60',
      'pullquote_feed_overdue_seconds 0',
      'pullquote_feeds_failing 1',
      'pullquote_store_up 1',
    ])
      expect(body.split('\n')).toContain(line);
    expect(body).toMatch(/^process_resident_memory_bytes \d+/mu);
  });

  test('F18 reports an unavailable database instead of old figures', async () => {
    await get('/metrics');
    isUp = false;
    const { status, body } = await get('/metrics');
    expect(status).toBe(200);
    expect(body).toContain('pullquote_store_up 0');
    expect(body).not.toContain('pullquote_articles 12');
    expect(body).not.toContain('s3cret');
  });
});

describe('GET /healthz', () => {
  test('is 200 while the database answers and 503 otherwise, without its address', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, body: 'ok\n' });
    isUp = false;
    expect(await get('/healthz')).toMatchObject({ status: 503, body: 'the database does not answer\n' });
  });

  test('is 503 while the search engine does not answer, and names it without its address', async () => {
    isEngineUp = false;
    expect(await get('/healthz')).toMatchObject({
      status: 503,
      body: 'the search engine does not answer\n',
    });
  });
});

test.each(['/', '/metrics/', '/api/command', '/__proto__', '/constructor', '/..%2fetc/passwd'])(
  'there is nothing at %s',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('only reading is allowed', async () => {
  expect((await get('/metrics', 'POST')).status).toBe(405);
  expect(await get('/healthz', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('a port in use is named with its setting', async () => {
  const { port } = server;
  await expect(
    measuring({ HOST: '127.0.0.1', METRICS_PORT: port }, log).serve({
      figures,
      healthy: async () => undefined,
    }),
  ).rejects.toThrow(
    new SettingsError(`METRICS_PORT: 127.0.0.1:${port} cannot be used (EADDRINUSE): set another.`),
  );
});

test('nothing is served or measured without METRICS_PORT', async () => {
  const measured = measuring({ HOST: '127.0.0.1', METRICS_PORT: undefined }, log);
  expect(measured.log).toBe(log);
  await (
    await measured.serve({ figures, healthy: async () => undefined })
  )();
});

test('each reply is timed with METRICS_PORT, and still reported as before', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.once('listening', resolve));
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const measured = measuring({ HOST: '127.0.0.1', METRICS_PORT: port }, log);
  const heard: number[] = [];
  const deskFor = async () => ({ took: (milliseconds: number) => void heard.push(milliseconds) }) as never;
  const desk = await measured.deskFor({ deskFor })({} as never);
  desk.took(700);
  const close = await measured.serve({ figures, healthy: async () => undefined });
  const body = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  await close();
  expect(heard).toEqual([700]);
  expect(body).toContain('pullquote_reply_seconds_bucket{le="1"} 1');
});
