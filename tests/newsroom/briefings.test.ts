import { describe, expect, test } from 'vitest';
import { lastDue } from '../../src/newsroom/briefing/last-due.ts';
import type { Store } from '../../src/store/archive.ts';
import type { Briefing } from '../../src/store/desk/briefings.ts';
import { draft, EDITOR } from '../store/stores.ts';
import { followerOn } from '../support/following.ts';
import { GUILD } from '../support/newsroom.ts';
import { fakeOutlet } from '../support/running.ts';
import { testPlace } from '../support/test-place.ts';

describe('the last due time of a digest', () => {
  const daily = (hour: number) => ({ every: 'day', day: 1, hour }) as const;
  const weekly = (day: number, hour: number) => ({ every: 'week', day, hour }) as const;
  test.each([
    ['is today if the hour is over', daily(8), 'UTC', '2026-03-04T08:00:01Z', '2026-03-04T08:00:00Z'],
    ['is now if it is the hour', daily(8), 'UTC', '2026-03-04T08:00:00Z', '2026-03-04T08:00:00Z'],
    [
      'is yesterday if the hour has not come',
      daily(8),
      'UTC',
      '2026-03-04T07:59:59Z',
      '2026-03-03T08:00:00Z',
    ],
    [
      'is counted in the time zone of the server',
      daily(8),
      'Asia/Tokyo',
      '2026-03-04T00:00:00Z',
      '2026-03-03T23:00:00Z',
    ],
    ['can be half an hour off UTC', daily(8), 'Asia/Kolkata', '2026-03-04T03:00:00Z', '2026-03-04T02:30:00Z'],
    [
      'of a Monday is this Monday on a Wednesday',
      weekly(1, 8),
      'UTC',
      '2026-03-04T12:00:00Z',
      '2026-03-02T08:00:00Z',
    ],
    [
      'of a Friday is last Friday on a Wednesday',
      weekly(5, 8),
      'UTC',
      '2026-03-04T12:00:00Z',
      '2026-02-27T08:00:00Z',
    ],
    [
      'is in winter time in winter',
      daily(8),
      'Europe/Berlin',
      '2026-03-28T09:00:00Z',
      '2026-03-28T07:00:00Z',
    ],
    [
      'is in summer time in summer',
      daily(8),
      'Europe/Berlin',
      '2026-03-29T09:00:00Z',
      '2026-03-29T06:00:00Z',
    ],
    [
      'is an hour later if the clocks skip the hour',
      daily(2),
      'Europe/Berlin',
      '2026-03-29T02:00:00Z',
      '2026-03-29T01:00:00Z',
    ],
    [
      'is at the hour again the day after',
      daily(2),
      'Europe/Berlin',
      '2026-03-30T02:00:00Z',
      '2026-03-30T00:00:00Z',
    ],
    [
      'is the first of two if the hour occurs twice',
      daily(2),
      'Europe/Berlin',
      '2026-10-25T03:00:00Z',
      '2026-10-25T00:00:00Z',
    ],
  ] as const)('%s', (_name, plan, zone, now, due) => {
    expect(lastDue(plan, zone, new Date(now)).toISOString()).toBe(new Date(due).toISOString());
  });
});

const CHANNEL = '31';
const DAILY: Briefing = {
  channel: CHANNEL,
  here: [CHANNEL],
  every: 'day',
  day: 1,
  hour: 8,
  gaps: true,
  createdBy: '21',
  toldUntil: '2026-03-01T10:00:00.000Z',
};

async function opened(briefing: Partial<Briefing> = {}) {
  const place = await testPlace();
  const clock = { now: new Date('2026-03-01T10:00:00Z') };
  const now = () => clock.now;
  let store: Store = await place.open({ now });
  const discord = fakeOutlet();
  let follower = followerOn(store, discord.outlet, now);
  await store.guild(GUILD).add([{ draft: draft({ id: 'old', text: 'Old news. Older news.' }) }], EDITOR);
  await store.guild(GUILD).settings.set({ timeZone: 'Europe/Berlin' });
  await store.guild(GUILD).briefings.set({ ...DAILY, ...briefing });
  return {
    ...discord,
    archive: () => store.guild(GUILD),
    told: () => follower.told(),
    logged: () => follower.logged,
    at: (time: string) => (clock.now = new Date(time)),
    async restart() {
      await follower.close();
      await store.close();
      store = await place.open({ now });
      follower = followerOn(store, discord.outlet, now);
    },
  };
}

describe('a digest', () => {
  test('comes once at its hour, even after a restart, with new articles, corrections, retractions and open questions', async () => {
    const room = await opened();
    room.at('2026-03-01T12:00:00Z');
    const add = (id: string, text: string) =>
      room.archive().add([{ draft: draft({ id, headline: `On ${id}`, text }) }], EDITOR);
    await add('tunnel', 'The tunnel opened on Friday. It is long.');
    await add('gone', 'This was wrong from the start.');
    await room.archive().correct(draft({ id: 'old', text: 'Old news. Much older news.' }), EDITOR);
    await room.archive().retract('gone', 'Nothing in it was right.', EDITOR.by);
    for (const userId of ['1', '2'])
      await room.archive().gaps.record({ question: 'Who dug it?', unknown: [], nearest: [], userId });
    room.at('2026-03-02T06:59:59Z');
    await room.told();
    expect(room.sent).toEqual([]);
    room.at('2026-03-02T07:00:00Z');
    await room.told();
    await room.told();
    await room.restart();
    await room.told();
    expect(room.sent).toHaveLength(1);
    const text = room.sent[0]?.text ?? '';
    expect(text).toContain('Daily digest, 2026-03-02');
    expect(text).toContain('1 new article:');
    expect(text).toContain('The tunnel opened on Friday.');
    expect(text).toContain('tunnel.r1.s1');
    expect(text).toContain('Corrected: “Council votes”');
    expect(text).toContain('Much older news.');
    expect(text).toContain('Retracted: “On gone”');
    expect(text).not.toContain('wrong from the start');
    expect(text).toContain('Who dug it? (2 times)');
    expect(
      ((await room.archive().posts.find('951'))?.quotes ?? []).map(({ articleId }) => articleId),
    ).toEqual(['old', 'tunnel']);
    room.at('2026-03-03T07:00:00Z');
    await room.told();
    expect(room.sent).toHaveLength(1);
  });

  test('for missed hours comes once and covers all the time since the last', async () => {
    const room = await opened();
    room.at('2026-03-01T12:00:00Z');
    await room.archive().add([{ draft: draft({ id: 'a', text: 'First.' }) }], EDITOR);
    room.at('2026-03-03T12:00:00Z');
    await room.archive().add([{ draft: draft({ id: 'b', text: 'Second.' }) }], EDITOR);
    room.at('2026-03-05T12:00:00Z');
    await room.told();
    expect(room.sent.map(({ text }) => text)).toEqual([expect.stringMatching(/First[^]*Second/u)]);
  });

  test('comes on its weekday, and lists no question when gaps are off', async () => {
    const room = await opened({ every: 'week', day: 3, gaps: false });
    room.at('2026-03-02T12:00:00Z');
    await room.archive().gaps.record({ question: 'Who dug it?', unknown: [], nearest: [], userId: '1' });
    await room.archive().add([{ draft: draft({ id: 'a', text: 'First.' }) }], EDITOR);
    room.at('2026-03-03T12:00:00Z');
    await room.told();
    expect(room.sent).toEqual([]);
    room.at('2026-03-04T12:00:00Z');
    await room.told();
    expect(room.sent[0]?.text).toContain('Weekly digest');
    expect(room.sent[0]?.text).not.toContain('Who dug it?');
  });

  test('T16 contains only what may be read in its channel', async () => {
    const room = await opened();
    room.at('2026-03-01T12:00:00Z');
    const add = (id: string, visibility: object) =>
      room
        .archive()
        .add([{ draft: draft({ id, headline: `On ${id}`, text: `Words of ${id}.` }), visibility }], EDITOR);
    await add('elsewhere', { channels: ['99'] });
    await add('later', { embargoUntil: '2026-03-02T12:00:00Z' });
    await add('here', { channels: [CHANNEL] });
    room.at('2026-03-02T07:00:00Z');
    await room.told();
    expect(room.sent[0]?.text).toContain('Words of here.');
    expect(room.sent[0]?.text).not.toMatch(/elsewhere|later/u);
    room.at('2026-03-03T07:00:00Z');
    await room.told();
    expect(room.sent[1]?.text).toContain('Words of later.');
  });

  test('waits while Discord is away', async () => {
    const room = await opened();
    room.at('2026-03-01T12:00:00Z');
    await room.archive().add([{ draft: draft({ id: 'a', text: 'First.' }) }], EDITOR);
    room.state.away = true;
    room.at('2026-03-02T07:00:00Z');
    await room.told();
    room.state.away = false;
    room.at('2026-03-02T07:01:00Z');
    await room.told();
    expect(room.sent).toEqual([]);
    room.at('2026-03-02T07:06:00Z');
    await room.told();
    await room.told();
    expect(room.sent).toHaveLength(1);
  });

  test('of a hundred articles shows some by first sentence, some by headline, and counts the rest', async () => {
    const room = await opened();
    room.at('2026-03-01T12:00:00Z');
    for (let n = 1; n <= 100; n += 1)
      await room
        .archive()
        .add([{ draft: draft({ id: `n${n}`, headline: `On ${n}`, text: `Number ${n}.` }) }], EDITOR);
    room.at('2026-03-02T07:00:00Z');
    await room.told();
    const text = room.sent[0]?.text ?? '';
    expect(text).toContain('100 new articles:');
    expect(text).toContain('Number 6.');
    expect(text).toContain('“On 18”');
    expect(text).toContain('82 more new articles');
  });
});
