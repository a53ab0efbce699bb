import { message } from '../../../src/words/message.ts';
import { expect, test } from 'vitest';
import { type MakePlace } from '../stores.ts';
import { deskForEach } from './open-desk.ts';

/** What every store keeps of feeds. */
export function feedsContract(makePlace: MakePlace): void {
  const at = deskForEach(makePlace);

  const url = 'https://www.example.org/rss';
  const later = (minutes: number) => new Date(at.clock.getTime() + minutes * 60_000);

  test('are added once, listed, and removed with their items', async () => {
    const { feed } = await at.desk.feeds.add(url, '7');
    expect(feed).toEqual({
      id: 'example-org',
      url,
      addedBy: '7',
      addedAt: at.clock.toISOString(),
      failures: 0,
      nextAt: at.clock.toISOString(),
    });
    expect(await at.desk.feeds.add(url, '8')).toEqual({ outcome: 'exists', feed });
    expect((await at.desk.feeds.add(`${url}/sport`, '7')).feed.id).toBe('example-org-2');
    await at.desk.feeds.keep('example-org', { item: 'guid', state: 'taken', articleId: 'a' });
    expect(await at.desk.feeds.remove('example-org')).toBe(true);
    expect(await at.desk.feeds.remove('example-org')).toBe(false);
    expect(await at.desk.feeds.known('example-org', ['guid'])).toEqual(new Map());
    expect((await at.desk.feeds.list()).map(({ id }) => id)).toEqual(['example-org-2']);
    expect(await at.store.guild('2').feeds.list()).toEqual([]);
  });

  test('keep the server’s validators, and count failures until a success', async () => {
    await at.desk.feeds.add(url, '7');
    await at.desk.feeds.checked('example-org', {
      ok: true,
      nextAt: later(15),
      title: 'News',
      etag: '"1"',
      lastModified: 'Mon',
    });
    await at.desk.feeds.checked('example-org', { ok: false, nextAt: later(30), problem: 'It answered 500.' });
    await at.desk.feeds.checked('example-org', { ok: false, nextAt: later(60), problem: 'It answered 502.' });
    expect(await at.desk.feeds.list()).toMatchObject([
      {
        title: 'News',
        etag: '"1"',
        lastModified: 'Mon',
        failures: 2,
        problem: 'It answered 502.',
        nextAt: later(60).toISOString(),
      },
    ]);
    await at.desk.feeds.checked('example-org', { ok: true, nextAt: later(75), etag: '"2"' });
    const [feed] = await at.desk.feeds.list();
    expect(feed).toMatchObject({ title: 'News', etag: '"2"', failures: 0 });
    expect(feed).not.toHaveProperty('problem');
    expect(feed).not.toHaveProperty('lastModified');
  });

  test('are handed out when due, longest due first, and not twice', async () => {
    await at.desk.feeds.add(url, '7');
    at.clock = later(1);
    await at.store.guild('2').feeds.add('https://example.net/feed', '7');
    expect(await at.store.feeds.claim()).toMatchObject({ guildId: '1', feed: { id: 'example-org' } });
    expect(await at.store.feeds.claim()).toMatchObject({ guildId: '2', feed: { id: 'example-net' } });
    expect(await at.store.feeds.claim()).toBeUndefined();
    at.clock = later(6);
    expect(await at.store.feeds.claim()).toMatchObject({ guildId: '1' });
  });

  test('F20 put unusable items aside with their reason, and count them until they succeed', async () => {
    await at.desk.feeds.add(url, '7');
    const bad = {
      item: 'guid-1',
      state: 'quarantined',
      problem: message('intake.no-text', { subject: 'a.txt' }),
    } as const;
    await at.desk.feeds.keep('example-org', bad);
    await at.desk.feeds.keep('example-org', bad);
    expect(await at.desk.feeds.quarantined('example-org')).toEqual([{ ...bad, tries: 2 }]);
    await at.desk.feeds.keep('example-org', {
      item: 'guid-1',
      state: 'taken',
      articleId: 'a',
      fingerprint: 'f',
    });
    const many = Array.from({ length: 450 }, (_, n) => `guid-${n}`);
    expect(await at.desk.feeds.known('example-org', many)).toEqual(
      new Map([['guid-1', { item: 'guid-1', state: 'taken', articleId: 'a', fingerprint: 'f', tries: 0 }]]),
    );
    expect(await at.desk.feeds.quarantined('example-org')).toEqual([]);
  });
}
