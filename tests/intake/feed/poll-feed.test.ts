import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/intake/extract.ts';
import type { PollTools } from '../../../src/intake/feed/read-item.ts';
import { pollFeed, type Poll } from '../../../src/intake/feed/poll-feed.ts';
import { readFeed } from '../../../src/intake/feed/read-feed.ts';
import { IntakeError } from '../../../src/intake/intake-error.ts';
import type { Fetched } from '../../../src/intake/net/fetch-url.ts';
import { utf8 } from '../refusals.ts';
import { inEnglish } from '../../../src/words/message.ts';

const FEED = 'https://a.example/feed';
const NOW = new Date('2024-03-12T12:00:00Z');
const PROSE =
  'The council of Harwick voted on Tuesday to reopen the old swimming pool, after a debate of four hours.';
const page = (headline: string, head = ''): string =>
  `<!doctype html><html><head><title>${headline}</title>${head}</head><body><h1>${headline}</h1><p>${PROSE}</p></body></html>`;
const rss = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>Courier</title><language>en</language>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
const linked = (name: string, more = ''): string =>
  `<title>${name}</title><link>https://a.example/${name}</link>${more}`;

type Known = Awaited<ReturnType<PollTools['known']>>;

/** A web of texts and refusals, and the store's memory of items as `keep` writes it. */
function world(web: Record<string, string | IntakeError>, fetchMs = 0) {
  const asked: string[] = [];
  const known = new Map<string, { state: 'taken' | 'quarantined'; tries: number; fingerprint: string }>();
  let now = NOW;
  const tools: PollTools = {
    now: () => now,
    fetch: (url, options): Promise<Fetched> => {
      asked.push(url);
      now = new Date(now.getTime() + fetchMs);
      const found = web[url] ?? new IntakeError('http-status', `${url} answered 404.`, { status: 404 });
      if (found instanceof IntakeError) return Promise.reject(found);
      const unchanged = options?.etag === `"${found.length}"`;
      return Promise.resolve({
        unchanged,
        bytes: unchanged ? new Uint8Array() : utf8(found),
        url,
        contentType: '',
        etag: `"${found.length}"`,
        lastModified: 'then',
      });
    },
    pool: { extract, readFeed: async (bytes, hint = {}) => readFeed(bytes, hint, 'The feed') },
    known: (keys): Promise<Known> =>
      Promise.resolve(new Map([...known].filter(([key]) => keys.includes(key)))),
  };
  /** Polls with the state of the last poll, and stores the items. */
  const poll = async (last: Partial<Poll['check']> & { etag?: string } = {}, failures = 0): Promise<Poll> => {
    const found = await pollFeed(
      { url: FEED, failures, ...(last.etag !== undefined && { etag: last.etag }) },
      tools,
    );
    for (const { item, fingerprint } of found.arrivals)
      known.set(item, { state: 'taken', tries: 0, fingerprint });
    for (const { item, fingerprint } of found.putAside)
      known.set(item, { state: 'quarantined', tries: (known.get(item)?.tries ?? 0) + 1, fingerprint });
    return found;
  };
  return { web, asked, poll };
}

const minutes = ({ check }: Poll): number => (check.nextAt.getTime() - NOW.getTime()) / 60_000;
const headlines = ({ arrivals }: Poll): string[] => arrivals.map(({ extracted }) => extracted.headline);

describe('a working feed', () => {
  test('gives its new articles, oldest first, from their pages, with details that only the feed has', async () => {
    const { poll } = world({
      [FEED]: rss(
        linked('two'),
        linked('one', '<author>a@b (Ann Lee)</author><pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate>'),
      ),
      'https://a.example/one': page('One'),
      'https://a.example/two': page('Two', '<meta property="og:site_name" content="The Courier">'),
    });
    const found = await poll();
    expect(headlines(found)).toEqual(['One', 'Two']);
    expect(found.arrivals[0]).toMatchObject({
      host: 'a.example',
      extracted: {
        text: PROSE,
        url: 'https://a.example/one',
        publishedAt: '2024-03-12T10:00:00Z',
        publisher: 'Courier',
        language: 'en',
      },
    });
    expect(found.arrivals[1]?.extracted.publisher).toBe('The Courier');
    expect(found.check).toMatchObject({ ok: true, title: 'Courier', lastModified: 'then' });
    expect(minutes(found)).toBe(15);
  });

  test('is not read again while unchanged, and gives each article once', async () => {
    const { poll, asked, web } = world({
      [FEED]: rss(linked('one')),
      'https://a.example/one': page('One'),
      'https://a.example/two': page('Two'),
    });
    const first = await poll();
    const second = await poll(first.check);
    expect([second.arrivals, second.check]).toEqual([
      [],
      { ok: true, nextAt: first.check.nextAt, etag: 'etag' in first.check ? first.check.etag : '' },
    ]);
    web[FEED] = rss(linked('two'), linked('one'));
    expect(headlines(await poll(second.check))).toEqual(['Two']);
    expect(asked.filter((url) => url !== FEED)).toEqual(['https://a.example/one', 'https://a.example/two']);
  });

  test('is read twenty items at a time until it is complete', async () => {
    const names = Array.from({ length: 45 }, (_, n) => `n${n}`);
    const { poll } = world({
      [FEED]: rss(...names.map((name) => linked(name))),
      ...Object.fromEntries(names.map((name) => [`https://a.example/${name}`, page(name)])),
    });
    const polls = [await poll(), await poll(), await poll()];
    expect(polls.map((found) => [found.arrivals.length, minutes(found), 'etag' in found.check])).toEqual([
      [20, 1, false],
      [20, 1, false],
      [5, 15, true],
    ]);
    expect(polls.flatMap(headlines)).toEqual(names.toReversed());
  });

  test('is left after two minutes if its pages are slow', async () => {
    const names = ['three', 'two', 'one'];
    const pages = Object.fromEntries(names.map((name) => [`https://a.example/${name}`, page(name)]));
    const found = await world({ [FEED]: rss(...names.map((name) => linked(name))), ...pages }, 70_000).poll();
    expect([headlines(found), 'etag' in found.check]).toEqual([['one', 'two'], false]);
  });
});

describe('F20 an item that cannot be read', () => {
  test('is put aside with the reason, and the others are added', async () => {
    const { poll } = world({
      [FEED]: rss(linked('gone'), linked('one'), '<title>Empty</title>'),
      'https://a.example/one': page('One'),
    });
    const found = await poll();
    expect(headlines(found)).toEqual(['One']);
    expect(found.putAside.map(({ problem }) => inEnglish(problem))).toEqual([
      'Empty has neither an address nor a text.',
      'https://a.example/gone answered 404.',
    ]);
  });

  test('is tried three times, then only after a change', async () => {
    const { poll, asked, web } = world({ [FEED]: rss(linked('gone')) });
    const tries = async (): Promise<number> => {
      const before = asked.length;
      await poll();
      return asked.length - before - 1;
    };
    expect([await tries(), await tries(), await tries(), await tries()]).toEqual([1, 1, 1, 0]);
    web[FEED] = rss(linked('gone', '<description>Now it is there.</description>'));
    web['https://a.example/gone'] = page('Found');
    expect(headlines(await poll())).toEqual(['Found']);
  });

  test('is retried even if the feed is unchanged', async () => {
    const { poll } = world({ [FEED]: rss(linked('gone')) });
    const checks = [(await poll()).check, (await poll()).check, (await poll()).check];
    expect(checks.map((check) => 'etag' in check)).toEqual([false, false, true]);
  });

  test('is read from the feed if that has its whole text', async () => {
    const whole = `<title>A &amp;lt; B</title><link>https://a.example/gone</link><description><![CDATA[<p>${PROSE}</p><p>${'And on, with other words. '.repeat(30)}</p>]]></description>`;
    const { poll } = world({ [FEED]: rss(whole) });
    const [arrival] = (await poll()).arrivals;
    expect(arrival).toMatchObject({
      host: 'a.example',
      extracted: { headline: 'A < B', url: 'https://a.example/gone' },
    });
    expect(arrival?.extracted.text.startsWith(PROSE)).toBe(true);
  });

  test('is read from the feed if it has no URL', async () => {
    const { poll } = world({
      [FEED]: rss(
        `<title>Note</title><guid isPermaLink="false">1</guid><description><![CDATA[<p>${PROSE}</p>]]></description>`,
      ),
    });
    const [arrival] = (await poll()).arrivals;
    expect([
      arrival?.extracted.headline,
      arrival?.extracted.text,
      arrival?.extracted.url,
      arrival?.host,
    ]).toEqual(['Note', PROSE, undefined, undefined]);
  });
});

describe('a failing feed', () => {
  const down = new IntakeError('network', 'a.example could not be reached.');
  test('is polled less and less often, but at least once a day', async () => {
    const { poll } = world({ [FEED]: down });
    const pauses = await Promise.all(
      [0, 1, 2, 6, 7, 50].map(async (failures) => minutes(await poll({}, failures))),
    );
    expect(pauses).toEqual([15, 30, 60, 960, 1440, 1440]);
    expect((await poll()).check).toMatchObject({ ok: false, problem: 'a.example could not be reached.' });
  });

  test.each([
    ['3600', 60],
    ['Tue, 12 Mar 2024 14:00:00 GMT', 120],
    ['5', 15],
    ['99999999', 1440],
    ['soon', 15],
  ])('is polled again after %s if it asks for that', async (header, pause) => {
    const busy = new IntakeError('http-status', 'a.example answered 503.', {
      status: 503,
      retryAfter: header,
    });
    expect(minutes(await world({ [FEED]: busy }).poll())).toBe(pause);
  });

  test('is reported when it is not a feed', async () => {
    const { check } = await world({ [FEED]: '<html></html>' }).poll();
    expect(check.ok ? undefined : inEnglish(check.problem)).toBe(
      "The feed is not an RSS, Atom or JSON feed that can be read: give the feed's own address.",
    );
  });

  test('does not count as failing when the program stops', async () => {
    const closed = new IntakeError('closed', 'The program is stopping.');
    await expect(world({ [FEED]: closed }).poll()).rejects.toBe(closed);
    const found = await world({ [FEED]: rss(linked('one')), 'https://a.example/one': closed }).poll();
    expect([found.arrivals, found.putAside, minutes(found)]).toEqual([[], [], 1]);
  });
});
