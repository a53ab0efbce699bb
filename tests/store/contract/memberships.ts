import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import type { StoreChange } from '../../../src/store/changes.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';

/** Which bots are in which servers, the same for every store. */
export function membershipsContract(makePlace: MakePlace): void {
  let place: Place;
  let store: Store;
  let clock = new Date('2026-03-02T10:00:00Z');
  beforeEach(async () => {
    clock = new Date('2026-03-02T10:00:00Z');
    place = await makePlace();
    store = await place.open({ now: () => clock });
    for (const guild of ['1', '2']) await store.guild(guild).add([{ draft: draft() }], EDITOR);
  });
  afterEach(() => place.remove());

  const count = async (guild: string): Promise<number> =>
    (await store.guild(guild).articles()).articles.length;

  test('F21 a guild’s data stays when the bot leaves, and is deleted if it stays away', async () => {
    const { memberships, housekeeping } = store;
    const changes: StoreChange[] = [];
    store.onChange((change) => change.kind !== 'missed' && changes.push(change));
    await memberships.present('app', ['1', '2', 'without articles']);
    await memberships.left('app', '1');
    await memberships.left('app', '2');
    await memberships.absent('app', 50);
    await memberships.joined('app', '2');
    const left = clock.toISOString();
    clock = new Date('2026-03-09T10:00:00Z');
    await memberships.left('app', '1');
    expect(await housekeeping.guilds()).toEqual([{ guildId: '1', leftAt: left }, { guildId: '2' }]);
    await memberships.absent('app', 49.9);
    expect(await memberships.overdue('app', 100)).toEqual([]);
    await memberships.absent('app', 1);
    expect(await memberships.overdue('app', 100)).toEqual(['1']);
    expect(await count('1')).toBe(1);
    expect(await memberships.letGo('app', '1')).toBe(true);
    expect([await count('1'), await count('2')]).toEqual([0, 1]);
    expect(changes).toEqual([{ kind: 'purged', guildId: '1', ids: [] }]);
    expect(await housekeeping.guilds()).toEqual([{ guildId: '2' }]);
  });

  test('F21 a bot marks and removes only servers that it was in', async () => {
    const { memberships } = store;
    await memberships.present('first', ['1', '2']);
    await memberships.present('second', []);
    await memberships.absent('second', 1_000_000);
    expect(await memberships.overdue('second', 0)).toEqual([]);
    expect(await memberships.letGo('second', '1')).toBe(false);
    expect(await memberships.letGo('first', '1')).toBe(false);
    expect(await store.housekeeping.guilds()).toEqual([{ guildId: '1' }, { guildId: '2' }]);
    expect([await count('1'), await count('2')]).toEqual([1, 1]);
  });

  test('F21 a server with two bots stays until both have left', async () => {
    const { memberships } = store;
    await memberships.present('first', ['1']);
    await memberships.present('second', ['1']);
    await memberships.left('first', '1');
    expect(await memberships.letGo('first', '1')).toBe(false);
    expect(await count('1')).toBe(1);
    await memberships.left('second', '1');
    expect(await memberships.letGo('second', '1')).toBe(true);
    expect(await count('1')).toBe(0);
  });

  test.each(['2096-01-01T00:00:00Z', '1996-01-01T00:00:00Z'])(
    'F6 a clock jump to %s does not lengthen an absence',
    async (jump) => {
      const { memberships } = store;
      await memberships.present('app', ['1']);
      await memberships.present('app', []);
      await memberships.absent('app', 10);
      clock = new Date(jump);
      await memberships.present('app', []);
      expect(await memberships.overdue('app', 11)).toEqual([]);
      expect(await memberships.overdue('app', 10)).toEqual(['1']);
    },
  );

  test('servers of the terminal and the page belong to no bot, and stay', async () => {
    await store.memberships.present('app', ['1']);
    await store.memberships.absent('app', 1_000_000_000);
    expect(await store.memberships.overdue('app', 0)).toEqual([]);
    expect(await store.housekeeping.guilds()).toEqual([{ guildId: '1' }, { guildId: '2' }]);
  });

  describe('jobs', () => {
    const enqueue = (guild: string): Promise<string> =>
      store.guild(guild).jobs.enqueue({ kind: 'edit', payload: {}, by: '7' });
    const claimed = async (): Promise<string[]> => {
      const guilds: string[] = [];
      for (let job = await store.jobs.claim(); job; job = await store.jobs.claim()) {
        guilds.push(job.guildId);
        await store.jobs.finish(job, {});
      }
      return guilds.toSorted();
    };

    test('go to the bot in the server, and those of servers without a bot to any', async () => {
      await store.memberships.present('first', ['1']);
      await store.memberships.present('second', []);
      await enqueue('1');
      await enqueue('2');
      expect(await store.memberships.served()).toEqual(['2']);
      expect(await claimed()).toEqual(['2']);
      await store.memberships.present('first', ['1']);
      expect(await store.memberships.served()).toEqual(['1', '2']);
      expect(await claimed()).toEqual(['1']);
    });

    test.each(['2096-01-01T00:00:00Z', '1996-01-01T00:00:00Z'])(
      'F6 that are running are not done twice when the clock jumps to %s, and continue after a restart',
      async (jump) => {
        await enqueue('1');
        const job = await store.jobs.claim();
        clock = new Date(jump);
        expect(await store.jobs.claim(undefined, [job?.lease ?? ''])).toBeUndefined();
        await store.close();
        clock = new Date('2026-03-02T10:05:00Z');
        store = await place.open({ now: () => clock });
        const again = await store.jobs.claim();
        expect(again?.id).toBe(job?.id);
        await store.jobs.fail(again!, 'It failed.');
        expect(await store.jobs.claim()).toBeUndefined();
      },
    );
  });

  test('the store counts its content and waiting work', async () => {
    await store.guild('1').retract('council-vote', 'Wrong.', '9');
    await store.guild('1').feeds.add('https://example.net/rss', '7');
    await store.guild('2').jobs.enqueue({ kind: 'edit', payload: {}, by: '7' });
    const began = clock.toISOString();
    clock = new Date('2026-03-02T11:00:00Z');
    await store.guild('1').jobs.enqueue({ kind: 'edit', payload: {}, by: '7' });
    expect(await store.figures()).toEqual({
      servers: 2,
      articles: 1,
      retracted: 1,
      feeds: 1,
      failingFeeds: 0,
      quarantinedItems: 0,
      waitingJobs: 2,
      failedJobs: 0,
      oldestJobAt: began,
      oldestFeedAt: began,
    });
  });

  test('F6 a feed scheduled while the clock was wrong is due again', async () => {
    const { feed } = await store.guild('1').feeds.add('https://example.net/rss', '7');
    expect((await store.feeds.claim())?.feed.id).toBe(feed.id);
    clock = new Date('2096-01-01T00:00:00Z');
    expect((await store.feeds.claim())?.feed.id).toBe(feed.id);
    clock = new Date('2026-03-02T10:01:00Z');
    expect((await store.feeds.claim())?.feed.id).toBe(feed.id);
    expect(await store.feeds.claim()).toBeUndefined();
  });
}
