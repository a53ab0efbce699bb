import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/archive.ts';
import type { GuildArchive } from '../../../src/store/guild-archive.ts';
import type { FollowPlace } from '../../../src/store/desk/follows.ts';
import { draft, EDITOR, type MakePlace, type Place } from '../stores.ts';

const CHANNEL: FollowPlace = { channel: '31', here: ['31', '30'] };
const PERSON: FollowPlace = { person: '21' };

/** Subscriptions and digests, the same for every store. */
export function followsContract(makePlace: MakePlace): void {
  let place: Place;
  let store: Store;
  let desk: GuildArchive;
  let clock: Date;
  beforeEach(async () => {
    clock = new Date('2026-03-01T10:00:00.000Z');
    place = await makePlace();
    store = await place.open({ now: () => clock });
    desk = store.guild('1');
    // A server has an archive after the first write.
    await desk.add([{ draft: draft() }], EDITOR);
  });
  afterEach(() => place.remove());

  const restart = async () => {
    await store.close();
    store = await place.open({ now: () => clock });
    desk = store.guild('1');
  };
  const later = (minutes: number) => (clock = new Date(clock.getTime() + minutes * 60_000));
  const follow = (where: FollowPlace, subject: string) =>
    desk.follows.add({ place: where, kind: 'company', subject, createdBy: '21' });
  const jobs = async (kind: string) => (await desk.jobs.list(50)).filter((job) => job.kind === kind);

  describe('subscriptions', () => {
    test('are stored once for a channel or person, survive a restart, and belong to their server', async () => {
      const added = await follow(CHANNEL, 'Ferrow');
      expect(added.outcome).toBe('added');
      expect((await follow(CHANNEL, 'Ferrow')).outcome).toBe('exists');
      await follow(PERSON, 'Ferrow');
      await restart();
      expect((await desk.follows.list(CHANNEL)).map(({ place: where, subject }) => [where, subject])).toEqual(
        [[CHANNEL, 'Ferrow']],
      );
      expect(await desk.follows.list()).toHaveLength(2);
      expect(await store.guild('2').follows.list()).toEqual([]);
      const [first] = await desk.follows.list(CHANNEL);
      expect(await store.guild('2').follows.remove(first?.id ?? '')).toBe(false);
      expect(await desk.follows.remove(first?.id ?? '')).toBe(true);
      expect(await desk.follows.remove(first?.id ?? '')).toBe(false);
      expect(await desk.follows.list(CHANNEL)).toEqual([]);
    });

    test('are limited to 25 in one place', async () => {
      for (let n = 0; n < 25; n += 1) await follow(CHANNEL, `Company ${n}`);
      expect((await follow(CHANNEL, 'one more')).outcome).toBe('full');
      expect((await follow(PERSON, 'one more')).outcome).toBe('added');
    });

    test('create one job per change of an article, even after a restart, and none without subscriptions', async () => {
      await desk.correct(draft({ text: 'The council met. It did not vote.' }), EDITOR);
      expect(await jobs('follow')).toEqual([]);
      await follow(CHANNEL, 'council');
      await desk.add(
        [{ draft: draft({ id: 'a', text: 'One.' }) }, { draft: draft({ id: 'b', text: 'Two.' }) }],
        EDITOR,
      );
      await desk.correct(draft({ id: 'a', text: 'One more.' }), EDITOR);
      await desk.retract('b', 'Wrong.', EDITOR.by);
      await restart();
      const payloads = (await jobs('follow')).map(({ payload }) => payload);
      expect(payloads).toHaveLength(4);
      expect(payloads).toEqual(
        expect.arrayContaining([
          { articleId: 'a', kind: 'added' },
          { articleId: 'b', kind: 'added' },
          { articleId: 'a', kind: 'corrected' },
          { articleId: 'b', kind: 'retracted' },
        ]),
      );
      expect(await store.guild('2').jobs.list(9)).toEqual([]);
    });
  });

  describe('news for subscriptions', () => {
    const news = (articleId: string, n: number, since = 0, follows: string[] = ['f']) => ({
      articleId,
      state: `r${n}` as const,
      since,
      follows,
    });
    const hourAgo = () => new Date(clock.getTime() - 3_600_000);
    const due = () => desk.news.due(clock, hourAgo());

    test('waits until it is due, and is sent once in one message', async () => {
      await desk.news.note(CHANNEL, news('a', 1), '2026-03-01T10:30:00.000Z');
      expect(await due()).toEqual([]);
      expect(await store.telling.due(clock)).toEqual([]);
      later(31);
      expect(await store.telling.due(clock)).toEqual(['1']);
      const [where] = await due();
      expect(where).toEqual({ place: 'c31', waiting: [{ articleId: 'a', state: 'r1' }], messages: 0 });
      await desk.news.bundle('c31', where?.waiting ?? [], clock);
      await desk.news.bundle('c31', where?.waiting ?? [], clock);
      const sending = await jobs('follow-post');
      expect(sending).toHaveLength(1);
      expect(await due()).toEqual([]);
      await desk.news.note(CHANNEL, news('a', 1), clock.toISOString());
      expect(await due()).toEqual([]);
      await restart();
      const [id = ''] = await desk.news.unposted();
      expect(sending[0]?.payload).toEqual({ message: id });
      expect(await desk.news.message(id)).toEqual({ id, place: 'c31', news: [news('a', 1)], posted: false });
      expect(await store.telling.unposted()).toEqual(['1']);
      await desk.news.begun(id, clock);
      const begunAt = clock.toISOString();
      later(1);
      await desk.news.begun(id, clock);
      expect(await desk.news.message(id)).toMatchObject({ begunAt });
      await desk.news.begun(id, undefined);
      expect(await desk.news.message(id)).not.toHaveProperty('begunAt');
      await desk.news.posted(id);
      expect(await desk.news.unposted()).toEqual([]);
      expect(await desk.news.message(id)).toMatchObject({ posted: true });
      expect(await desk.news.knownIn(CHANNEL, 'a')).toBe(1);
      expect(await desk.news.knownIn(PERSON, 'a')).toBe(undefined);
      expect(await store.guild('2').news.message(id)).toBe(undefined);
    });

    test('is replaced by newer news of the article, and keeps the last reported revision', async () => {
      await desk.news.note(PERSON, news('a', 2, 1), clock.toISOString());
      await desk.news.note(PERSON, news('a', 3, 2), clock.toISOString());
      const [where] = await due();
      expect(where?.waiting).toEqual([{ articleId: 'a', state: 'r3' }]);
      await desk.news.bundle('u21', where?.waiting ?? [], clock);
      const [id = ''] = await desk.news.unposted();
      expect((await desk.news.message(id))?.news).toEqual([news('a', 3, 1)]);
    });

    test('counts the messages per hour in each place', async () => {
      for (const articleId of ['a', 'b']) {
        await desk.news.note(CHANNEL, news(articleId, 1), clock.toISOString());
        await desk.news.bundle('c31', [{ articleId, state: 'r1' }], clock);
        later(40);
      }
      await desk.news.note(CHANNEL, news('c', 1), clock.toISOString());
      await desk.news.note(PERSON, news('c', 1), clock.toISOString());
      expect((await due()).map(({ place: key, messages }) => [key, messages])).toEqual([
        ['c31', 1],
        ['u21', 0],
      ]);
    });

    test('is deleted with the article or its last match', async () => {
      const added = await follow(CHANNEL, 'Ferrow');
      const id = added.outcome === 'full' ? '' : added.follow.id;
      await desk.news.note(CHANNEL, news('a', 1, 0, [id]), clock.toISOString());
      await desk.news.note(CHANNEL, news('b', 1, 0, [id]), clock.toISOString());
      await desk.news.drop('b');
      expect((await due())[0]?.waiting).toEqual([{ articleId: 'a', state: 'r1' }]);
      await desk.follows.remove(id);
      expect(await due()).toEqual([]);
    });

    test('is deleted long after it was posted', async () => {
      await desk.news.note(CHANNEL, news('a', 1), clock.toISOString());
      await desk.news.bundle('c31', [{ articleId: 'a', state: 'r1' }], clock);
      const [id = ''] = await desk.news.unposted();
      await desk.news.posted(id);
      await desk.news.forgetBefore(clock);
      expect(await desk.news.message(id)).toMatchObject({ posted: true });
      later(1);
      await desk.news.forgetBefore(clock);
      expect(await desk.news.message(id)).toBe(undefined);
    });
  });

  describe('digests', () => {
    const BRIEFING = {
      channel: '31',
      here: ['31', '30'],
      every: 'week',
      day: 1,
      hour: 8,
      gaps: true,
      createdBy: '21',
      toldUntil: '2026-03-01T08:00:00.000Z',
    } as const;

    test('are one per channel, and their last time survives a change of hour and never goes back', async () => {
      await desk.briefings.set(BRIEFING);
      await desk.briefings.told('31', '2026-03-02T08:00:00.000Z');
      await desk.briefings.told('31', '2026-03-01T09:00:00.000Z');
      await desk.briefings.set({ ...BRIEFING, every: 'day', hour: 9, gaps: false });
      await restart();
      expect(await desk.briefings.list()).toEqual([
        { ...BRIEFING, every: 'day', hour: 9, gaps: false, toldUntil: '2026-03-02T08:00:00.000Z' },
      ]);
      expect(await store.guild('2').briefings.list()).toEqual([]);
      expect(await desk.briefings.remove('31')).toBe(true);
      expect(await desk.briefings.remove('31')).toBe(false);
    });

    test('list additions, corrections and retractions of a period, where an embargo counts from its end', async () => {
      await desk.add([{ draft: draft({ id: 'byline', text: 'Signed.' }) }], EDITOR);
      later(1);
      const from = clock.toISOString();
      later(1);
      await desk.add(
        [
          { draft: draft({ id: 'new', text: 'New.' }) },
          {
            draft: draft({ id: 'later', text: 'Later.' }),
            visibility: { embargoUntil: '2026-03-01T12:00:00Z' },
          },
        ],
        EDITOR,
      );
      await desk.correct(draft({ id: 'new', text: 'New, again.' }), EDITOR);
      await desk.correct(draft({ text: 'The council met.' }), EDITOR);
      await desk.correct(draft({ text: 'The council met twice.' }), EDITOR);
      await desk.add([{ draft: draft({ id: 'gone', text: 'Gone.' }) }], EDITOR);
      await desk.retract('gone', 'Wrong.', EDITOR.by);
      await desk.correct(draft({ id: 'byline', text: 'Signed.', byline: 'A. Writer' }), EDITOR);
      later(1);
      const to = clock.toISOString();
      expect(await desk.changedBetween(from, to)).toEqual({
        added: ['new'],
        corrected: [{ articleId: 'council-vote', before: 1, now: 3 }],
        retracted: ['gone'],
      });
      expect(await desk.changedBetween(to, '2026-03-01T12:00:00.000Z')).toEqual({
        added: ['later'],
        corrected: [],
        retracted: [],
      });
    });

    test('need an existing time zone', async () => {
      expect((await desk.settings.set({ timeZone: 'Europe/Berlin' })).timeZone).toBe('Europe/Berlin');
      await expect(desk.settings.set({ timeZone: 'Mars/Olympus' })).rejects.toThrow(/time zone/u);
    });
  });

  test('a purged server leaves no subscription', async () => {
    await follow(CHANNEL, 'Ferrow');
    await desk.news.note(
      CHANNEL,
      { articleId: 'a', state: 'r1', since: 0, follows: [] },
      clock.toISOString(),
    );
    await desk.briefings.set({
      channel: '31',
      here: [],
      every: 'day',
      day: 1,
      hour: 8,
      gaps: false,
      createdBy: '21',
      toldUntil: clock.toISOString(),
    });
    await store.memberships.present('app', ['1']);
    await store.memberships.left('app', '1');
    expect(await store.memberships.letGo('app', '1')).toBe(true);
    expect(await desk.follows.list()).toEqual([]);
    expect(await desk.news.due(clock, clock)).toEqual([]);
    expect(await desk.briefings.list()).toEqual([]);
  });
}
