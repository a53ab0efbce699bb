import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse.ts';
import type { Store } from '../../src/store/archive.ts';
import { StoreError } from '../../src/store/db/db.ts';
import { draft, EDITOR } from '../store/stores.ts';
import {
  CHANNEL,
  DESK_CHANNEL,
  editor,
  GUILD,
  newsroomOver,
  OTHER_GUILD,
  someone,
} from '../support/newsroom.ts';
import { testPlace } from '../support/test-place.ts';

async function opened(options: Parameters<typeof newsroomOver>[1] = {}) {
  const place = await testPlace();
  const store = await place.open({ reserved: (id) => (options.house ?? []).some((each) => each.id === id) });
  return { place, store, newsroom: newsroomOver(store, options) };
}

const add = (store: Store, fields: Parameters<typeof draft>[0], visibility = {}, guild = GUILD) =>
  store.guild(guild).add([{ draft: draft(fields), visibility }], EDITOR);

const idsOf = (desk: Awaited<ReturnType<ReturnType<typeof newsroomOver>['deskFor']>>) =>
  desk.index
    .documents()
    .map(({ article }) => article.id)
    .toSorted();

const house = [
  parseArticle('house.txt', 'The house article\n\nThe house was built in 1911. It stands in Oslo.'),
];

describe('a desk depends only on the asker’s server and channel', () => {
  test('T15 it has the house articles and the server’s own', async () => {
    const { store, newsroom } = await opened({ house });
    await add(store, { id: 'ours' });
    await add(store, { id: 'theirs', text: 'Zanzibar canary.' }, {}, OTHER_GUILD);
    await newsroom.open(GUILD);
    expect(idsOf(await newsroom.deskFor(someone()))).toEqual(['house', 'ours']);
    expect(idsOf(await newsroom.deskFor(someone({ guildId: OTHER_GUILD })))).toEqual(['house', 'theirs']);
    const { guildId: _, ...nowhere } = someone();
    expect(idsOf(await newsroom.deskFor(nowhere))).toEqual(['house']);
  });

  test('T16 an article is hidden in other channels and under embargo', async () => {
    let now = new Date('2026-01-02T00:00:00Z');
    const { store, newsroom } = await opened({ now: () => now });
    await add(
      store,
      { id: 'desk-only', text: 'Quixotic zebras met Nakamura.' },
      { channels: [DESK_CHANNEL] },
    );
    await add(store, { id: 'later', text: 'Pangolins will win.' }, { embargoUntil: '2026-01-03T00:00:00Z' });
    await add(store, { id: 'open', text: 'The harbour is open to all.' });
    await newsroom.open(GUILD);
    const here = await newsroom.deskFor(someone());
    expect(idsOf(here)).toEqual(['open']);
    expect(here.index.document('desk-only')).toBeUndefined();
    expect(here.index.names()).toEqual([]);
    expect(await here.ask({ question: 'Who met the zebras?' })).toMatchObject({
      searched: { articles: 1 },
      unknown: expect.arrayContaining(['zebras']) as unknown,
    });
    expect(await here.revision('desk-only', 1)).toEqual({ state: 'unknown' });
    expect(await here.revision('desk-only')).toEqual(await here.revision('never-was'));
    const there = await newsroom.deskFor(someone({ channels: [CHANNEL, DESK_CHANNEL] }));
    expect(idsOf(there)).toEqual(['desk-only', 'open']);
    expect(await there.revision('desk-only', 1)).toMatchObject({ state: 'live', newest: 1 });
    now = new Date('2026-01-03T00:00:00Z');
    expect(idsOf(await newsroom.deskFor(someone()))).toEqual(['later', 'open']);
  });

  test('T17 only editors get the editing tools, by Manage Server or an editors’ role', async () => {
    const { store, newsroom } = await opened();
    expect((await newsroom.deskFor(someone({ roles: ['7'] }))).tools).toBeUndefined();
    expect((await newsroom.deskFor(editor())).tools?.archive.guildId).toBe(GUILD);
    await store.guild(GUILD).settings.set({ editorRoles: ['7'] });
    expect((await newsroom.deskFor(someone({ roles: ['7'] }))).tools?.archive.guildId).toBe(GUILD);
    expect((await newsroom.deskFor(someone({ roles: ['8'] }))).tools).toBeUndefined();
  });
});

describe('the index follows the store', () => {
  test('T27 a retracted article is gone at once, even while many others wait to be indexed', async () => {
    const { store, newsroom } = await opened();
    await add(store, { id: 'doomed', text: 'Kestrels nest under the bridge.' });
    await newsroom.open(GUILD);
    const many = Array.from({ length: 60 }, (_, n) => ({
      draft: draft({ id: `more-${n}`, text: `Number ${n} of many. It is short.` }),
    }));
    await store.guild(GUILD).add(many, EDITOR);
    await store.guild(GUILD).retract('doomed', 'It was wrong.', EDITOR.by);
    const desk = await newsroom.deskFor(someone());
    expect(desk.index.document('doomed')).toBeUndefined();
    expect((await desk.ask({ question: 'Where do kestrels nest?' })).unknown).toContain('kestrels');
    expect(await desk.revision('doomed', 1)).toMatchObject({
      state: 'retracted',
      tombstone: { reason: 'It was wrong.' },
    });
  });

  test('T28 a correction is quoted, and the old revision still opens', async () => {
    const { store, newsroom } = await opened();
    await add(store, { id: 'vote', text: 'Nine members voted.' });
    await newsroom.open(GUILD);
    await store.guild(GUILD).correct(draft({ id: 'vote', text: 'Ten members voted.' }), EDITOR);
    await expect
      .poll(async () => (await newsroom.deskFor(someone())).index.document('vote')?.article.revision)
      .toBe(2);
    const old = await (await newsroom.deskFor(someone())).revision('vote', 1);
    expect(old).toMatchObject({ state: 'live', newest: 2 });
    expect(old.state === 'live' && old.document.article.text).toBe('Nine members voted.');
  });

  test('a restored or moved article is indexed as it is in the store', async () => {
    const { store, newsroom } = await opened({ house });
    await newsroom.open(GUILD);
    const archive = store.guild(GUILD);
    await add(store, { id: 'vote' });
    await archive.retract('vote', 'Why.', EDITOR.by);
    await archive.restore(draft({ id: 'vote', text: 'Ten members voted.' }), EDITOR);
    await archive.setVisibility('vote', { channels: [DESK_CHANNEL] });
    await archive.setVisibility('vote', {});
    await expect.poll(async () => idsOf(await newsroom.deskFor(someone()))).toEqual(['house', 'vote']);
    const desk = await newsroom.deskFor(someone());
    expect(desk.index.document('vote')?.article).toMatchObject({ revision: 2, text: 'Ten members voted.' });
  });
});

describe('notes of askers', () => {
  test('gaps and feedback are stored with only a hash of the asker', async () => {
    const { store, newsroom } = await opened({ house });
    const desk = await newsroom.deskFor(someone());
    desk.notes.gap({ question: 'Who won?', unknown: ['won'], nearest: ['house.r1.s1'] }, someone());
    await desk.notes.feedback({ receipts: ['house.r1.s1'], reason: 'Too old' }, someone());
    await expect
      .poll(() => store.guild(GUILD).gaps.list(9))
      .toMatchObject([{ question: 'Who won?', times: 1, askers: 1 }]);
    expect(await store.guild(GUILD).feedback.list(9)).toMatchObject([{ reason: 'Too old' }]);
    expect(await store.guild(OTHER_GUILD).gaps.list(9)).toEqual([]);
  });

  test('F18 an unavailable store rejects with the reason, and is tried again', async () => {
    const { store } = await opened();
    let away = true;
    const fault = new StoreError('unreachable', 'PostgreSQL at host does not answer.');
    const flaky: Store = {
      ...store,
      guild: (id) => {
        const archive = store.guild(id);
        return { ...archive, liveIds: () => (away ? Promise.reject(fault) : archive.liveIds()) };
      },
    };
    const newsroom = newsroomOver(flaky);
    await expect(newsroom.deskFor(someone())).rejects.toBe(fault);
    away = false;
    expect(idsOf(await newsroom.deskFor(someone()))).toEqual([]);
  });
});
