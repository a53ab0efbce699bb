import { expect, test } from 'vitest';
import { IntakeError } from '../../src/intake/intake-error.ts';
import { editor, GUILD, newsroomOver, someone } from '../support/newsroom.ts';
import { sessionIn, textOf } from '../support/session.ts';
import { testPlace } from '../support/test-place.ts';

const URL_OF_FEED = 'https://news.example.org/rss';
const page = (headline: string, text: string) =>
  `<html><head><title>${headline}</title><meta property="article:published_time" content="2026-01-01T08:00:00Z"></head><body><article><h1>${headline}</h1><p>${text} The rest of this paragraph makes it long enough to be taken for prose.</p></article></body></html>`;
const rss = (...names: string[]) =>
  `<rss version="2.0"><channel><title>Courier</title>${names
    .map((name) => `<item><title>${name}</title><link>https://news.example.org/${name}</link></item>`)
    .join('')}</channel></rss>`;

async function opened(web: Record<string, string | undefined>, mostText?: number) {
  const place = await testPlace();
  let now = new Date('2026-01-02T03:00:00Z');
  const store = await place.open({ now: () => now, ...(mostText !== undefined && { mostText }) });
  const asked: string[] = [];
  const newsroom = newsroomOver(store, {
    now: () => now,
    fetchers: {
      file: () => Promise.reject(new Error('No file in this test.')),
      page: async (url) => {
        asked.push(url);
        const found = web[url];
        if (found === undefined)
          throw new IntakeError('http-status', 'news.example.org answered 503.', { status: 503 });
        const bytes = new TextEncoder().encode(found);
        return { unchanged: false, bytes, url, contentType: '', etag: '"1"' };
      },
    },
  });
  await newsroom.open(GUILD);
  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
  return { store, newsroom, asked, later, archive: store.guild(GUILD), ...sessionIn(newsroom) };
}

test('a feed is read when added, and its articles answer and name their source', async () => {
  const { run, archive } = await opened({
    [URL_OF_FEED]: rss('ferry', 'broken'),
    'https://news.example.org/ferry': page('Ferry sinks', 'The ferry Aurora sank off Bergen.'),
  });
  const added = textOf(await run('feed', { subcommand: 'add', url: URL_OF_FEED }, editor()));
  expect(added).toContain('Read every 15 minutes from now on, as news-example-org');
  expect(added).toContain('Added 1 article:\nFerry sinks');
  expect(added).toContain('1 item put aside');
  expect(await archive.article('ferry-sinks')).toMatchObject({
    stored: { addedBy: 'feed:news-example-org', host: 'news.example.org' },
  });
  await expect
    .poll(async () => textOf(await run('ask', { question: 'Which ferry sank off Bergen?' }, someone())))
    .toContain('Newest article: 2026-01-01.');
  const listed = textOf(await run('feed', { subcommand: 'list' }, editor()));
  expect(listed).toContain('news-example-org · Courier · read 2026-01-02 03:00 UTC');
  expect(listed).toContain('answered 503. (1 try)');
  const status = textOf(await run('status', {}, editor()));
  expect(status).toContain('1 feed, 0 failing, 1 item put aside');
});

test('a feed that cannot be read is not kept, and the reply says why', async () => {
  const { run, archive } = await opened({});
  const refused = textOf(await run('feed', { subcommand: 'add', url: URL_OF_FEED }, editor()));
  expect(refused).toContain('answered 503');
  expect(await archive.feeds.list()).toEqual([]);
});

test('F20 due feeds are polled; after three failures the desk is told once, and answers warn that news may be missing', async () => {
  const web: Record<string, string | undefined> = {
    [URL_OF_FEED]: rss('ferry'),
    'https://news.example.org/ferry': page('Ferry sinks', 'The ferry Aurora sank off Bergen.'),
  };
  const { run, archive, newsroom, later, store } = await opened(web);
  await run('feed', { subcommand: 'add', url: URL_OF_FEED }, editor());
  web[URL_OF_FEED] = undefined;
  for (const minutes of [16, 16, 31, 61]) {
    later(minutes);
    await newsroom.pollFeeds();
  }
  expect(await archive.feeds.list()).toMatchObject([{ failures: 4 }]);
  const told = (await archive.jobs.list(20)).filter(({ kind }) => kind === 'digest');
  expect(told).toMatchObject([{ payload: { what: 'feed-stopped', feed: 'news-example-org' } }]);
  later(2);
  await expect
    .poll(async () => textOf(await run('ask', { question: 'Which ferry sank off Bergen?' }, someone())))
    .toContain('News may be missing: a feed has not been read since 2026-01-02 03:00 UTC');
  web[URL_OF_FEED] = rss('ferry');
  later(24 * 60);
  await newsroom.pollFeeds();
  const all = (await archive.jobs.list(20)).map(({ payload }) => payload);
  expect(all).toContainEqual({ what: 'feed-works', feed: 'news-example-org' });
  expect(await store.feeds.claim()).toBeUndefined();
});

test('/feed check and remove name the feed; another text of a known address is put aside with the remedy', async () => {
  const web: Record<string, string | undefined> = {
    [URL_OF_FEED]: rss('ferry'),
    'https://news.example.org/ferry': page('Ferry sinks', 'The ferry Aurora sank off Bergen.'),
  };
  const { run, suggest, archive } = await opened(web);
  await run('feed', { subcommand: 'add', url: URL_OF_FEED }, editor());
  expect(await suggest('feed', 'feed', 'cour', editor())).toEqual([
    { name: 'news-example-org · Courier', value: 'news-example-org' },
  ]);
  expect(textOf(await run('feed', { subcommand: 'check', feed: 'nothing' }, editor()))).toContain(
    'there is news-example-org',
  );
  expect(textOf(await run('feed', { subcommand: 'check', feed: 'news-example-org' }, editor()))).toContain(
    'No new articles.',
  );
  expect(textOf(await run('feed', { subcommand: 'remove', feed: 'news-example-org' }, editor()))).toContain(
    'its articles stay',
  );
  expect((await archive.articles()).articles).toHaveLength(1);
});

test('reading a feed tells how many items it has come to', async () => {
  const { newsroom, archive } = await opened({
    [URL_OF_FEED]: rss('ferry', 'tram'),
    'https://news.example.org/ferry': page('Ferry sinks', 'The ferry Aurora sank off Bergen.'),
    'https://news.example.org/tram': page('Trams come', 'Nine trams came to Brno.'),
  });
  const { feed } = await archive.feeds.add(URL_OF_FEED, editor().userId);
  const { tools } = await newsroom.deskFor(editor());
  const heard: number[] = [];
  const report = await tools?.checkFeed(feed, (pages) => heard.push(pages));
  expect(heard).toEqual([1, 2]);
  expect(report).toMatchObject({ title: 'Courier', added: ['Trams come', 'Ferry sinks'] });
});

test('F17 an item that finds the index memory full is left for later with the remedy, and comes once there is room', async () => {
  const { run, archive, later, newsroom } = await opened(
    {
      [URL_OF_FEED]: rss('tram', 'ferry'),
      'https://news.example.org/ferry': page('Ferry sinks', 'The ferry Aurora sank off Bergen.'),
      'https://news.example.org/tram': page('Tram opens', 'A tram line opened in Bergen on Monday.'),
    },
    180,
  );
  const added = textOf(await run('feed', { subcommand: 'add', url: URL_OF_FEED }, editor()));
  expect(added).toContain('raise INDEX_MEMORY_MB');
  const { articles } = await archive.articles();
  expect(articles).toHaveLength(1);
  const [feed] = await archive.feeds.list();
  expect(feed).not.toHaveProperty('etag');
  await archive.retract(articles[0]?.article.id ?? '', 'to make room', '1');
  later(16);
  await newsroom.pollFeeds();
  expect((await archive.articles()).articles).toHaveLength(1);
});
