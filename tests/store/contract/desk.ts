import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import type { StoreChange } from '../../../src/store/changes.ts';
import type { GuildArchive } from '../../../src/store/guild-archive.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';
import { message } from '../../../src/words/message.ts';

/** Data of the desk besides articles, the same for every store. */
export function deskContract(makePlace: MakePlace): void {
  let place: Place;
  let store: Store;
  let desk: GuildArchive;
  let clock: Date;
  beforeEach(async () => {
    clock = new Date('2026-03-01T10:00:00.000Z');
    place = await makePlace();
    store = await place.open({ now: () => clock });
    desk = store.guild('1');
  });
  afterEach(() => place.remove());

  const restart = async () => {
    await store.close();
    store = await place.open({ now: () => clock });
    desk = store.guild('1');
  };

  describe('settings', () => {
    test('have defaults, are updated individually, survive a restart and belong to their guild', async () => {
      expect(await desk.settings.get()).toEqual({
        editorRoles: [],
        answerChannels: [],
        deskChannel: null,
        newArticleChannels: [],
        timeZone: 'UTC',
      });
      await desk.settings.set({ editorRoles: ['11'], deskChannel: '22' });
      expect(await desk.settings.set({ answerChannels: ['33'] })).toEqual({
        editorRoles: ['11'],
        answerChannels: ['33'],
        deskChannel: '22',
        newArticleChannels: [],
        timeZone: 'UTC',
      });
      await restart();
      expect((await desk.settings.get()).deskChannel).toBe('22');
      expect(await store.guild('2').settings.get()).toEqual({
        editorRoles: [],
        answerChannels: [],
        deskChannel: null,
        newArticleChannels: [],
        timeZone: 'UTC',
      });
    });

    test('are announced when valid, and change nothing when invalid', async () => {
      const changes: StoreChange[] = [];
      store.onChange((change) => change.kind !== 'missed' && changes.push(change));
      await expect(desk.settings.set({ deskChannel: '#desk', editorRoles: ['1'] })).rejects.toThrow(/./u);
      expect(changes).toEqual([]);
      await desk.settings.set({ deskChannel: null });
      expect(changes).toEqual([{ kind: 'settings', guildId: '1', ids: [] }]);
    });
  });

  describe('posted quotes', () => {
    const post = (messageId: string, ...quotes: [string, number, number][]) =>
      desk.posts.record({
        channelId: '50',
        messageId,
        quotes: quotes.map(([articleId, revision, sentence]) => ({ articleId, revision, sentence })),
      });
    beforeEach(async () => {
      for (const id of ['a', 'b']) await desk.add([{ draft: draft({ id, text: `${id}.` }) }], EDITOR);
    });

    test('of a corrected article are found until they are edited, even after a restart', async () => {
      await post('901', ['a', 1, 1], ['a', 1, 2], ['b', 1, 1], ['a', 1, 1]);
      await post('902', ['b', 1, 1]);
      expect(await desk.posts.outdated(10)).toEqual([]);
      await desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
      await restart();
      expect(await desk.posts.outdated(10)).toEqual([
        {
          channelId: '50',
          messageId: '901',
          postedAt: '2026-03-01T10:00:00.000Z',
          quotes: [
            { articleId: 'a', revision: 1, sentence: 1, now: 2 },
            { articleId: 'a', revision: 1, sentence: 2, now: 2 },
          ],
        },
      ]);
      await desk.posts.told('901', 'a', 2);
      expect(await desk.posts.outdated(10)).toEqual([]);
    });

    test('are counted by article, and stored with their outline', async () => {
      const quotes = [
        { articleId: 'b', revision: 1, sentence: 2 },
        { articleId: 'a', revision: 1, sentence: 1 },
      ];
      const outline = { shape: '{}', words: '["Who voted?"]' };
      await desk.posts.record({ channelId: '50', messageId: '901', outline, quotes });
      await post('902', ['a', 1, 1], ['a', 1, 2]);
      expect([await desk.posts.count('a'), await desk.posts.count('b')]).toEqual([2, 1]);
      const found = {
        channelId: '50',
        messageId: '901',
        kind: 'reply',
        postedAt: '2026-03-01T10:00:00.000Z',
        outline,
        quotes: quotes.toReversed(),
      };
      expect(await desk.posts.find('901')).toEqual(found);
      expect(await desk.posts.find('903')).toBeUndefined();
      expect(await desk.posts.inChannel('50', 9)).toHaveLength(2);
      expect(await desk.posts.inChannel('51', 9)).toEqual([]);
      expect(await store.guild('2').posts.find('901')).toBeUndefined();
      expect(await store.guild('2').posts.count('a')).toBe(0);
    });

    test('T27 lose the words that repeat an article when that is retracted, and keep the others', async () => {
      const text = 'The tunnel cost 340 million euros. Nobody was asked.';
      await desk.correct(draft({ id: 'a', text }), EDITOR);
      const said = ['Did it cost 340 million?', '“tunnel”', ' and ', 'Who paid?', '3 of 11 sentences', null];
      const outline = { shape: '{}', words: JSON.stringify(said) };
      const quotes = [{ articleId: 'a', revision: 2, sentence: 1 }];
      for (const messageId of ['901', '902'])
        await desk.posts.record({ channelId: '50', messageId, outline, quotes });
      await desk.posts.record({ channelId: '50', messageId: '903', outline, quotes: [] });
      await desk.retract('a', 'Wrong.', '9');
      const words = async (id: string): Promise<unknown> =>
        JSON.parse((await desk.posts.find(id))?.outline?.words ?? 'null');
      expect(await words('901')).toEqual([null, null, ' and ', 'Who paid?', '3 of 11 sentences', null]);
      expect(await words('902')).toEqual(await words('901'));
      expect(await words('903')).toEqual(said);
    });

    test('that are private are not edited or counted, and are deleted after some time', async () => {
      const quotes = [{ articleId: 'a', revision: 1, sentence: 1 }];
      await desk.posts.record({ channelId: '50', messageId: '901', kind: 'private', quotes });
      await desk.posts.record({ channelId: '50', messageId: '902', quotes });
      await desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
      expect((await desk.posts.outdated(10)).map(({ messageId }) => messageId)).toEqual(['902']);
      expect(await desk.posts.count('a')).toBe(1);
      expect(await desk.posts.inChannel('50', 9)).toHaveLength(1);
      await store.housekeeping.dropPrivatePostsBefore(new Date('2026-03-01T10:00:00Z'));
      expect(await desk.posts.find('901')).toMatchObject({ quotes });
      await store.housekeeping.dropPrivatePostsBefore(new Date('2026-03-01T10:00:01Z'));
      expect(await desk.posts.find('901')).toBeUndefined();
      expect(await desk.posts.find('902')).toMatchObject({ quotes });
    });

    test('of a retracted article are found, even if it was retracted during a correction', async () => {
      await post('901', ['a', 1, 1]);
      await desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
      await desk.retract('a', 'Wrong.', '9');
      await desk.posts.told('901', 'a', 2);
      expect((await desk.posts.outdated(10)).map(({ quotes }) => quotes)).toEqual([
        [{ articleId: 'a', revision: 1, sentence: 1, now: 'retracted' }],
      ]);
      await desk.posts.told('901', 'a', 'retracted');
      expect(await desk.posts.outdated(10)).toEqual([]);
    });

    test('are not found if they are newer than the correction, deleted, or of a house article', async () => {
      await post('901', ['a', 1, 1]);
      await post('903', ['seed', 1, 1]);
      await desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
      await post('902', ['a', 2, 1]);
      await desk.posts.forget('901');
      expect(await desk.posts.outdated(10)).toEqual([]);
    });

    test('T15 belong to their guild', async () => {
      await store.guild('2').posts.record({
        channelId: '5',
        messageId: '7',
        quotes: [{ articleId: 'a', revision: 1, sentence: 1 }],
      });
      await desk.correct(draft({ id: 'a', text: 'New.' }), EDITOR);
      expect(await store.guild('2').posts.outdated(10)).toEqual([]);
    });
  });

  describe('feeds', () => {
    const url = 'https://www.example.org/rss';
    const later = (minutes: number) => new Date(clock.getTime() + minutes * 60_000);

    test('are added once, listed, and removed with their items', async () => {
      const { feed } = await desk.feeds.add(url, '7');
      expect(feed).toEqual({
        id: 'example-org',
        url,
        addedBy: '7',
        addedAt: clock.toISOString(),
        failures: 0,
        nextAt: clock.toISOString(),
      });
      expect(await desk.feeds.add(url, '8')).toEqual({ outcome: 'exists', feed });
      expect((await desk.feeds.add(`${url}/sport`, '7')).feed.id).toBe('example-org-2');
      await desk.feeds.keep('example-org', { item: 'guid', state: 'taken', articleId: 'a' });
      expect(await desk.feeds.remove('example-org')).toBe(true);
      expect(await desk.feeds.remove('example-org')).toBe(false);
      expect(await desk.feeds.known('example-org', ['guid'])).toEqual(new Map());
      expect((await desk.feeds.list()).map(({ id }) => id)).toEqual(['example-org-2']);
      expect(await store.guild('2').feeds.list()).toEqual([]);
    });

    test('keep the server’s validators, and count failures until a success', async () => {
      await desk.feeds.add(url, '7');
      await desk.feeds.checked('example-org', {
        ok: true,
        nextAt: later(15),
        title: 'News',
        etag: '"1"',
        lastModified: 'Mon',
      });
      await desk.feeds.checked('example-org', { ok: false, nextAt: later(30), problem: 'It answered 500.' });
      await desk.feeds.checked('example-org', { ok: false, nextAt: later(60), problem: 'It answered 502.' });
      expect(await desk.feeds.list()).toMatchObject([
        {
          title: 'News',
          etag: '"1"',
          lastModified: 'Mon',
          failures: 2,
          problem: 'It answered 502.',
          nextAt: later(60).toISOString(),
        },
      ]);
      await desk.feeds.checked('example-org', { ok: true, nextAt: later(75), etag: '"2"' });
      const [feed] = await desk.feeds.list();
      expect(feed).toMatchObject({ title: 'News', etag: '"2"', failures: 0 });
      expect(feed).not.toHaveProperty('problem');
      expect(feed).not.toHaveProperty('lastModified');
    });

    test('are handed out when due, longest due first, and not twice', async () => {
      await desk.feeds.add(url, '7');
      clock = later(1);
      await store.guild('2').feeds.add('https://example.net/feed', '7');
      expect(await store.feeds.claim()).toMatchObject({ guildId: '1', feed: { id: 'example-org' } });
      expect(await store.feeds.claim()).toMatchObject({ guildId: '2', feed: { id: 'example-net' } });
      expect(await store.feeds.claim()).toBeUndefined();
      clock = later(6);
      expect(await store.feeds.claim()).toMatchObject({ guildId: '1' });
    });

    test('F20 put unusable items aside with their reason, and count them until they succeed', async () => {
      await desk.feeds.add(url, '7');
      const bad = {
        item: 'guid-1',
        state: 'quarantined',
        problem: message('intake.no-text', { subject: 'a.txt' }),
      } as const;
      await desk.feeds.keep('example-org', bad);
      await desk.feeds.keep('example-org', bad);
      expect(await desk.feeds.quarantined('example-org')).toEqual([{ ...bad, tries: 2 }]);
      await desk.feeds.keep('example-org', {
        item: 'guid-1',
        state: 'taken',
        articleId: 'a',
        fingerprint: 'f',
      });
      const many = Array.from({ length: 450 }, (_, n) => `guid-${n}`);
      expect(await desk.feeds.known('example-org', many)).toEqual(
        new Map([['guid-1', { item: 'guid-1', state: 'taken', articleId: 'a', fingerprint: 'f', tries: 0 }]]),
      );
      expect(await desk.feeds.quarantined('example-org')).toEqual([]);
    });
  });

  describe('jobs', () => {
    const enqueue = (kind: string) =>
      desk.jobs.enqueue({ kind, payload: { text: `secret ${kind}` }, by: '7' });

    test('run in order with their progress, and have no payload afterwards', async () => {
      const id = await enqueue('first');
      clock = new Date(clock.getTime() + 1);
      await enqueue('second');
      const job = await store.jobs.claim();
      expect(job).toMatchObject({ guildId: '1', kind: 'first', tries: 1, payload: { text: 'secret first' } });
      expect(await store.jobs.claim()).toMatchObject({ kind: 'second' });
      expect(await store.jobs.claim()).toBeUndefined();
      expect(await store.jobs.beat(job!, { done: 3 })).toBe(true);
      expect(await desk.jobs.get(id)).toMatchObject({ state: 'running', progress: { done: 3 } });
      await store.jobs.finish(job!, { done: 5 });
      const ended = await desk.jobs.get(id);
      expect(ended).toMatchObject({ state: 'done', progress: { done: 5 } });
      expect(ended).not.toHaveProperty('payload');
      expect(await store.guild('2').jobs.get(id)).toBeUndefined();
      expect((await desk.jobs.list(10)).map(({ kind }) => kind)).toEqual(['second', 'first']);
    });

    test('of a silent worker go to another, and the first can no longer finish them', async () => {
      await enqueue('first');
      const lost = await store.jobs.claim();
      clock = new Date(clock.getTime() + 61_000);
      const taken = await store.jobs.claim();
      expect(taken).toMatchObject({ kind: 'first', tries: 2 });
      expect(await store.jobs.beat(lost!, {})).toBe(false);
      await store.jobs.fail(lost!, 'too late');
      expect(await desk.jobs.get(taken!.id)).toMatchObject({ state: 'running' });
    });

    test('F19 that crash the program repeatedly are put aside with the reason', async () => {
      const id = await enqueue('poison');
      for (let tries = 0; tries < 3; tries += 1) {
        expect(await store.jobs.claim()).toMatchObject({ id });
        clock = new Date(clock.getTime() + 61_000);
      }
      expect(await store.jobs.claim()).toBeUndefined();
      expect(await desk.jobs.get(id)).toMatchObject({
        state: 'failed',
        problem: message('job.too-often', { times: 3 }),
      });
    });

    test('with an id are stored once, again after failure or deletion, and handed out by kind', async () => {
      const once = (n: number) =>
        desk.jobs.enqueueOnce({ id: 'edit:1', kind: 'edit', payload: { n }, by: 'bot' });
      await once(1);
      await once(2);
      expect(await store.jobs.claim(['order'])).toBeUndefined();
      const first = (await store.jobs.claim(['order', 'edit']))!;
      expect(first).toMatchObject({ id: 'edit:1', payload: { n: 1 } });
      await once(3);
      expect(await store.jobs.claim()).toBeUndefined();
      await store.jobs.fail(first, 'Discord is away.');
      await once(4);
      const second = (await store.jobs.claim())!;
      expect(second).toMatchObject({ payload: { n: 4 }, tries: 1 });
      expect(second).not.toHaveProperty('problem');
      await store.jobs.drop(first);
      expect(await desk.jobs.get('edit:1')).toMatchObject({ state: 'running' });
      await store.jobs.drop(second);
      expect(await desk.jobs.get('edit:1')).toBeUndefined();
    });

    test('returned in an orderly stop wait without counting a try', async () => {
      await enqueue('first');
      await store.jobs.release((await store.jobs.claim())!);
      expect(await store.jobs.claim()).toMatchObject({ tries: 1 });
    });

    test('are deleted only if they ended long ago', async () => {
      const [done, waiting] = [await enqueue('done'), await enqueue('waiting')];
      clock = new Date(clock.getTime() + 1);
      const job = await store.jobs.claim();
      await store.jobs.finish(job!, {});
      await store.housekeeping.dropJobsEndedBefore(clock);
      expect(await desk.jobs.list(10)).toHaveLength(2);
      await store.housekeeping.dropJobsEndedBefore(new Date(clock.getTime() + 1));
      expect((await desk.jobs.list(10)).map(({ id }) => id)).toEqual([
        [done, waiting].find((id) => id !== job!.id),
      ]);
    });
  });

  describe('gaps', () => {
    const miss = (question: string, userId: string, nearest: readonly string[] = []) =>
      desk.gaps.record({ question, unknown: ['zeppelin'], nearest, userId });

    test('group a question’s wordings, count each asker once, and store no id', async () => {
      await miss('Who bought the zeppelin?', '1', ['a.r1.s1']);
      await miss('the Zeppelin: who buys?', '1', ['b.r1.s2']);
      clock = new Date('2026-03-02T10:00:00.000Z');
      await miss('who bought zeppelins', '2', ['c.r1.s1']);
      await miss('When was the zeppelin bought?', '1');
      expect(await desk.gaps.list(1)).toEqual([
        {
          question: 'Who bought the zeppelin?',
          times: 3,
          askers: 2,
          unknown: ['zeppelin'],
          nearest: ['c.r1.s1'],
          firstAt: '2026-03-01T10:00:00.000Z',
          lastAt: '2026-03-02T10:00:00.000Z',
        },
      ]);
    });

    test('without any word are stored by their text', async () => {
      await miss('???', '1');
      await miss('???', '2');
      expect(await desk.gaps.list(5)).toMatchObject([{ question: '???', times: 2, askers: 2 }]);
      expect(await store.guild('2').gaps.list(5)).toEqual([]);
    });
  });

  test('notes on unhelpful answers come newest first', async () => {
    await desk.feedback.record({ receipts: ['a.r1.s1'], reason: 'Too old.', userId: '1' });
    clock = new Date('2026-03-02T10:00:00.000Z');
    await desk.feedback.record({ receipts: [], reason: 'Wrong town.', userId: '2' });
    expect(await desk.feedback.list(5)).toEqual([
      { receipts: [], reason: 'Wrong town.', at: '2026-03-02T10:00:00.000Z' },
      { receipts: ['a.r1.s1'], reason: 'Too old.', at: '2026-03-01T10:00:00.000Z' },
    ]);
  });

  test('the status counts everything stored', async () => {
    expect(await desk.status()).toMatchObject({ articles: 0, feeds: 0, gaps: 0 });
    await desk.add([{ draft: draft({ id: 'a', text: 'A.', publishedAt: '2026-02-01' }) }], EDITOR);
    await desk.add([{ draft: draft({ id: 'b', text: 'B.', publishedAt: '2026-02-03' }) }], EDITOR);
    await desk.retract('b', 'Wrong.', '9');
    clock = new Date('2026-03-02T10:00:00.000Z');
    await desk.correct(draft({ id: 'a', text: 'New.', publishedAt: '2026-02-01' }), EDITOR);
    await desk.feeds.add('https://example.org/rss', '7');
    await desk.feeds.checked('example-org', { ok: true, nextAt: clock });
    await desk.feeds.keep('example-org', { item: 'x', state: 'quarantined', problem: 'No text.' });
    expect(await desk.status()).toEqual({
      articles: 1,
      retracted: 1,
      lastIntakeAt: '2026-03-02T10:00:00.000Z',
      newestPublishedAt: '2026-02-01',
      feeds: 1,
      oldestFeedSuccessAt: '2026-03-02T10:00:00.000Z',
      failingFeeds: 0,
      quarantinedItems: 1,
      waitingJobs: 0,
      failedJobs: 0,
      gaps: 0,
    });
    await desk.feeds.add('https://example.net/rss', '7');
    expect(await desk.status()).not.toHaveProperty('oldestFeedSuccessAt');
  });
}
